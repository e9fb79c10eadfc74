//! The network: a sentence's words -> parts of speech, heads, relations and scores of names, in one pass.
//!
//! Word list and hashed affixes -> vectors of one width -> blocks -> one matrix with all heads' projections. A block
//! reads the neighbours by a depthwise convolution and the whole sentence by a minimal gated recurrence in both
//! directions (Feng et al. 2024, <https://arxiv.org/abs/2410.01201>); arcs are scored as in Dozat and Manning (2017,
//! <https://arxiv.org/abs/1611.01734>). `trainer/network.py` is the same network, for training. Native code and
//! WebAssembly give the same numbers to the last bit (see [`kernel`]).

mod coding;
mod features;
mod fnv;
mod format;
pub mod kernel;
mod label;
mod layers;
pub mod sort;
mod tree;

use std::collections::HashMap;

use features::TABLES;
pub use fnv::fnv;
pub use format::ModelError;
use format::{Reader, Table};
use kernel::{Matrix, Path, Rows, Work, dots, multiply};
pub use label::{FineTag, NameKind, Relation, Tag};
use layers::{Block, Norm};
use tree::largest;

/// A trained network, ready to use.
pub struct Network {
    tags: Vec<Tag>,
    fine_tags: Vec<FineTag>,
    relations: Vec<Relation>,
    /// Names of the labels that [`Parse::names`] has scores for, in order.
    name_labels: Vec<NameLabel>,
    /// Hashes of the words in the list, sorted; a word's row is its place plus one.
    words: Vec<u32>,
    word_table: Table,
    affix_tables: [Table; TABLES],
    affix_sizes: [usize; TABLES],
    class_table: Table,
    into: Matrix,
    blocks: Vec<Block>,
    norm: Norm,
    /// Tags, fine tags, names, then the four projections below, stacked.
    heads: Matrix,
    width: usize,
    arc_width: usize,
    label_width: usize,
    arc_root: Vec<f32>,
    label_root: Vec<f32>,
    arc_distance: Vec<f32>,
    label_distance: Table,
    label: Matrix,
}

/// `O`, `B-PER`, `I-PER` …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameLabel {
    Outside,
    Begin(NameKind),
    Inside(NameKind),
}

impl NameLabel {
    fn from_name(name: &str) -> Option<Self> {
        match name.split_once('-') {
            None => (name == "O").then_some(NameLabel::Outside),
            Some(("B", kind)) => NameKind::from_name(kind).map(NameLabel::Begin),
            Some(("I", kind)) => NameKind::from_name(kind).map(NameLabel::Inside),
            Some(_) => None,
        }
    }
}

/// What the network says of one sentence; one entry a word in each.
#[derive(Clone, Debug, Default)]
pub struct Parse {
    pub tags: Vec<Tag>,
    pub fine_tags: Vec<FineTag>,
    /// Heads, counted from 1 within the sentence; 0 is the root.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
    /// A score for each of [`Network::name_labels`], word by word.
    pub names: Vec<f32>,
}

/// A word as the network reads it: its form, and the classes that the gazetteer gives it (a bit each).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word<'a> {
    pub form: &'a str,
    pub classes: u16,
}

/// Buffers and known words, kept from one sentence to the next.
#[derive(Default)]
pub struct Scratch {
    /// Vectors of words seen before: what depends on the word alone is reckoned once.
    known: HashMap<(Box<str>, u16), Box<[f32]>>,
    rows: Rows,
    others: Rows,
    x: Vec<f32>,
    normed: Vec<f32>,
    mixed: Vec<f32>,
    products: Vec<f32>,
    keep: Vec<f32>,
    value: Vec<f32>,
    state: Vec<f32>,
    arcs: Vec<f32>,
}

/// From the vectors of a sentence's words, in `scratch.x`, to the products of the heads' matrix, in `scratch.products`.
struct Encode<'a> {
    network: &'a Network,
    scratch: &'a mut Scratch,
}

impl Work for Encode<'_> {
    #[inline(always)]
    fn reckon(self) {
        let Encode { network, scratch } = self;
        for block in &network.blocks {
            block.apply(network.width, scratch);
        }
        network.norm.apply(&scratch.x, &mut scratch.normed);
        scratch.rows.fill(&scratch.normed, network.width);
        multiply(&scratch.rows, &network.heads, &mut scratch.products);
    }
}

