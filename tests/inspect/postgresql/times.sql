-- Dates, times and intervals with precision, time zone and fields.
CREATE TABLE times (
    a date, b time, c time(3), d time with time zone, e time(0) with time zone, f timestamp, g timestamp(6),
    h timestamptz, i timestamptz(3), j timestamp DEFAULT now(), k timestamptz DEFAULT CURRENT_TIMESTAMP,
    l date DEFAULT CURRENT_DATE, m timestamp(3) DEFAULT (now() AT TIME ZONE 'utc')
);
CREATE TABLE intervals (
    a interval, b interval(3), c interval year, d interval day to second, e interval day to second(2),
    f interval hour to minute, g interval second(4), h interval year to month, i interval[] DEFAULT '{}'
);
