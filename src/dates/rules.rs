//! The rules by which expressions are resolved, in words for the reader.

use crate::analysis::Rule;

const fn rule(name: &'static str, why: &'static str) -> Rule {
    Rule { name, why }
}

pub const FULL_DATE: Rule = rule("full-date", "the text names the day, the month and the year");
pub const YEAR_SAID: Rule = rule("year-said", "the text names the year");
pub const NUMERIC_ORDER: Rule = rule(
    "numeric-order",
    "the numbers can be read in one order only, or another date of the text shows their order",
);
pub const NUMERIC_WEEKDAY: Rule =
    rule("numeric-weekday", "the weekday beside the numbers tells which of them is the month");
pub const NUMERIC_AMBIGUOUS: Rule = rule(
    "numeric-ambiguous",
    "day and month could each be either number, and nothing in the text decides",
);
pub const IMPOSSIBLE: Rule = rule("impossible-date", "the calendar has no such day");
pub const WEEKDAY_DATE: Rule =
    rule("weekday-date", "the weekday and the date that stand together are not one day");
pub const AFTER_PUBLICATION: Rule = rule(
    "date-after-publication",
    "the words speak of the past, but the date lies after the day of publication",
);
pub const NEAREST: Rule = rule(
    "nearest-year",
    "no year is said: the one that brings it nearest to the day of publication",
);
pub const DAY_PAST: Rule =
    rule("day-past", "the words speak of the past: the last such day up to publication");
pub const DAY_FUTURE: Rule =
    rule("day-future", "the words speak of the future: the next such day from publication");
pub const SENTENCE_YEAR: Rule =
    rule("year-in-sentence", "no year is said: the year named before it in the sentence");
pub const RUNNING_YEAR: Rule = rule(
    "running-year",
    "no year is said: the year that the story has reached, as it tells of another time than its own",
);
pub const MONTH_PAST: Rule =
    rule("month-past", "the words speak of the past: the last such month up to publication");
pub const MONTH_FUTURE: Rule =
    rule("month-future", "the words speak of the future: the next such month after publication");
pub const LAST: Rule = rule("last", "“last”: the one before the day of publication");
pub const NEXT: Rule = rule("next", "“next”: the one after the day of publication");
pub const WEEK_BEFORE: Rule = rule("week-before", "that weekday in the week before publication");
pub const WEEK_AFTER: Rule = rule("week-after", "that weekday in the week after publication");
pub const THIS: Rule =
    rule("this", "“this”: the one that holds the day of publication, or lies in its year");
pub const WEEKDAY_PAST: Rule =
    rule("weekday-past", "the last such weekday up to the day of publication, which counts too");
pub const WEEKDAY_FUTURE: Rule = rule(
    "weekday-future",
    "the words speak of the future: the next such weekday from the day of publication",
);
pub const WEEKDAY_WEEK: Rule =
    rule("weekday-of-week", "that weekday in the week that the words name");
pub const DAY_NUMBER: Rule =
    rule("day-number", "only the day is said: that day in the nearest month it fits");
pub const DAY_OF_RUNNING_MONTH: Rule =
    rule("day-of-running-month", "only the day is said: that day of the month named before it");
pub const NEAR: Rule = rule("near-publication", "reckoned from the day of publication");
pub const IN_QUOTE: Rule =
    rule("day-of-speaking", "said in a quotation: reckoned from the day on which it was spoken");
pub const NEAR_TEXT: Rule = rule("near-text", "reckoned from the time named before it in the text");
pub const AGO: Rule = rule("ago", "counted from the day of publication");
pub const LATER: Rule = rule("later", "counted from the time named before it in the text");
pub const OFFSET: Rule = rule("offset", "counted from the time that the next words name");
pub const TOO_WIDE: Rule = rule(
    "too-wide",
    "it is counted from a time that is too wide to say which of its days is meant",
);
pub const PART_OF: Rule = rule("part-of", "a part of the time that the next words name");
pub const AROUND: Rule = rule("week-of-day", "the week or weekend that holds the day named");
pub const YEAR_BEFORE: Rule =
    rule("year-before-quarter", "the same quarter a year before the one named last");
pub const WEEKEND: Rule = rule(
    "weekend",
    "the last weekend up to the day of publication, or the next if the words speak of the future",
);
pub const OVERNIGHT: Rule = rule("overnight", "the night before the day of publication");
pub const QUARTER: Rule =
    rule("quarter", "no year is said: the last such quarter that had begun by publication");
pub const LATEST_QUARTER: Rule =
    rule("latest-quarter", "the quarter named last, or else the last to end before publication");
pub const SEASON: Rule =
    rule("season", "no year is said: the last such season that had begun by publication");
pub const DECADE: Rule = rule("decade", "the text names the decade");
pub const CENTURY: Rule = rule("century", "the text names the century");
pub const HOLIDAY: Rule = rule("holiday", "a holiday, on its day in the nearest year");
pub const EVENT: Rule = rule("event", "a day in history known by this name");
pub const HOLIDAY_YEAR: Rule =
    rule("holiday-year", "a holiday, on its day in the year that the text names");
pub const CLOCK: Rule =
    rule("clock", "a time of day, on the day named before it or else that of publication");
pub const PART_OF_DAY: Rule =
    rule("part-of-day", "a part of the day, on the day that the sentence names");
pub const TIME_ALONE: Rule =
    rule("time-alone", "a time of day; the text does not say on which day");
pub const STRETCH: Rule =
    rule("from-to", "from the start of the first time named to the end of the second");
pub const OPEN_STRETCH: Rule =
    rule("from-to-unknown", "one of its two ends cannot be known, for the reason given there");
pub const DURATION: Rule = rule("duration", "a length of time");
pub const SET: Rule = rule("set", "a time that recurs");
pub const VAGUE: Rule = rule("vague", "a time without edges");
pub const VAGUE_AMOUNT: Rule = rule("vague-amount", "the words do not say how many");
pub const NO_REFERENCE: Rule =
    rule("no-publication-date", "it depends on the day of publication, which is not known");
pub const NO_MINUTE: Rule =
    rule("no-publication-time", "it depends on the minute of publication, which is not known");
pub const NO_ANTECEDENT: Rule =
    rule("no-antecedent", "it depends on a time named before it, and none fits");