/// More words than this are forgotten: memory stays bounded whatever the text.
const KNOWN_WORDS: usize = 8192;

impl Network {
    /// Reads `models/en.bin`.
    ///
    /// # Errors
    /// When the bytes are no model, of another version, or damaged.
    pub fn load(file: &[u8]) -> Result<Self, ModelError> {
        let mut file = Reader::new(file)?;
        let tags = file.labels(Tag::from_name)?;
        let fine_tags = file.labels(FineTag::from_name)?;
        let relations = file.labels(Relation::from_name)?;
        let name_labels = file.labels(NameLabel::from_name)?;
        let (width, blocks) = (file.size()?, file.size()?);
        let (arc_width, label_width) = (file.size()?, file.size()?);
        let distances = file.size()?;
        let (word_width, affix_width) = (file.size()?, file.size()?);
        let (classes, class_width) = (file.size()?, file.size()?);
        let words = file.ascending()?;
        let word_table = file.table(words.len() + 1, word_width)?;
        let mut affix_sizes = [0; TABLES];
        for size in &mut affix_sizes {
            *size = file.size()?.max(1);
        }
        let mut affix_tables = Vec::with_capacity(TABLES);
        for size in affix_sizes {
            affix_tables.push(file.table(size, affix_width)?);
        }
        let class_table = file.table(classes, class_width)?;
        let inputs = word_width + TABLES * affix_width + class_width;
        let network = Network {
            words,
            word_table,
            affix_tables: affix_tables.try_into().map_err(|_| ModelError::Damaged)?,
            affix_sizes,
            class_table,
            into: file.matrix(width, inputs)?,
            blocks: (0..blocks).map(|_| Block::read(&mut file, width)).collect::<Result<_, _>>()?,
            norm: Norm::read(&mut file, width)?,
            heads: file.matrix(
                tags.len() + fine_tags.len() + name_labels.len() + 2 * (arc_width + label_width),
                width,
            )?,
            arc_root: file.vector(arc_width)?,
            label_root: file.vector(label_width)?,
            arc_distance: file.vector(distances)?,
            label_distance: file.table(distances, label_width)?,
            label: file.matrix(relations.len(), label_width)?,
            tags,
            fine_tags,
            relations,
            name_labels,
            width,
            arc_width,
            label_width,
        };
        file.finish()?;
        Ok(network)
    }

    /// The labels of [`Parse::names`], in order.
    pub fn name_labels(&self) -> &[NameLabel] {
        &self.name_labels
    }

    /// Parses one sentence. Time grows with the square of its length: long ones are best cut before.
    pub fn parse(&self, words: &[Word], scratch: &mut Scratch) -> Parse {
        if words.is_empty() {
            return Parse::default();
        }
        self.embed(words, scratch);
        Path::best().run(Encode { network: self, scratch });
        self.read(words.len(), scratch)
    }

    /// Words to vectors, in `scratch.x`.
    fn embed(&self, words: &[Word], scratch: &mut Scratch) {
        scratch.x.clear();
        if scratch.known.len() > KNOWN_WORDS {
            scratch.known.clear();
        }
        for word in words {
            let key = (Box::from(word.form), word.classes);
            let vector = scratch.known.entry(key).or_insert_with(|| self.vector(word));
            scratch.x.extend_from_slice(vector);
        }
    }

    /// What one word is to the network, wherever it stands.
    fn vector(&self, word: &Word) -> Box<[f32]> {
        let normalised = features::normalise(word.form);
        let row =
            self.words.binary_search(&features::word_hash(&normalised)).map_or(0, |at| at + 1);
        let mut input = vec![0.0; self.into.inputs()];
        let (own, rest) = input.split_at_mut(self.word_table.width);
        self.word_table.copy_row(row, own);
        let (affixes, classes) = rest.split_at_mut(TABLES * self.affix_tables[0].width);
        let rows = features::rows(&normalised, word.form, &self.affix_sizes);
        let parts = affixes.chunks_exact_mut(self.affix_tables[0].width);
        for ((table, row), part) in self.affix_tables.iter().zip(rows).zip(parts) {
            table.copy_row(row, part);
        }
        for class in (0..self.class_table.rows()).filter(|class| word.classes >> class & 1 == 1) {
            self.class_table.add_row(class, classes);
        }
        let (mut rows, mut vector) = (Rows::default(), Vec::new());
        rows.fill(&input, self.into.inputs());
        multiply(&rows, &self.into, &mut vector);
        vector.into()
    }

