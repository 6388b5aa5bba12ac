"""Months and weeks."""

import datetime

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_first = [0]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(1 for year in range(y1, y2) if isleap(year))


def weekday(year, month, day):
    return datetime.date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == 2 and isleap(year))


def setfirstweekday(firstweekday):
    _first[0] = firstweekday


def firstweekday():
    return _first[0]


def timegm(moment):
    year, month, day, hour, minute, second = tuple(moment)[:6]
    days = datetime.date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        for number in range(7):
            yield (self.firstweekday + number) % 7

    def itermonthdates(self, year, month):
        first, length = monthrange(year, month)
        start = datetime.date(year, month, 1) - datetime.timedelta(days=(first - self.firstweekday) % 7)
        shown = -(-((first - self.firstweekday) % 7 + length) // 7) * 7
        for number in range(shown):
            yield start + datetime.timedelta(days=number)

    def itermonthdays(self, year, month):
        for date in self.itermonthdates(year, month):
            yield date.day if date.month == month else 0

    def monthdatescalendar(self, year, month):
        dates = list(self.itermonthdates(year, month))
        return [dates[place:place + 7] for place in range(0, len(dates), 7)]

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[place:place + 7] for place in range(0, len(days), 7)]


def monthcalendar(year, month):
    return Calendar(_first[0]).monthdayscalendar(year, month)


def __getattr__(name):
    if name in ("TextCalendar", "HTMLCalendar", "month", "prmonth", "calendar", "prcal"):
        import _limbec
        _limbec.unsupported(f"calendar.{name}")
    raise AttributeError(f"module 'calendar' has no attribute {name!r}")
