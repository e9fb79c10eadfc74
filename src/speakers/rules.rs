//! The rules of this folder: the name by which each is known, and why it holds.

use crate::analysis::Rule;

pub const QUOTATION_BESIDE_CUE: Rule = Rule {
    name: "quotation-beside-cue",
    why: "A quotation beside a verb like “said” belongs to the subject of that verb.",
};
pub const QUOTATION_AROUND_CUE: Rule = Rule {
    name: "quotation-around-cue",
    why: "Words before and after “he said” are one utterance, interrupted.",
};
pub const REPORTED_CLAUSE: Rule = Rule {
    name: "reported-clause",
    why: "The clause after a verb like “said” is what its subject said.",
};
pub const REPORTED_BEFORE: Rule = Rule {
    name: "reported-clause-before",
    why: "A clause followed by “, she said” is what she said.",
};
pub const ACCORDING_TO: Rule = Rule {
    name: "according-to",
    why: "“According to” names the source of the rest of its sentence.",
};
pub const REPORTING_NOUN: Rule = Rule {
    name: "reporting-noun",
    why: "A noun like “claim” with “that” reports what its owner said.",
};
pub const QUOTATION_AFTER_COLON: Rule = Rule {
    name: "quotation-after-colon",
    why: "A sentence that ends with a colon introduces the quotation after it.",
};
pub const QUOTATION_BEFORE_SENTENCE: Rule = Rule {
    name: "quotation-before-sentence",
    why: "A sentence like “Hale said.” after a quotation tells who spoke.",
};
pub const CONTINUATION: Rule = Rule {
    name: "continuation",
    why: "A quotation with no speaker of its own goes on with the speaker of the one before.",
};
pub const SIGNATURE: Rule =
    Rule { name: "signature", why: "A name alone after a quotation signs it." };
pub const LABEL: Rule =
    Rule { name: "label", why: "A name and a colon before a paragraph tell who speaks in it." };
