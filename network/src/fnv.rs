//! FNV-1a, 32 bits (Fowler, Noll and Vo, <https://datatracker.ietf.org/doc/html/rfc9923>): checksums of the models and
//! the numbers of words and affixes.

const START: u32 = 0x811C_9DC5;
const PRIME: u32 = 0x0100_0193;

/// The hash of some bytes, one after another.
pub fn fnv<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    let bytes = parts.into_iter().flatten();
    bytes.fold(START, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}
