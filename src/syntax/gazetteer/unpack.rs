//! The file `models/gazetteer.bin`: a sorted list of strings in an adaptive binary range coder.
//!
//! `trainer/packing.py` writes it, says what is in it, and must change with this.

use super::{Gazetteer, GazetteerError};
use crate::syntax::fnv;

const MAGIC: &[u8] = b"CDGZ";
/// Changes with every change of the file's layout.
pub const VERSION: u16 = 1;
const HEADER: usize = 18;
/// The first ends a key.
const LETTERS: &[u8; 42] = b"\0 &+=/0123456789abcdefghijklmnopqrstuvwxyz";
const KINDS: usize = LETTERS.len();
const SPACE: usize = 1;
const SHARED_BITS: u32 = 5;
const LETTER_BITS: u32 = 6;
const SET_BITS: u32 = 7;

/// The list of a file.
pub fn unpack(file: &[u8]) -> Result<Gazetteer, GazetteerError> {
    let rest = file.strip_prefix(MAGIC).ok_or(GazetteerError::NotAGazetteer)?;
    let version = rest.first_chunk().map(|&bytes| u16::from_le_bytes(bytes));
    if let Some(found) = version.filter(|&found| found != VERSION) {
        return Err(GazetteerError::Version { found });
    }
    let (header, payload) = file.split_at_checked(HEADER).ok_or(GazetteerError::Damaged)?;
    let number =
        |at: usize| header[at..].first_chunk().map_or(0, |&bytes| u32::from_le_bytes(bytes));
    let (count, length, checksum) = (number(6), number(10), number(14));
    if payload.len() != length as usize || fnv([payload]) != checksum {
        return Err(GazetteerError::Damaged);
    }
    let (sets, coded) = sets(payload).ok_or(GazetteerError::Damaged)?;
    Decoder::new(coded).entries(count as usize, &sets)
}

/// The sets of bits that entries have, and what follows them.
fn sets(payload: &[u8]) -> Option<(Vec<u16>, &[u8])> {
    let (&count, rest) = payload.split_first()?;
    let (sets, rest) = rest.split_at_checked(2 * usize::from(count))?;
    Some((sets.chunks_exact(2).map(|set| u16::from_le_bytes([set[0], set[1]])).collect(), rest))
}

/// The probability of a 1 in 1/65536, and how often it was met.
#[derive(Clone, Copy)]
struct Cell {
    one: u16,
    met: u16,
}

impl Cell {
    /// 4 to the power of how often it was met: a cell that knows its bit decides over one that does not.
    fn weight(self) -> u64 {
        1 << (2 * self.met.min(8))
    }

    /// Learns fast at first, then by ever smaller steps.
    fn learn(&mut self, bit: bool) {
        let step = 2 * u32::from(self.met) + 3;
        if bit {
            self.one += (2 * (65_535 - u32::from(self.one)) / step) as u16;
        } else {
            self.one -= (2 * u32::from(self.one) / step) as u16;
        }
        self.met = (self.met + 1).min(60);
    }
}

/// What follows in each of some contexts: a tree of cells, each a decision between halves of the numbers.
struct Contexts {
    cells: Vec<Cell>,
    bits: u32,
}

impl Contexts {
    fn new(contexts: usize, bits: u32) -> Self {
        Contexts { cells: vec![Cell { one: 1 << 15, met: 0 }; contexts << bits], bits }
    }
}

