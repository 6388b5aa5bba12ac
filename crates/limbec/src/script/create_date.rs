//! The moment at which a revision is made, in local time or in the zone of the `timezone` option.

use std::fmt;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::error::ScriptError;

/// The creation date of a revision: Python's `datetime`, naive when no time zone is configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateDate {
    moment: Zoned,
    aware: bool,
}

impl CreateDate {
    /// The date for `moment` (rounded down to microseconds) in the zone that the `timezone` option names, or in local time.
    ///
    /// # Errors
    /// When there is no such zone. Alembic looks for the name as written and then in capitals.
    pub fn at(moment: Timestamp, timezone: Option<&str>) -> Result<Self, ScriptError> {
        let microseconds = Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment);
        let (zone, aware) = match timezone {
            Some(name) => (find_zone(name)?, true),
            None => (TimeZone::system(), false),
        };
        Ok(Self {
            moment: microseconds.to_zoned(zone),
            aware,
        })
    }

    /// Now.
    ///
    /// # Errors
    /// As [`CreateDate::at`].
    pub fn now(timezone: Option<&str>) -> Result<Self, ScriptError> {
        Self::at(Timestamp::now(), timezone)
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn epoch(&self) -> i64 {
        self.moment.timestamp().as_second()
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i64 {
        self.moment.year().into()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> i64 {
        self.moment.month().into()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(&self) -> i64 {
        self.moment.day().into()
    }

    /// The hour.
    #[must_use]
    pub fn hour(&self) -> i64 {
        self.moment.hour().into()
    }

    /// The minute.
    #[must_use]
    pub fn minute(&self) -> i64 {
        self.moment.minute().into()
    }

    /// The second.
    #[must_use]
    pub fn second(&self) -> i64 {
        self.moment.second().into()
    }

    /// The fraction of the second in microseconds.
    #[must_use]
    pub fn microsecond(&self) -> i64 {
        i64::from(self.moment.subsec_nanosecond()) / 1000
    }

    /// The distance from UTC in seconds; `None` for a naive date.
    #[must_use]
    pub fn utc_offset(&self) -> Option<i32> {
        self.aware.then(|| self.moment.offset().seconds())
    }
}

/// The text of Python's `str(datetime)`.
impl fmt::Display for CreateDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.moment.strftime("%Y-%m-%d %H:%M:%S"))?;
        if self.microsecond() != 0 {
            write!(f, ".{:06}", self.microsecond())?;
        }
        if let Some(offset) = self.utc_offset() {
            let (sign, seconds) = if offset < 0 {
                ('-', -offset)
            } else {
                ('+', offset)
            };
            write!(f, "{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)?;
            if seconds % 60 != 0 {
                write!(f, ":{:02}", seconds % 60)?;
            }
        }
        Ok(())
    }
}

/// Zone names are file names to Python: their case counts.
fn find_zone(name: &str) -> Result<TimeZone, ScriptError> {
    exact_zone(name)
        .or_else(|| exact_zone(&name.to_uppercase()))
        .ok_or_else(|| {
            let known = jiff::tz::db()
                .available()
                .find(|zone| zone.as_str().eq_ignore_ascii_case(name));
            let hint = match known {
                Some(zone) => format!("did you mean {}?", zone.as_str()),
                None => "names look like UTC or Europe/Berlin; remove the option for local time"
                    .to_owned(),
            };
            ScriptError::command_with_hint(format!("Can't locate timezone: {name}"), hint)
        })
}

fn exact_zone(name: &str) -> Option<TimeZone> {
    let zone = TimeZone::get(name).ok()?;
    (zone.iana_name() == Some(name)).then_some(zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(moment: &str, zone: &str) -> String {
        CreateDate::at(moment.parse().expect("a moment"), Some(zone))
            .expect("a zone")
            .to_string()
    }

    #[test]
    fn dates_print_as_in_python() {
        assert_eq!(
            shown("2026-07-01T09:05:07.000120Z", "Europe/Moscow"),
            "2026-07-01 12:05:07.000120+03:00"
        );
        assert_eq!(
            shown("2026-07-01T09:05:07Z", "America/St_Johns"),
            "2026-07-01 06:35:07-02:30"
        );
        assert_eq!(
            shown("2026-07-01T09:05:07Z", "utc"),
            "2026-07-01 09:05:07+00:00"
        );
    }

    #[test]
    fn unknown_zones_are_alembics_error() {
        let error = CreateDate::now(Some("europe/moscow")).expect_err("the case counts");
        assert_eq!(error.to_string(), "Can't locate timezone: europe/moscow");
        assert_eq!(error.hint(), Some("did you mean Europe/Moscow?"));
    }
}
