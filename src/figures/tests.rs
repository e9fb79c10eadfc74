//! What is special in the figures of news, one line a case.

use super::*;
use crate::analysis::{FigureKind, Modifier};
use crate::{Options, analyze};

/// `[kind] sign value unit {status}`, what is unknown left out.
fn told(figure: &Figure) -> String {
    let sign = match figure.modifier {
        Modifier::Exactly => "",
        Modifier::About => "~",
        Modifier::MoreThan => ">",
        Modifier::AtLeast => ">=",
        Modifier::LessThan => "<",
        Modifier::AtMost => "<=",
        Modifier::Up => "up",
        Modifier::Down => "down",
    };
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => format!("{}", (value * 1e4).round() / 1e4),
        (None, low, high) => format!("{}..{}", low.unwrap_or_default(), high.unwrap_or_default()),
    };
    let kind = match figure.kind {
        FigureKind::Count => String::new(),
        kind => format!("{kind:?} ").to_lowercase(),
    };
    let unit = figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let status = figure.status.as_ref().map(|status| format!(" {{{status}}}")).unwrap_or_default();
    let more = if figure.additive { " +" } else { "" };
    format!("{kind}{sign}{number}{unit}{status}{more}")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let figures = analyze(text, &Options::default()).figures;
        let found: Vec<String> = figures.iter().map(told).collect();
        assert_eq!(found.join(" | "), *expected, "{text}");
    }
}

#[test]
fn casualties() {
    check(&[
        ("More than 60 dockers were killed when the crane fell.", ">60 docker {killed}"),
        ("The death toll has climbed to at least 2,315, the mayor said.", ">=2315 {killed}"),
        ("Up to 15 were still trapped in the tunnel.", "<=15 {trapped}"),
        (
            "In all 11 divers, including four cadets, drowned.",
            "11 diver {killed} | 4 cadet {killed}",
        ),
        ("The storm left 480 families homeless.", "480 family {homeless}"),
        ("It killed nine sailors and injured 30.", "9 sailor {killed} | 30 {injured}"),
        ("The dam forced the evacuation of some 3,000 villagers.", "~3000 villager {evacuated}"),
        ("Officials ordered 700 residents to evacuate.", "700 resident {evacuated}"),
        ("About 90 miners managed to leave the shaft on Friday.", "~90 miner {evacuated}"),
        ("About 50 nurses are believed to be still stuck in the clinic.", "~50 nurse {trapped}"),
        ("Nearly 200 homes were not damaged.", "~200 home"),
        ("Some 40 villagers could be killed.", "~40 villager"),
        ("Deaths: 9", "9 death {killed}"),
        ("Gunmen took 14 teachers hostage.", "14 teacher {detained}"),
    ]);
}

#[test]
fn ranges_and_vague_numbers() {
    check(&[
        ("There were between 300 and 400 pilgrims on board.", "300..400 pilgrim"),
        ("The boat drifted 8 to 11 miles.", "measure 8..11 mile"),
        ("The mill grinds 70-80 sacks a day.", "70..80 sack per day"),
        ("It will cost $12 to $15 billion.", "money 12000000000..15000000000 USD"),
        ("Fares rose from $2 to $3.", "money 2..3 USD"),
        ("Some 40,000–60,000 pilgrims came.", "~40000..60000 pilgrim"),
        ("Dozens of goats escaped.", "~12..120 goat"),
        ("Tens of thousands of pilgrims came.", "~10000..100000 pilgrim"),
        ("Several hundred lorries waited.", "~100..1000 lorry"),
    ]);
}

#[test]
fn more_of_the_same() {
    check(&[
        ("A further 12 farms were searched.", "12 farm +"),
        ("They found 30 coins. Another 12 are thought to be in the well.", "30 coin | 12 coin +"),
        ("The guide counted herons. \"There are more than 50,\" he said.", ">50 heron"),
        ("In the yard stood wagons, hundreds of them.", "~100..1000 wagon"),
        ("The ferry has a crew of seven.", "7 crew"),
    ]);
}

