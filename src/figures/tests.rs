//! What is special in the figures of news, one line a case.

use super::*;
use crate::analysis::{FigureKind, Modifier};
use crate::{Options, analyze};

/// `[kind] sign value unit {status}`, what is unknown left out.
fn told(figure: &Figure) -> String {
    let sign = serde_json::to_value(figure.modifier).expect("a sign");
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => format!("{}", (value * 1e4).round() / 1e4),
        (None, low, high) => format!("{}..{}", low.unwrap_or_default(), high.unwrap_or_default()),
    };
    let kind = match figure.kind {
        FigureKind::Count => String::new(),
        kind => format!("{kind:?} ").to_lowercase(),
    };
    let sign =
        if figure.modifier == Modifier::Exactly { "" } else { sign.as_str().unwrap_or_default() };
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
            "Police said 11 people, including four children, died in the crash.",
            "11 person {killed} | 4 child {killed}",
        ),
        ("The storm left 480 families homeless.", "480 family {homeless}"),
        ("It killed nine sailors and injured 30.", "9 sailor {killed} | 30 {injured}"),
        ("The dam forced the evacuation of some 3,000 villagers.", "~3000 villager {evacuated}"),
        ("Officials ordered 700 residents to evacuate.", "700 resident {evacuated}"),
        ("About 90 miners managed to leave the shaft on Friday.", "~90 miner {evacuated}"),
        ("Around 50 nurses are thought to still be stuck in the clinic.", "~50 nurse {trapped}"),
        ("Nearly 200 homes were not damaged.", "~200 home"),
        ("Some 40 villagers could be killed.", "~40 villager"),
        ("Deaths: 2", "2 death {killed}"),
        ("Gunmen took 14 teachers hostage.", "14 teacher {detained}"),
    ]);
}

#[test]
fn ranges_and_vague_numbers() {
    check(&[
        ("There were between 300 and 400 pilgrims on board.", "300..400 pilgrim"),
        ("The boat drifted 5 to 7 miles.", "measure 5..7 mile"),
        ("The ward treats 500-600 patients a day.", "500..600 patient per day"),
        ("It will cost $89 to $93 billion.", "money 89000000000..93000000000 USD"),
        ("Fares rose from $2 to $3.", "money 2..3 USD"),
        ("Some 20,000–30,000 pilgrims came.", "~20000..30000 pilgrim"),
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
        ("The guide counted children. \"There are more than 30,\" he said.", ">30 child"),
        ("In the yard stood wagons, hundreds of them.", "~100..1000 wagon"),
        ("The ferry carried a crew of nine.", "9 crew"),
    ]);
}

#[test]
fn ages_and_durations() {
    check(&[
        ("A 70-year-old woman was found after 71 hours.", "age 70 year of age | duration 71 hour"),
        ("The skipper, 42, told us.", "age 42 year of age"),
        ("Voters aged 18 to 34 stayed away.", "age 18..34 year of age"),
        ("A 19-month-old boy was rescued.", "age 19 month of age {rescued}"),
        ("A 12-hour curfew began.", "duration 12 hour"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("Damage is put at $3bn.", "money 3000000000 USD"),
        ("It raised £1.2 million.", "money 1200000 GBP"),
        ("It borrowed EUR450m.", "money 450000000 EUR"),
        ("The fund holds US$1.4tn.", "money 1400000000000 USD"),
        ("The bridge cost Rs 2 crore.", "money 20000000 INR"),
        ("Rs 5 lakh will be paid.", "money 500000 INR"),
        ("They asked for 9 billion shekels.", "money 9000000000 ILS"),
        ("Fuel costs $1.09 a litre.", "money 1.09 USD per litre"),
        ("The toy costs 3 dollars 50 cents.", "money 3.5 USD"),
        ("A quarter of a million dollars was raised.", "money 250000 USD"),
        ("He paid two pounds for it.", "money 2 GBP"),
        ("Tens of billions of euros were lost.", "money ~10000000000..100000000000 EUR"),
        ("She lost 25 pounds.", "measure down25 pound"),
    ]);
}

#[test]
fn shares_and_changes() {
    check(&[
        (
            "Prices rose 0.5 percentage points to 4.2%.",
            "percent up0.5 percentage point | percent 4.2 percent",
        ),
        ("Support fell 12 per cent.", "percent down12 percent"),
        ("Two-thirds of residents have gone.", "fraction 0.6667 resident"),
        ("Nearly half of the wells were dry.", "fraction ~0.5 well"),
        ("One in five households has no well.", "fraction 0.2 household"),
        ("Three out of ten wells work.", "fraction 0.3 well"),
        ("The team won 3-2.", "score 3..2"),
        ("The council voted 10-5.", "score 10..5"),
        ("It was four times the price.", "multiplier 4 time"),
        ("A 7.8-magnitude quake struck.", "rating 7.8"),
        ("Four of the 12 sailors swam.", "4 sailor | 12 sailor"),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("The 40-mile-long queue moved.", "measure 40 mile"),
        ("Temperatures dropped to -12C.", "measure -12 celsius"),
        ("Winds reached 120mph.", "measure 120 mile per hour"),
        ("The well is 10m deep.", "measure 10 metre"),
        ("It drains 3 sq km.", "measure 3 square kilometre"),
        ("He is 5 feet 2 inches tall.", "measure 5.1667 foot"),
        ("They waited half an hour.", "duration 0.5 hour"),
        ("Zero casualties were reported.", "0 casualty"),
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
        ("Resolution 2334 and section 230 stand.", ""),
        ("Call 0800 555 0123 now.", ""),
        ("The new Harrow Phone 11 is out.", ""),
        ("A third-party audit and a second half followed.", ""),
        ("Another one of the best wells in the county dried up.", ""),
        ("The bottom three go down.", ""),
        ("In the 1990s they met in Room 101.", ""),
    ]);
}