/// A carry-less range coder over 32 bits.
struct Range<'a> {
    low: u32,
    high: u32,
    code: u32,
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Range<'a> {
    fn new(coded: &'a [u8]) -> Self {
        let mut range = Range { low: 0, high: u32::MAX, code: 0, rest: coded.iter() };
        (0..4).for_each(|_| range.read());
        range
    }

    fn read(&mut self) {
        self.code = self.code << 8 | self.rest.next().map_or(0, |&byte| u32::from(byte));
    }

    fn bit(&mut self, one: u64) -> bool {
        let middle = self.low + ((u64::from(self.high - self.low) * one) >> 16) as u32;
        let bit = self.code <= middle;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
            self.read();
        }
        bit
    }

    /// A number, foreseen by two contexts together.
    fn number(&mut self, a: (&mut Contexts, usize), b: (&mut Contexts, usize)) -> usize {
        let bits = a.0.bits;
        let mut node = 1;
        for _ in 0..bits {
            let first = &mut a.0.cells[a.1 << bits | node];
            let second = &mut b.0.cells[b.1 << bits | node];
            let (v, w) = (first.weight(), second.weight());
            let one = (v * u64::from(first.one) + w * u64::from(second.one)) / (v + w);
            let bit = self.bit(one.clamp(32, 65_536 - 32));
            first.learn(bit);
            second.learn(bit);
            node = node << 1 | usize::from(bit);
        }
        node - (1 << bits)
    }
}

/// The contexts of `trainer/packing.py`, by the same names.
struct Decoder<'a> {
    range: Range<'a>,
    shared: [Contexts; 2],
    first: [Contexts; 2],
    next: [Contexts; 2],
    set: [Contexts; 2],
}

impl<'a> Decoder<'a> {
    fn new(coded: &'a [u8]) -> Self {
        let pair = |a, b, bits| [Contexts::new(a, bits), Contexts::new(b, bits)];
        Decoder {
            range: Range::new(coded),
            shared: pair(1 << SHARED_BITS, 1, SHARED_BITS),
            first: pair(KINDS * KINDS, KINDS, LETTER_BITS),
            next: pair(KINDS * KINDS, KINDS, LETTER_BITS),
            set: pair(KINDS * KINDS, 2 * KINDS, SET_BITS),
        }
    }

    fn entries(mut self, count: usize, sets: &[u16]) -> Result<Gazetteer, GazetteerError> {
        let mut list = Gazetteer { keys: Vec::new(), ends: Vec::new(), sets: Vec::new() };
        // Letters of the key by their number: of the one before, then of this one.
        let (mut key, mut shared) = (Vec::new(), 0);
        for _ in 0..count {
            shared = self.key(&mut key, shared).ok_or(GazetteerError::Damaged)?;
            let (but_last, last) = last_two(&key);
            let spaced = usize::from(key.contains(&SPACE));
            let [by_two, by_last] = &mut self.set;
            let set =
                self.range.number((by_two, but_last * KINDS + last), (by_last, last * 2 + spaced));
            list.keys.extend(key.iter().map(|&letter| LETTERS[letter]));
            list.ends.push(list.keys.len() as u32);
            list.sets.push(*sets.get(set).ok_or(GazetteerError::Damaged)?);
        }
        Ok(list)
    }

    /// Turns the key before into the next; returns how many letters they share.
    fn key(&mut self, key: &mut Vec<usize>, shared_before: usize) -> Option<usize> {
        let [by_before, alone] = &mut self.shared;
        let shared = self.range.number((by_before, shared_before), (alone, 0));
        let instead_of = key.get(shared).copied().unwrap_or(0);
        if shared > key.len() {
            return None;
        }
        key.truncate(shared);
        loop {
            let (but_last, last) = last_two(key);
            let letter = if key.len() == shared {
                let [by_both, by_other] = &mut self.first;
                self.range.number((by_both, last * KINDS + instead_of), (by_other, instead_of))
            } else {
                let [by_two, by_last] = &mut self.next;
                self.range.number((by_two, but_last * KINDS + last), (by_last, last))
            };
            match letter {
                0 => return Some(shared),
                1..KINDS if key.len() < 200 => key.push(letter),
                _ => return None,
            }
        }
    }
}

/// The last two letters, 0 where there are none.
fn last_two(key: &[usize]) -> (usize, usize) {
    match *key {
        [.., but_last, last] => (but_last, last),
        [last] => (0, last),
        [] => (0, 0),
    }
}
