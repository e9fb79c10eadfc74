//! Quarters, halves and seasons: which year's?

use super::{Context, Place, Resolver};
use crate::dates::expression::{Meaning, Year};
use crate::dates::lexicon::Relation;
use crate::dates::period::{Period, Season, Unit};
use crate::dates::rules;

/// A quarter is remembered for so many sentences.
const QUARTER_REACH: usize = 15;

impl Resolver {
    pub(super) fn fiscal(&self, meaning: &Meaning, context: &Context) -> Place {
        let recent = self.recent_quarter(context);
        let (number, year, per) = match *meaning {
            Meaning::Quarter { number, year, .. } => (number, year, 4),
            Meaning::Half { number, year } => (number, year, 2),
            Meaning::YearBefore { .. } if recent.is_some() => {
                return Place::text(
                    recent.and_then(|quarter| quarter.shift(-4)),
                    rules::YEAR_BEFORE,
                );
            }
            Meaning::LatestQuarter { named: true } if recent.is_some() => {
                return Place::text(recent, rules::LATEST_QUARTER);
            }
            _ => return self.unnamed_quarter(meaning),
        };
        let in_year = |year| {
            if per == 4 { Period::Quarter(year, number) } else { Period::Half(year, number) }
        };
        let reference = self.reference.map(|reference| reference.date);
        match (year, reference) {
            (Year::Is(year), _) => Place::said(Some(in_year(year)), rules::YEAR_SAID),
            (Year::Same, _) => Place::text(self.same_year(context).map(in_year), rules::NEAR_TEXT),
            (_, None) => Place::unknown(rules::NO_REFERENCE),
            (Year::FromNow(shift), Some(today)) => {
                let year = today.year() + shift as i16;
                Place::published(Some(in_year(year)), rules::NEAR)
            }
            (Year::Unsaid, Some(today)) => {
                let first = |year| in_year(year).days().map(|(first, _)| first);
                if let Some((year, rule)) = self.said_year(context, &first) {
                    return Place::text(Some(in_year(year)), rule);
                }
                let begun = in_year(today.year()).days().is_some_and(|(first, _)| first <= today);
                let year = today.year() - i16::from(!begun);
                Place::published(Some(in_year(year)), rules::QUARTER)
            }
        }
    }

    /// `the latest quarter`, `a year earlier`, where no quarter was named before.
    pub(super) fn unnamed_quarter(&self, meaning: &Meaning) -> Place {
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let unit = match meaning {
            Meaning::YearBefore { quarter: false } => Unit::Year,
            _ => Unit::Quarter,
        };
        let back = if let Meaning::YearBefore { quarter: true } = meaning { -5 } else { -1 };
        let period = Period::holding(reference.date, unit).and_then(|period| period.shift(back));
        Place::published(period, rules::LATEST_QUARTER)
    }

    pub(super) fn recent_quarter(&self, context: &Context) -> Option<Period> {
        let near = |sentence: usize| context.sentence - sentence <= QUARTER_REACH;
        self.quarter.filter(|&(_, sentence)| near(sentence)).map(|(quarter, _)| quarter)
    }

    pub(super) fn season(
        &self,
        season: Season,
        year: Year,
        relation: Option<Relation>,
        context: &Context,
    ) -> Place {
        let in_year = |year| Some(Period::Season(year, season));
        let year = match (year, relation) {
            (Year::Is(year), _) => return Place::said(in_year(year), rules::YEAR_SAID),
            (Year::Same, _) | (_, Some(Relation::That)) => {
                return Place::text(self.same_year(context).and_then(in_year), rules::NEAR_TEXT);
            }
            (year, _) => year,
        };
        let first = |year| in_year(year)?.days().map(|(first, _)| first);
        if relation.is_none()
            && year == Year::Unsaid
            && let Some((year, rule)) = self.running_year(context, &first)
        {
            return Place::text(in_year(year), rule);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let today = reference.date;
        if let Year::FromNow(shift) = year {
            return Place::published(in_year(today.year() + shift as i16), rules::NEAR);
        }
        let begun = first(today.year()).is_some_and(|first| first <= today);
        let latest = if begun { today.year() } else { today.year() - 1 };
        let running = in_year(latest).and_then(Period::days).is_some_and(|(_, last)| today <= last);
        let (year, rule) = match relation {
            Some(Relation::Last | Relation::Past | Relation::Previous) => {
                (latest - i16::from(running), rules::LAST)
            }
            Some(Relation::Next | Relation::Coming) => (latest + 1, rules::NEXT),
            Some(_) if !running => (today.year(), rules::THIS),
            _ => (latest, rules::SEASON),
        };
        Place::published(in_year(year), rule)
    }
}
