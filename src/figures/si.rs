//! Units put together by rule (SI brochure, section 3): a prefix and a unit (`megavolts`, `GeV`), and powers (`m3`,
//! `km^2`, `metres squared`). What has a row in `unit.tsv` is read from there.

use super::numeral;
use crate::syntax::singular;
use crate::text::Document;

const PREFIXES: &[(&str, &str)] = &[
    ("exa", "E"),
    ("peta", "P"),
    ("tera", "T"),
    ("giga", "G"),
    ("mega", "M"),
    ("kilo", "k"),
    ("hecto", "h"),
    ("deci", "d"),
    ("centi", "c"),
    ("milli", "m"),
    ("micro", "μ"),
    ("micro", "µ"),
    ("nano", "n"),
    ("pico", "p"),
    ("femto", "f"),
    ("atto", "a"),
    ("kibi", "Ki"),
    ("mebi", "Mi"),
    ("gibi", "Gi"),
    ("tebi", "Ti"),
];

/// One unit: its name, another spelling of it, its symbol, and the prefixes that the symbol is written with in news:
/// `TV` is no teravolt, `PA` and `MA` are states.
struct Base(&'static str, &'static str, &'static str, &'static [&'static str]);

const UNITS: &[Base] = &[
    Base("metre", "meter", "m", &["k", "c", "d", "m", "μ", "µ", "n"]),
    Base("gram", "gramme", "g", &["k", "m", "μ", "µ", "n"]),
    Base("litre", "liter", "L", &["m", "d", "c", "μ", "µ"]),
    Base("litre", "liter", "l", &["d", "c", "μ", "µ"]),
    Base("second", "", "s", &["μ", "µ", "n"]),
    Base("watt", "", "W", &["m", "k", "M", "G", "T"]),
    Base("volt", "", "V", &["m", "k", "M"]),
    Base("amp", "ampere", "A", &["m", "k", "μ", "µ"]),
    Base("ohm", "", "Ω", &["k", "M"]),
    Base("joule", "", "J", &["k", "M", "G", "T", "P", "E"]),
    Base("newton", "", "N", &["k", "M"]),
    Base("pascal", "", "Pa", &["h", "k", "M", "G"]),
    Base("hertz", "", "Hz", &["k", "M", "G", "T"]),
    Base("electronvolt", "", "eV", &["k", "M", "G", "T"]),
    Base("byte", "", "B", &["k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti"]),
    Base("bit", "", "bit", &["k", "M", "G", "T"]),
    Base("sievert", "", "Sv", &["m", "μ", "µ"]),
    Base("becquerel", "", "Bq", &["k", "M", "G", "T"]),
    Base("gray", "", "Gy", &["m"]),
    Base("mole", "", "mol", &["m", "μ", "µ", "n"]),
    Base("calorie", "", "cal", &["k"]),
    Base("parsec", "", "pc", &["k", "M", "G"]),
    Base("tesla", "", "", &[]),
    Base("farad", "", "", &[]),
    Base("tonne", "", "", &[]),
    Base("year", "annum", "", &[]),
    Base("barn", "", "", &[]),
];

/// The unit that begins with token `at`, and the token after it.
pub fn after(document: &Document, at: usize, end: usize) -> Option<(usize, String)> {
    if at >= end {
        return None;
    }
    let (name, power) = simple(document, at)?;
    let mut next = at + 1;
    let power = power.or_else(|| {
        let (power, length) = power_after(document, next, end)?;
        next += length;
        Some(power)
    });
    Some((next, power.map_or(name.clone(), |power| format!("{power} {name}"))))
}

/// A prefix with a unit, or any unit with its power in one word (`m3`).
fn simple(document: &Document, at: usize) -> Option<(String, Option<&'static str>)> {
    let word = document.word(at);
    let bare = word.trim_end_matches(['2', '3', '²', '³']);
    let power = match &word[bare.len()..] {
        "" => None,
        "2" | "²" => Some("square"),
        "3" | "³" => Some("cubic"),
        _ => return None,
    };
    if bare == "m" && power.is_some() {
        return Some(("metre".to_owned(), power));
    }
    worded(document.lower(at)).or_else(|| signed(bare)).map(|name| (name, power))
}

/// `megavolts`
fn worded(word: &str) -> Option<String> {
    PREFIXES.iter().find_map(|(prefix, _)| {
        let rest = singular(word.strip_prefix(prefix)?).into_owned();
        let unit =
            UNITS.iter().find(|unit| unit.0 == rest || unit.1 == rest && !rest.is_empty())?;
        Some(format!("{prefix}{}", unit.0))
    })
}

/// `GeV`
fn signed(symbol: &str) -> Option<String> {
    PREFIXES.iter().find_map(|(prefix, sign)| {
        let rest = symbol.strip_prefix(sign).filter(|rest| !rest.is_empty())?;
        let unit = UNITS.iter().find(|unit| unit.2 == rest && unit.3.contains(sign))?;
        Some(format!("{prefix}{}", unit.0))
    })
}

/// `^2`, `squared`: the power before the unit's name, and the number of its tokens.
pub fn power_after(document: &Document, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let caret = numeral::is(document, at, end, &["^"]);
    let power = match document.lower(at + usize::from(caret)) {
        _ if at + usize::from(caret) >= end => return None,
        "2" if caret => "square",
        "3" if caret => "cubic",
        "squared" => "square",
        "cubed" => "cubic",
        _ => return None,
    };
    Some((power, 1 + usize::from(caret)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_put_together() {
        for (text, unit) in [
            ("megavolts", "megavolt"),
            ("GeV", "gigaelectronvolt"),
            ("kN", "kilonewton"),
            ("MHz", "megahertz"),
            ("kibibytes", "kibibyte"),
            ("GiB", "gibibyte"),
            ("centimeters", "centimetre"),
            ("gigaannum", "gigayear"),
            ("m3", "cubic metre"),
            ("km^3", "cubic kilometre"),
            ("km squared", "square kilometre"),
            ("μg", "microgram"),
            ("nanometre", "nanometre"),
            ("nanometres", "nanometre"),
            ("nanometer", "nanometre"),
            ("nanometers", "nanometre"),
            ("nm", "nanometre"),
            ("centilitre", "centilitre"),
            ("centilitres", "centilitre"),
            ("centiliter", "centilitre"),
            ("centiliters", "centilitre"),
            ("cl", "centilitre"),
            ("milligram", "milligram"),
            ("milligrams", "milligram"),
            ("mg", "milligram"),
            ("kilowatt", "kilowatt"),
            ("kilowatts", "kilowatt"),
            ("kW", "kilowatt"),
            ("megawatt", "megawatt"),
            ("megawatts", "megawatt"),
            ("MW", "megawatt"),
            ("gigawatt", "gigawatt"),
            ("gigawatts", "gigawatt"),
            ("GW", "gigawatt"),
            ("terawatt", "terawatt"),
            ("terawatts", "terawatt"),
            ("TW", "terawatt"),
            ("kilovolt", "kilovolt"),
            ("kilovolts", "kilovolt"),
            ("kV", "kilovolt"),
            ("kilojoule", "kilojoule"),
            ("kilojoules", "kilojoule"),
            ("kJ", "kilojoule"),
            ("megahertz", "megahertz"),
            ("MHz", "megahertz"),
            ("gigahertz", "gigahertz"),
            ("GHz", "gigahertz"),
            ("megabyte", "megabyte"),
            ("megabytes", "megabyte"),
            ("MB", "megabyte"),
            ("gigabyte", "gigabyte"),
            ("gigabytes", "gigabyte"),
            ("GB", "gigabyte"),
            ("terabyte", "terabyte"),
            ("terabytes", "terabyte"),
            ("TB", "terabyte"),
            ("kilopascal", "kilopascal"),
            ("kilopascals", "kilopascal"),
            ("kPa", "kilopascal"),
        ] {
            let document = Document::new(text);
            let found = after(&document, 0, document.tokens.len()).map(|(_, name)| name);
            assert_eq!(found.as_deref(), Some(unit), "{text}");
        }
        for text in ["pm", "am", "TV", "PA", "MA", "mega", "kg2x", "Mom", "pad", "El", "2", "Ms"] {
            assert_eq!(after(&Document::new(text), 0, 1), None, "{text}");
        }
    }
}
