//! The file of a trained model, `models/en.bin`.
//!
//! `COPYDESK`, version, length and FNV-1a checksum of the rest (three `u32`); then label sets, sizes, the word list and
//! the weights, in the order in which [`super::Network::load`] reads them. All numbers little-endian. Weights are
//! few kinds of whole numbers with a scale, coded by their frequencies to two to four bits each (`coding`); scales,
//! biases and the few other vectors are bfloat16. `trainer/export.py` writes it.

use std::fmt;

use super::coding::Decoder;
use crate::fnv::fnv;
use crate::kernel::Matrix;

const MAGIC: &[u8; 8] = b"COPYDESK";
/// Changes with every change of the file's layout.
const VERSION: u32 = 2;

/// Why a model cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin like a model.
    NotAModel,
    /// It was made for another version of Copydesk.
    Version { found: u32 },
    /// It is shorter or longer than it says, or its checksum differs: a broken download.
    Damaged,
    /// It names a label that this version does not know.
    Label(String),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ModelError::NotAModel => write!(f, "This file is not a language model of Copydesk."),
            ModelError::Version { found } => write!(
                f,
                "The language model has version {found}, this Copydesk needs version {VERSION}: use the model it came with."
            ),
            ModelError::Damaged => {
                write!(f, "The language model is damaged: download or build it again.")
            }
            ModelError::Label(label) => {
                write!(
                    f,
                    "The language model uses an unknown label, {label}: use the model that came with this Copydesk."
                )
            }
        }
    }
}

impl std::error::Error for ModelError {}

/// Reads a model's parts one after another.
pub struct Reader<'a> {
    rest: &'a [u8],
}

/// Rows of whole numbers with one scale.
pub struct Table {
    pub width: usize,
    values: Vec<i8>,
    scale: f32,
}

impl Table {
    pub fn rows(&self) -> usize {
        self.values.len() / self.width
    }

    /// Writes a row into `out`, which is as wide.
    pub fn copy_row(&self, row: usize, out: &mut [f32]) {
        let row = &self.values[row * self.width..][..self.width];
        for (out, &value) in out.iter_mut().zip(row) {
            *out = f32::from(value) * self.scale;
        }
    }

    /// Adds a row to `out`, which is as wide.
    pub fn add_row(&self, row: usize, out: &mut [f32]) {
        let row = &self.values[row * self.width..][..self.width];
        for (out, &value) in out.iter_mut().zip(row) {
            *out += f32::from(value) * self.scale;
        }
    }
}

impl<'a> Reader<'a> {
    /// Checks the header and the checksum.
    pub fn new(file: &'a [u8]) -> Result<Self, ModelError> {
        let rest = file.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let mut reader = Reader { rest };
        let version = reader.u32()?;
        if version != VERSION {
            return Err(ModelError::Version { found: version });
        }
        let (length, checksum) = (reader.u32()?, reader.u32()?);
        if reader.rest.len() != length as usize || fnv([reader.rest]) != checksum {
            return Err(ModelError::Damaged);
        }
        Ok(reader)
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| ModelError::Damaged)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A size or count.
    pub fn size(&mut self) -> Result<usize, ModelError> {
        Ok(self.u32()? as usize)
    }

    /// Labels: a count, then each as its length (one byte) and its name.
    pub fn labels<T>(&mut self, by_name: fn(&str) -> Option<T>) -> Result<Vec<T>, ModelError> {
        let mut labels = Vec::new();
        for _ in 0..self.size()? {
            let [length] = self.array()?;
            let name =
                str::from_utf8(self.take(length.into())?).map_err(|_| ModelError::Damaged)?;
            labels.push(by_name(name).ok_or_else(|| ModelError::Label(name.to_owned()))?);
        }
        Ok(labels)
    }