#[test]
fn ages_and_durations() {
    check(&[
        ("The 83-year-old baker waited 16 hours.", "age 83 year of age | duration 16 hour"),
        ("Our skipper, 57, waved.", "age 57 year of age"),
        ("Voters aged 21 to 29 stayed away.", "age 21..29 year of age"),
        ("Divers said a 14-month-old girl was rescued.", "age 14 month of age {rescued}"),
        ("A 12-hour curfew began.", "duration 12 hour"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("The dam will cost $7bn.", "money 7000000000 USD"),
        ("It raised £8.4 million.", "money 8400000 GBP"),
        ("It borrowed EUR320m.", "money 320000000 EUR"),
        ("The fund holds US$2.6tn.", "money 2600000000000 USD"),
        ("The pump cost Rs 3 crore.", "money 30000000 INR"),
        ("She won Rs 6 lakh.", "money 600000 INR"),
        ("They asked for 4 billion shekels.", "money 4000000000 ILS"),
        ("Milk sells at $2.15 a litre.", "money 2.15 USD per litre"),
        ("The toy costs 4 dollars 20 cents.", "money 4.2 USD"),
        ("The choir collected a quarter of a million euros.", "money 250000 EUR"),
        ("He paid two pounds for it.", "money 2 GBP"),
        ("Tens of billions of euros were lost.", "money ~10000000000..100000000000 EUR"),
        ("The parcel lost 3 pounds.", "measure down3 pound"),
    ]);
}

#[test]
fn shares_and_changes() {
    check(&[
        (
            "Turnout rose 3.5 percentage points to 61%.",
            "percent up3.5 percentage point | percent 61 percent",
        ),
        ("Takings fell 8 per cent.", "percent down8 percent"),
        ("Two-thirds of the lanterns went out.", "fraction 0.6667 lantern"),
        ("Nearly half of the wells were dry.", "fraction ~0.5 well"),
        ("One in four farms has a pond.", "fraction 0.25 farm"),
        ("Seven out of ten wells work.", "fraction 0.7 well"),
        ("Harrow beat them 4-1.", "score 4..1"),
        ("The council voted 14-9.", "score 14..9"),
        ("It was four times the price.", "multiplier 4 time"),
        ("It was a 6.3-magnitude tremor.", "rating 6.3 magnitude"),
        ("Five of the 20 sailors swam.", "5 sailor | 20 sailor"),
        ("Two of the ship’s five decks are dry.", "2 deck | 5 deck"),
        ("A third of what the valley sees fell.", "fraction 0.3333"),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("The 9-mile-long queue moved.", "measure 9 mile"),
        ("The pond was at -7C.", "measure -7 celsius"),
        ("The gale blew at 95mph.", "measure 95 mile per hour"),
        ("The well is 10m deep.", "measure 10 metre"),
        ("It drains 3 sq km.", "measure 3 square kilometre"),
        ("He is 6 feet 3 inches tall.", "measure 6.25 foot"),
        ("They waited half an hour.", "duration 0.5 hour"),
        ("The clerk counted zero errors.", "0 error"),
        ("Rain reached 14 000 barns.", "14000 barn"),
    ]);
}

#[test]
fn numbers_that_count_nothing() {
    check(&[
        ("No one came, and the one who did left.", ""),
        ("It began in 1984 and ended on 12 May 2021.", ""),
        ("Doors open at 8am, at 4:01 p.m. and at 10.45pm.", ""),
        ("Covid-19, 9/11, 24/7 and the F-16 were in the news.", ""),
        ("Resolution 118 and section 44 stand.", ""),
        ("Ring 0700 555 0199 now.", ""),
        ("The new Harrow Phone 11 is out.", ""),
        ("A third-party audit and a second half followed.", ""),
        ("Another one of the best wells in the county dried up.", ""),
        ("The bottom three go down.", ""),
        ("In the 1990s they met in Room 101.", ""),
    ]);
}

#[test]
fn days_are_no_figures() {
    check(&[
        ("It was seen on 30 April 2026.", ""),
        ("It was seen on 31 April 2026, which no calendar has.", ""),
        ("On 4 May 2026, 31 sailors came.", "31 sailor"),
    ]);
}
