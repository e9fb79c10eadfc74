//! Under what rule stands what no rule found.

use crate::analysis::Rule;

/// What the reader marked.
pub const READER: Rule = Rule { name: "reader", why: "You marked it." };