    /// Sorted numbers as gaps, seven bits a byte, the last byte of each without the high bit.
    pub fn ascending(&mut self) -> Result<Vec<u32>, ModelError> {
        let count = self.size()?;
        let mut numbers = Vec::with_capacity(count);
        let mut last = 0u32;
        for _ in 0..count {
            let (mut gap, mut shift) = (0u32, 0);
            loop {
                let [byte] = self.array()?;
                gap |= u32::from(byte & 127) << shift;
                shift += 7;
                if byte < 128 || shift > 28 {
                    break;
                }
            }
            last = last.wrapping_add(gap);
            numbers.push(last);
        }
        Ok(numbers)
    }

    /// A vector of bfloat16.
    pub fn vector(&mut self, length: usize) -> Result<Vec<f32>, ModelError> {
        let bytes = self.take(length * 2)?;
        let (pairs, _) = bytes.as_chunks::<2>();
        Ok(pairs
            .iter()
            .map(|&pair| f32::from_bits(u32::from(u16::from_le_bytes(pair)) << 16))
            .collect())
    }

    fn whole_numbers(&mut self, count: usize) -> Result<Vec<i8>, ModelError> {
        let [least, kinds] = self.array()?;
        let (frequencies, _) = self.take(2 * usize::from(kinds))?.as_chunks::<2>();
        let frequencies = frequencies.iter().map(|&bytes| u16::from_le_bytes(bytes)).collect();
        let length = self.size()?;
        let mut decoder = Decoder::new(least as i8, frequencies, self.take(length)?)
            .ok_or(ModelError::Damaged)?;
        Ok((0..count).map(|_| decoder.next()).collect())
    }

    pub fn table(&mut self, rows: usize, width: usize) -> Result<Table, ModelError> {
        let scale = self.vector(1)?[0];
        Ok(Table { width, values: self.whole_numbers(rows * width)?, scale })
    }

    /// Scales and biases of the outputs, then their weights.
    pub fn matrix(&mut self, outputs: usize, inputs: usize) -> Result<Matrix, ModelError> {
        let (scales, biases) = (self.vector(outputs)?, self.vector(outputs)?);
        let weights = self.whole_numbers(outputs * inputs)?;
        if !Matrix::fits(inputs, &weights) {
            return Err(ModelError::Damaged);
        }
        Ok(Matrix::new(outputs, inputs, &weights, &scales, &biases))
    }

    /// Whether everything was read, no more and no less.
    pub fn finish(self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(ModelError::Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file around a payload.
    fn file(payload: &[u8]) -> Vec<u8> {
        let numbers = [VERSION, payload.len() as u32, fnv([payload])];
        [MAGIC.as_slice(), numbers.map(u32::to_le_bytes).as_flattened(), payload].concat()
    }

    #[test]
    fn says_what_is_wrong_with_a_file() {
        let whole = file(&[1, 2, 3, 4]);
        let mut other = whole.clone();
        other[8] = 9;
        let mut broken = whole.clone();
        broken[21] ^= 1;
        for (file, expected) in [
            (&b"<html>"[..], ModelError::NotAModel),
            (b"COPYDESK", ModelError::Damaged),
            (&other, ModelError::Version { found: 9 }),
            (&broken, ModelError::Damaged),
            (&whole[..whole.len() - 1], ModelError::Damaged),
        ] {
            assert_eq!(Reader::new(file).err(), Some(expected));
        }
        assert!(Reader::new(&whole).is_ok());
    }

    #[test]
    fn reads_numbers() {
        let mut payload = vec![3, 0, 0, 0, 5, 0x80, 1, 0];
        payload.extend([0x80, 0x3F, 0x00, 0xC0]);
        let file = file(&payload);
        let mut reader = Reader::new(&file).expect("a whole file");
        assert_eq!(reader.ascending(), Ok(vec![5, 133, 133]));
        assert_eq!(reader.vector(2), Ok(vec![1.0, -2.0]));
        assert_eq!(reader.vector(1), Err(ModelError::Damaged));
        assert!(reader.finish().is_ok());
    }
}
