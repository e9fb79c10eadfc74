//! Whole sentences: what is found in them, and what it means.

use crate::syntax::Syntax;
use crate::text::Document;

/// The words and the value of every expression.
pub fn found(text: &str, reference: &str) -> Vec<(String, Option<String>)> {
    let document = Document::new(text);
    let syntax = Syntax::new(&document);
    let (dates, _) = super::find(&document, &syntax, reference.parse().ok());
    dates.into_iter().map(|date| (date.text, date.value)).collect()
}

/// `words=value; words=value`, `?` for no value.
fn summary(text: &str, reference: &str) -> String {
    let found = found(text, reference).into_iter();
    let parts: Vec<String> = found
        .map(|(words, value)| format!("{words}={}", value.as_deref().unwrap_or("?")))
        .collect();
    parts.join("; ")
}

fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, reference, expected)| (text, expected, summary(text, reference)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A Wednesday.
const DAY: &str = "2022-05-04";

#[test]
fn calendar_dates() {
    check(&[
        ("It ended on May 4, 2022.", DAY, "May 4, 2022=2022-05-04"),
        ("It ended on Wed., 4 May 2022.", DAY, "Wed., 4 May 2022=2022-05-04"),
        ("7:20 p.m., May 4, 2022", DAY, "7:20 p.m., May 4, 2022=2022-05-04T19:20"),
        ("Updated 2022-05-04.", "", "2022-05-04=2022-05-04"),
        ("Printed 04/05/2022.", "", "04/05/2022=?"),
        ("Printed 23/05/2022.", "", "23/05/2022=2022-05-23"),
        ("The parade is on 9 May.", DAY, "9 May=2022-05-09"),
        ("The order came in writing (April 21).", DAY, "April 21=2022-04-21"),
        ("He spoke on Saturday (23) in Kyiv.", "2022-04-24", "Saturday (23)=2022-04-23"),
        ("It is valid from 9 to 11 June.", DAY, "9=2022-06-09; 11 June=2022-06-11"),
        ("Nobody had seen it since 1945.", DAY, "1945=1945"),
        ("The mill, built in 1994, was sold on 3 March.", DAY, "1994=1994; 3 March=2022-03-03"),
        ("In 1994 the mill was sold, on 3 March.", DAY, "1994=1994; 3 March=1994-03-03"),
        ("In the 1990s and the 20th century", DAY, "the 1990s=199; the 20th century=19"),
    ]);
}

#[test]
fn not_dates() {
    check(&[
        ("You may march when the sun sets.", DAY, ""),
        ("Ms May said 1,500 people fell.", DAY, ""),
        ("It won 3-2 and rose 1/4 to $1945.", DAY, ""),
        ("The 70-year-old woman came second.", DAY, ""),
        ("About 2000 soldiers were there.", DAY, ""),
    ]);
}

#[test]
fn near_publication() {
    check(&[
        (
            "She left on Wednesday and he on Tuesday.",
            DAY,
            "Wednesday=2022-05-04; Tuesday=2022-05-03",
        ),
        ("She will leave on Thursday.", DAY, "Thursday=2022-05-05"),
        ("They came at the end of last week.", DAY, "the end of last week=2022-W17"),
        ("He said so late on Wednesday.", DAY, "late on Wednesday=2022-05-04"),
        ("An overnight raid hit the town.", "2022-05-06", "overnight=2022-05-05TNI"),
        (
            "He spoke this evening, earlier today.",
            DAY,
            "this evening=2022-05-04TEV; earlier today=2022-05-04",
        ),
        ("He left yesterday.", "", "yesterday=?"),
        ("It is open from 8am to 6pm.", DAY, "8am=2022-05-04T08:00; 6pm=2022-05-04T18:00"),
    ]);
}

#[test]
fn lengths_and_sets() {
    check(&[
        ("They have fought alone for 71 days.", DAY, "71 days=P71D"),
        ("It is closed over the next three days.", DAY, "the next three days=P3D"),
        ("She had hidden for weeks.", DAY, "weeks=PXW"),
        (
            "In his nightly address he named every Thursday.",
            DAY,
            "nightly=P1D; every Thursday=XXXX-WXX-4",
        ),
        ("It costs $500 a month.", DAY, "a month=P1M"),
    ]);
}

#[test]
fn styles_of_the_calendar() {
    check(&[
        ("It ran from 4-6 May 2021.", DAY, "4=2021-05-04; 6 May 2021=2021-05-06"),
        ("It ran on April 24 and 25.", DAY, "April 24=2022-04-24; 25=2022-04-25"),
        ("It ran from 30 April–2 May.", DAY, "30 April=2022-04-30; 2 May=2022-05-02"),
        ("It ran from Nov. 3 to Dec. 5, 2013.", DAY, "Nov. 3=2013-11-03; Dec. 5, 2013=2013-12-05"),
        (
            "It ran from 30 December to 2 January 2014.",
            DAY,
            "30 December=2013-12-30; 2 January 2014=2014-01-02",
        ),
        ("Part 2012-1400 of 2024/13/1, 2010-2012", DAY, "2010=2010; 2012=2012"),
        ("He died in August of 1987.", DAY, "August of 1987=1987-08"),
        ("Filed 2022-05-04T16:01:00Z", DAY, "2022-05-04T16:01:00Z=2022-05-04T16:01Z"),
        ("Filed 23.04.2022 and 2012/8/10.", DAY, "23.04.2022=2022-04-23; 2012/8/10=2012-08-10"),
        ("Filed 4/23/2022 and 4/5/2022.", DAY, "4/23/2022=2022-04-23; 4/5/2022=2022-04-05"),
        ("Filed 4/5/2022.", DAY, "4/5/2022=2022-05-04"),
        ("It closed on 30 February 2022.", DAY, "30 February 2022=?"),
        (
            "The '90s, the nineties and the 1800s",
            DAY,
            "The '90s=199; the nineties=199; the 1800s=180",
        ),
        ("They ruled from 499 to 493 BC.", DAY, "499=BC0499; 493 BC=BC0493"),
        ("It opened in nineteen ninety-seven.", DAY, "nineteen ninety-seven=1997"),
        ("The 2003-04 winter", DAY, "2003=2003; 04=2004"),
        ("We will meet on the last Friday of June.", DAY, "the last Friday of June=2022-06-24"),
        ("It is due on the 4th of this month.", DAY, "the 4th of this month=2022-05-04"),
        ("He came on Christmas Eve.", DAY, "Christmas Eve=2021-12-24"),
        (
            "Nobody forgot 9/11 or the 7 October raid.",
            DAY,
            "9/11=2001-09-11; the 7 October=2021-10-07",
        ),
    ]);
}

#[test]
fn clock_and_parts_of_the_day() {
    check(&[
        (
            "At 11:20 a.m. (0820 GMT) Friday it blew up.",
            DAY,
            "11:20 a.m. (0820 GMT) Friday=2022-04-29T11:20",
        ),
        ("It opens 9-11am.", DAY, "9=2022-05-04T09:00; 11am=2022-05-04T11:00"),
        ("We met at noon on Saturday.", DAY, "noon on Saturday=2022-04-30T12:00"),
        ("We met at 4 o'clock.", DAY, "4 o'clock=2022-05-04T04:00"),
        ("Police came early Friday morning.", DAY, "early Friday morning=2022-04-29TMO"),
        ("It fell on the night of 23 February.", DAY, "the night of 23 February=2022-02-23TNI"),
        (
            "In the early hours of Thursday they fled.",
            DAY,
            "the early hours of Thursday=2022-04-28TMO",
        ),
        ("They fled last night.", DAY, "last night=2022-05-03TNI"),
        ("It was 3:2 at half-time; odds of 10:35.", DAY, ""),
    ]);
}

#[test]
fn tense_and_time() {
    check(&[
        ("The talks begin on Monday.", DAY, "Monday=2022-05-09"),
        ("It is scheduled for Monday.", DAY, "Monday=2022-05-09"),
        ("They gave him until Monday to leave.", DAY, "Monday=2022-05-09"),
        ("Monday's ruling pleased nobody.", DAY, "Monday=2022-05-02"),
        ("It fell in December.", DAY, "December=2021-12"),
        ("It will open in December.", DAY, "December=2022-12"),
        ("He has been ill since 23 December.", DAY, "23 December=2021-12-23"),
        ("They will be back in two weeks.", DAY, "two weeks=2022-W20"),
        ("It was her first goal in two weeks.", DAY, "two weeks=P2W"),
        ("It fell last April and next April.", DAY, "last April=2022-04; next April=2023-04"),
    ]);
}

#[test]
fn reckoned_from_the_text() {
    check(&[
        (
            "He resigned on 4 March 2014. Two days later he fled, and the following year he returned.",
            DAY,
            "4 March 2014=2014-03-04; Two days later=2014-03-06; the following year=2015",
        ),
        (
            "He came on 30 June 2019. That month it rained.",
            "",
            "30 June 2019=2019-06-30; That month=2019-06",
        ),
        (
            "In the third quarter sales rose from a year earlier.",
            "2022-11-02",
            "the third quarter=2022-Q3; a year earlier=2021-Q3",
        ),
        ("Two days later he was dead.", DAY, "Two days later=?"),
        (
            "He left ten years ago and came three days ago.",
            DAY,
            "ten years ago=2012; three days ago=2022-05-01",
        ),
        ("He left nearly two years ago.", "", "nearly two years ago=?"),
    ]);
}

#[test]
fn a_story_of_another_time_keeps_its_year() {
    let story = "War broke out in May 1911. In June 1912 they met, on 3 July 1912 they signed. It held until 1914. \
                 By 1915 all was lost. On 9 August they left, and in December they came home. In January it snowed.";
    let found = found(story, DAY);
    let values: Vec<&str> =
        found.iter().rev().take(3).filter_map(|(_, value)| value.as_deref()).collect();
    assert_eq!(values, ["1916-01", "1915-12", "1915-08-09"]);
}

#[test]
fn amounts_of_time() {
    check(&[
        ("The three-and-a-half-year term", DAY, "three-and-a-half-year=P3.5Y"),
        (
            "It took an hour and a half, then 5 1/2 hours.",
            DAY,
            "an hour and a half=PT1H30M; 5 1/2 hours=PT5H30M",
        ),
        ("More than two months passed.", DAY, "More than two months=P2M"),
        ("It took a couple of days.", DAY, "a couple of days=P2D"),
        ("It ran in 45 minutes 30 seconds.", DAY, "45 minutes 30 seconds=PT45M30S"),
        ("In the first nine months sales fell.", DAY, "the first nine months=P9M"),
        (
            "Every other day, twice a week, per year",
            DAY,
            "Every other day=P2D; a week=P1W; per year=P1Y",
        ),
        ("He read the Daily Post on Sundays.", DAY, "Sundays=XXXX-WXX-7"),
        ("A five-day-old baby, 10 years old at nearly 40 years of age", DAY, ""),
        ("She won a quarter of the vote in a second race.", DAY, ""),
    ]);
}

#[test]
fn names_and_counts_are_no_dates() {
    check(&[
        ("April Jones met Theresa May and Jan Kowalski.", DAY, ""),
        ("He told ABC's This Week and USA TODAY.", DAY, ""),
        ("The fall of Bilbao, 21st Century Fox and an august body", DAY, ""),
        ("Flight 1549 cost $2010 in room 1984.", DAY, ""),
        ("He may march in spring boots in his 30s.", DAY, ""),
        ("At the end of the day, it may fall.", DAY, ""),
        ("They ran as soon as they could.", DAY, ""),
    ]);
}

#[test]
fn every_date_says_why_and_covers_its_days() {
    let document = Document::new("It will close for good at the end of May.");
    let (dates, _) = super::find(&document, &Syntax::new(&document), DAY.parse().ok());
    assert_eq!(dates[0].interval, Some(["2022-05-01".to_owned(), "2022-05-31".to_owned()]));
    assert_eq!(dates[0].modifier, Some(crate::analysis::DateModifier::End));
    assert_eq!(dates[0].rule.name, "month-future");
}

proptest::proptest! {
    /// Whatever the order of the words: no panic, and expressions in order that never overlap.
    #[test]
    fn any_words_in_any_order(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..40)) {
        let text = words.concat();
        let document = Document::new(&text);
        let (dates, _) = super::find(&document, &Syntax::new(&document), DAY.parse().ok());
        for pair in dates.windows(2) {
            proptest::prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }
}

const WORDS: &[&str] = &[
    "the ",
    "a ",
    "of ",
    "in ",
    "last ",
    "next ",
    "this ",
    "May ",
    "May",
    "4",
    "31",
    " 31 ",
    "1999",
    " 2022 ",
    "-",
    "/",
    ":",
    ", ",
    ". ",
    "(",
    ")",
    "'s ",
    "'",
    "third ",
    "257th ",
    "second ",
    "quarter ",
    "year ",
    "years ",
    "ago ",
    "later ",
    "day ",
    "night ",
    "Friday ",
    "early ",
    "late ",
    "end ",
    "half ",
    "and ",
    "two ",
    "ninety ",
    "hundred ",
    "million ",
    "century ",
    "BC ",
    "p.m. ",
    "GMT ",
    "T16",
    "9",
    "00",
    "today ",
    "week ",
    "hours ",
    "every ",
    "each ",
    "fiscal ",
    "Christmas ",
    "season ",
    "summer ",
    "999999999999 ",
    "’90s ",
    "nineties ",
    "until ",
    "will ",
    "said ",
    "\n\n",
];
