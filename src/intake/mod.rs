//! Bytes -> text -> what stands at the head of an article: title, outlet, day of publication.

mod dateline;
pub mod decode;
mod head;

pub use head::{Head, head};
