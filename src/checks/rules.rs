//! What the checks look for, in words for the reader.

use crate::analysis::Rule;

rules! {
    PERCENT "percent-over-100"
        "the shares of one whole add up to more than the whole"
    SPELLING "name-spelling"
        "one name is spelled in two ways"
    AGE "age-birth-year"
        "an age and a day of birth do not fit together on the day of publication"
    HEADLINE "headline-body"
        "the headline gives another number than the text"
    UNATTRIBUTED "unattributed-quote"
        "a quotation of which nothing around it tells who said it"
}
