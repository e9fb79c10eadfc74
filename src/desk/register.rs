//! Every name once, however many articles have it, with how alike two of them are.

use std::collections::{HashMap, HashSet};

use super::name::{self, Name};
use crate::analysis::EntityKind;

/// A name's place in the register.
pub type Id = usize;

pub struct Register {
    names: Vec<Name>,
    /// By what each is looked up.
    keys: Vec<Vec<String>>,
    ids: [HashMap<String, Id>; 2],
    likeness: HashMap<(Id, Id), f64>,
    /// Lone words that are the names of places, and so short for no organisation.
    places: HashSet<String>,
}

impl Register {
    pub fn new(places: HashSet<String>) -> Self {
        let (names, keys, ids) = Default::default();
        Register { names, keys, ids, likeness: HashMap::new(), places }
    }

    pub fn add(&mut self, kind: EntityKind, text: &str) -> Id {
        let ids = &mut self.ids[usize::from(kind == EntityKind::Organisation)];
        if let Some(&id) = ids.get(text) {
            return id;
        }
        let (id, name) = (self.names.len(), Name::new(kind, text));
        ids.insert(text.to_owned(), id);
        self.keys.push(name::keys(&name));
        self.names.push(name);
        id
    }

    pub fn name(&self, id: Id) -> &Name {
        &self.names[id]
    }

    pub fn keys(&self, id: Id) -> &[String] {
        &self.keys[id]
    }

    /// Two names' likeness; a place is the organisation of just its name at most.
    pub fn likeness(&mut self, one: Id, other: Id) -> f64 {
        if let Some(&likeness) = self.likeness.get(&(one, other)) {
            return likeness;
        }
        let (a, b) = (&self.names[one], &self.names[other]);
        let likeness = a.likeness(b);
        let place = likeness < 1.0 && (self.is_place(a) || self.is_place(b));
        let likeness = if place { 0.0 } else { likeness };
        self.likeness.insert((one, other), likeness);
        likeness
    }

    /// Whether a name is one word that may as well be a place's.
    fn is_place(&self, name: &Name) -> bool {
        name.kind == EntityKind::Organisation
            && name.words.len() == 1
            && self.places.contains(&name.words[0])
    }
}
