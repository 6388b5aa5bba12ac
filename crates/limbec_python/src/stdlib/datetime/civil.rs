//! The calendar and the clock, without Python: what `datetime` computes with.

/// Microseconds of a second, a minute, an hour and a day.
pub const SECOND: i128 = 1_000_000;
pub const MINUTE: i128 = 60 * SECOND;
pub const HOUR: i128 = 60 * MINUTE;
pub const DAY: i128 = 24 * HOUR;

/// The last ordinal: 9999-12-31.
pub const LAST_ORDINAL: i64 = 3_652_059;

/// The ordinal of 1970-01-01.
pub const EPOCH_ORDINAL: i64 = 719_163;

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// 1 to 9999
    pub year: i32,
    /// 1 to 12
    pub month: u8,
    /// 1 to the length of the month
    pub day: u8,
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Clock {
    /// 0 to 23
    pub hour: u8,
    /// 0 to 59
    pub minute: u8,
    /// 0 to 59
    pub second: u8,
    /// 0 to 999,999
    pub micros: u32,
}

/// Whether the year has 366 days.
pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month.
pub fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_before_year(year: i64) -> i64 {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

impl Day {
    /// The day, when there is such a day; otherwise what is wrong, in CPython's words.
    pub fn new(year: i64, month: i64, day: i64) -> Result<Self, String> {
        if !(1..=9999).contains(&year) {
            return Err(format!("year {year} is out of range"));
        }
        if !(1..=12).contains(&month) {
            return Err("month must be in 1..12".to_owned());
        }
        let (year, month) = (year as i32, month as u8);
        if day < 1 || day > i64::from(month_length(year, month)) {
            return Err("day is out of range for month".to_owned());
        }
        Ok(Self {
            year,
            month,
            day: day as u8,
        })
    }

    /// The number of the day, 1 for 0001-01-01.
    pub fn ordinal(self) -> i64 {
        days_before_year(i64::from(self.year)) + i64::from(self.day_of_year())
    }

    /// The day of an ordinal, which must lie between 1 and [`LAST_ORDINAL`].
    pub fn from_ordinal(ordinal: i64) -> Option<Self> {
        if !(1..=LAST_ORDINAL).contains(&ordinal) {
            return None;
        }
        let mut year = (ordinal * 400 / 146_097 + 1).clamp(1, 9999);
        while days_before_year(year) >= ordinal {
            year -= 1;
        }
        while year < 9999 && days_before_year(year + 1) < ordinal {
            year += 1;
        }
        let mut rest = ordinal - days_before_year(year);
        let mut month = 1;
        while rest > i64::from(month_length(year as i32, month)) {
            rest -= i64::from(month_length(year as i32, month));
            month += 1;
        }
        Some(Self {
            year: year as i32,
            month,
            day: rest as u8,
        })
    }

    /// 1 for the first of January.
    pub fn day_of_year(self) -> u16 {
        (1..self.month)
            .map(|month| u16::from(month_length(self.year, month)))
            .sum::<u16>()
            + u16::from(self.day)
    }

    /// 0 for Monday.
    pub fn weekday(self) -> u8 {
        ((self.ordinal() + 6) % 7) as u8
    }

    /// ISO 8601: year, week and day of the week (1 for Monday).
    pub fn iso_calendar(self) -> (i32, u8, u8) {
        let monday_of_first = |year: i64| {
            let first = days_before_year(year) + 1;
            let weekday = (first + 6) % 7;
            let monday = first - weekday;
            if weekday > 3 { monday + 7 } else { monday }
        };
        let ordinal = self.ordinal();
        let mut year = i64::from(self.year);
        if ordinal < monday_of_first(year) {
            year -= 1;
        } else if ordinal >= monday_of_first(year + 1) {
            year += 1;
        }
        let week = (ordinal - monday_of_first(year)) / 7 + 1;
        (year as i32, week as u8, self.weekday() + 1)
    }

    /// The day of an ISO year, week and weekday.
    pub fn from_iso(year: i64, week: i64, weekday: i64) -> Option<Self> {
        let fourth = Self::new(year, 1, 4).ok()?;
        let monday = fourth.ordinal() - i64::from(fourth.weekday());
        Self::from_ordinal(monday + (week - 1) * 7 + weekday - 1)
    }
}

impl Clock {
    /// The time, when there is such a time; otherwise what is wrong, in CPython's words.
    pub fn new(hour: i64, minute: i64, second: i64, micros: i64) -> Result<Self, String> {
        if !(0..24).contains(&hour) {
            return Err("hour must be in 0..23".to_owned());
        }
        if !(0..60).contains(&minute) {
            return Err("minute must be in 0..59".to_owned());
        }
        if !(0..60).contains(&second) {
            return Err("second must be in 0..59".to_owned());
        }
        if !(0..1_000_000).contains(&micros) {
            return Err("microsecond must be in 0..999999".to_owned());
        }
        Ok(Self {
            hour: hour as u8,
            minute: minute as u8,
            second: second as u8,
            micros: micros as u32,
        })
    }

    /// Microseconds since midnight.
    pub fn since_midnight(self) -> i128 {
        i128::from(self.hour) * HOUR
            + i128::from(self.minute) * MINUTE
            + i128::from(self.second) * SECOND
            + i128::from(self.micros)
    }
}

/// Microseconds since 0000-12-31 (ordinal 0), which orders and subtracts moments.
pub fn moment(day: Day, clock: Clock) -> i128 {
    i128::from(day.ordinal()) * DAY + clock.since_midnight()
}

/// The inverse of [`moment`]; `None` outside of the years 1 to 9999.
pub fn from_moment(moment: i128) -> Option<(Day, Clock)> {
    let day = Day::from_ordinal(i64::try_from(moment.div_euclid(DAY)).ok()?)?;
    let rest = moment.rem_euclid(DAY);
    let clock = Clock {
        hour: (rest / HOUR) as u8,
        minute: (rest / MINUTE % 60) as u8,
        second: (rest / SECOND % 60) as u8,
        micros: (rest % SECOND) as u32,
    };
    Some((day, clock))
}

/// `+03:00`, with seconds and microseconds where there are some.
pub fn format_offset(micros: i128, colon: bool) -> String {
    let sign = if micros < 0 { '-' } else { '+' };
    let micros = micros.abs();
    let separator = if colon { ":" } else { "" };
    let mut text = format!(
        "{sign}{:02}{separator}{:02}",
        micros / HOUR,
        micros / MINUTE % 60
    );
    let seconds = micros / SECOND % 60;
    let fraction = micros % SECOND;
    if seconds != 0 || fraction != 0 {
        text.push_str(&format!("{separator}{seconds:02}"));
    }
    if fraction != 0 {
        text.push_str(&format!(".{fraction:06}"));
    }
    text
}
