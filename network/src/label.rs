//! The labels of the treebanks: parts of speech, relations, kinds of names.

/// An enum whose variants have the names that CoNLL-U files write.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every label, in the order of `label as usize`.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// As CoNLL-U writes it.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The label of that name, as CoNLL-U writes it.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

labels! {
    /// Universal part of speech (<https://universaldependencies.org/u/pos/>).
    Tag {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

labels! {
    /// Part of speech of the Penn Treebank: tells tense, participles and plurals apart.
    FineTag {
        Dollar = "$", CloseQuote = "''", Comma = ",", CloseBracket = "-RRB-", OpenBracket = "-LRB-", Stop = ".",
        Colon = ":", OpenQuote = "``", Add = "ADD", Afx = "AFX", Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX",
        Fw = "FW", Gw = "GW", Hyph = "HYPH", In = "IN", Jj = "JJ", Jjr = "JJR", Jjs = "JJS", Ls = "LS", Md = "MD",
        Nfp = "NFP", Nn = "NN", Nnp = "NNP", Nnps = "NNPS", Nns = "NNS", Pdt = "PDT", Pos = "POS", Prp = "PRP",
        PrpPoss = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM", To = "TO", Uh = "UH",
        Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Wdt = "WDT", Wp = "WP",
        WpPoss = "WP$", Wrb = "WRB",
    }
}

labels! {
    /// Relation of a word to its head (<https://universaldependencies.org/en/dep/>).
    Relation {
        Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
        Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc",
        CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt",
        Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass",
        Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
        Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list",
        Mark = "mark", Nmod = "nmod", NmodDesc = "nmod:desc", NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked", Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass",
        Nummod = "nummod", Obj = "obj", Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked",
        Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
        Vocative = "vocative", Xcomp = "xcomp",
    }
}

labels! {
    /// What a name names. Peoples (OntoNotes' `NORP`) are all who are called by one word: Americans, Kurds, Democrats.
    NameKind { Person = "PER", Organisation = "ORG", Place = "LOC", People = "NORP" }
}

impl Tag {
    /// A common or proper noun.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Propn)
    }
}

impl Relation {
    /// The subject of a clause, active or passive, nominal or a clause itself.
    pub fn is_subject(self) -> bool {
        use Relation::*;
        matches!(self, Nsubj | NsubjPass | NsubjOuter | Csubj | CsubjPass | CsubjOuter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_labels() {
        assert_eq!(Relation::from_name("nsubj:pass"), Some(Relation::NsubjPass));
        assert_eq!(FineTag::from_name(FineTag::PrpPoss.name()), Some(FineTag::PrpPoss));
        assert_eq!(Tag::from_name("noun"), None);
    }
}