    /// Reads the labels off the products of the heads' matrix.
    fn read(&self, count: usize, scratch: &mut Scratch) -> Parse {
        let products = std::mem::take(&mut scratch.products);
        let part = |from: usize, width: usize| {
            products.chunks_exact(self.heads.outputs()).map(move |row| &row[from..from + width])
        };
        let fine = self.tags.len();
        let names = fine + self.fine_tags.len();
        let arcs = names + self.name_labels.len();
        let labels = arcs + 2 * self.arc_width;
        let dependents = part(arcs, self.arc_width);
        let heads =
            self.heads_of(count, dependents, part(arcs + self.arc_width, self.arc_width), scratch);
        let dependents = part(labels, self.label_width);
        let governors: Vec<_> = part(labels + self.label_width, self.label_width).collect();
        let parse = Parse {
            tags: part(0, fine).map(|scores| self.tags[largest(scores)]).collect(),
            fine_tags: part(fine, names - fine).map(|s| self.fine_tags[largest(s)]).collect(),
            relations: self.relations_of(&heads, dependents, &governors, scratch),
            heads,
            names: part(names, arcs - names).flatten().copied().collect(),
        };
        scratch.products = products;
        parse
    }

    fn heads_of<'a>(
        &'a self,
        count: usize,
        dependents: impl Iterator<Item = &'a [f32]>,
        governors: impl Iterator<Item = &'a [f32]>,
        scratch: &mut Scratch,
    ) -> Vec<usize> {
        gather(dependents, &mut scratch.mixed);
        scratch.rows.fill(&scratch.mixed, self.arc_width);
        gather(std::iter::once(self.arc_root.as_slice()).chain(governors), &mut scratch.mixed);
        scratch.others.fill(&scratch.mixed, self.arc_width);
        dots(&scratch.rows, &scratch.others, &mut scratch.arcs);
        for (word, row) in scratch.arcs.chunks_exact_mut(count + 1).enumerate() {
            for (head, score) in row.iter_mut().enumerate() {
                *score += self.arc_distance[self.distance(word + 1, head)];
            }
            row[word + 1] = f32::MIN;
        }
        tree::best(&scratch.arcs, count)
    }

    fn relations_of<'a>(
        &self,
        heads: &[usize],
        dependents: impl Iterator<Item = &'a [f32]>,
        governors: &[&[f32]],
        scratch: &mut Scratch,
    ) -> Vec<Relation> {
        gather(dependents, &mut scratch.mixed);
        for (word, (hidden, &head)) in
            scratch.mixed.chunks_exact_mut(self.label_width).zip(heads).enumerate()
        {
            self.label_distance.add_row(self.distance(word + 1, head), hidden);
            let governor = if head == 0 { &self.label_root } else { governors[head - 1] };
            for (hidden, governor) in hidden.iter_mut().zip(governor) {
                *hidden = (*hidden + governor).max(0.0);
            }
        }
        scratch.rows.fill(&scratch.mixed, self.label_width);
        multiply(&scratch.rows, &self.label, &mut scratch.value);
        let scores = scratch.value.chunks_exact(self.relations.len());
        scores.map(|scores| self.relations[largest(scores)]).collect()
    }

    /// Which entry stands for the way from a word to its head, both counted from 1.
    fn distance(&self, word: usize, head: usize) -> usize {
        let cut = self.arc_distance.len() / 2;
        (head + cut).saturating_sub(word).min(2 * cut)
    }
}

fn gather<'a>(rows: impl Iterator<Item = &'a [f32]>, into: &mut Vec<f32>) {
    into.clear();
    rows.for_each(|row| into.extend_from_slice(row));
}
