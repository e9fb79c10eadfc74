//! The rules of this folder: the name by which each is known, and why it holds.

use crate::analysis::Rule;

rules! {
    QUOTATION_BESIDE_CUE "quotation-beside-cue"
        "A quotation beside a verb like “said” belongs to the subject of that verb."
    QUOTATION_AROUND_CUE "quotation-around-cue"
        "Words before and after “he said” are one utterance, interrupted."
    REPORTED_CLAUSE "reported-clause"
        "The clause after a verb like “said” is what its subject said."
    REPORTED_BEFORE "reported-clause-before"
        "A clause followed by “, she said” is what she said."
    PASSIVE "passive"
        "“It was announced by the ministry” reports what the ministry said."
    ACCORDING_TO "according-to"
        "“According to” names the source of the rest of its sentence."
    REPORTING_NOUN "reporting-noun"
        "A noun like “claim” with “that” reports what its owner said."
    QUOTATION_AFTER_COLON "quotation-after-colon"
        "A sentence that ends with a colon introduces the quotation after it."
    QUOTATION_BEFORE_SENTENCE "quotation-before-sentence"
        "A sentence like “Hale said.” after a quotation tells who spoke."
    CONTINUATION "continuation"
        "A quotation with no speaker of its own goes on with the speaker of the one before."
    SIGNATURE "signature"
        "A name alone after a quotation signs it."
    LABEL "label"
        "A name with a colon or a dash beside words tells who speaks."
    UNCLOSED_QUOTE "unclosed-quote"
        "A quotation mark that opens is closed in its paragraph, or opened again in the next."
}
