"""The package python-dateutil, as far as migrations use it.

Covers `relativedelta` by its arguments: added to and taken from dates and other deltas, multiplied, negated. Does not cover the
difference of two dates, weekdays and `leapdays`; the other names of the package are as those of packages that are not there.
"""

import calendar as _calendar
import datetime as _datetime

import _limbec

_RELATIVE = ("years", "months", "days", "hours", "minutes", "seconds", "microseconds")
_ABSOLUTE = ("year", "month", "day", "hour", "minute", "second", "microsecond")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'dateutil' has no attribute '{name}'")
    return _limbec.absent(f"dateutil.{name}")


class relativedelta:
    """A span in the units of a calendar."""

    __module__ = "dateutil.relativedelta"

    def __init__(self, dt1=None, dt2=None, years=0, months=0, days=0, leapdays=0, weeks=0, hours=0, minutes=0, seconds=0,
                 microseconds=0, year=None, month=None, day=None, weekday=None, yearday=None, nlyearday=None, hour=None,
                 minute=None, second=None, microsecond=None):
        if any(given for given in (dt1, dt2, leapdays, weekday, yearday, nlyearday)):
            _limbec.unsupported("relativedelta of two dates, and with leapdays, weekday or yearday")
        self.years, self.months, self.days = int(years), int(months), days + weeks * 7
        self.hours, self.minutes, self.seconds, self.microseconds = hours, minutes, seconds, microseconds
        for name, value in zip(_ABSOLUTE, (year, month, day, hour, minute, second, microsecond)):
            setattr(self, name, value)
        # What is more than the next unit becomes some of it, with the sign that it has.
        for name, larger, size in (("microseconds", "seconds", 1000000), ("seconds", "minutes", 60), ("minutes", "hours", 60),
                                   ("hours", "days", 24), ("months", "years", 12)):
            value = getattr(self, name)
            if abs(value) > size - 1:
                sign = -1 if value < 0 else 1
                more, rest = divmod(abs(value), size)
                setattr(self, name, rest * sign)
                setattr(self, larger, getattr(self, larger) + more * sign)

    def _parts(self, sign=1):
        return {name: getattr(self, name) * sign for name in _RELATIVE}

    def _set(self):
        return {name: getattr(self, name) for name in _ABSOLUTE if getattr(self, name) is not None}

    def __add__(self, other):
        if isinstance(other, _Delta):
            mine, own = self._parts(), other._parts()
            return _Delta(**{name: mine[name] + own[name] for name in _RELATIVE}, **{**self._set(), **other._set()})
        if isinstance(other, _datetime.timedelta):
            return self + _Delta(days=other.days, seconds=other.seconds, microseconds=other.microseconds)
        if not isinstance(other, _datetime.date):
            return NotImplemented
        fixed = self._set()
        year = fixed.get("year", other.year) + self.years
        carried, month = divmod(fixed.get("month", other.month) + self.months - 1, 12)
        year, month = year + carried, month + 1
        fixed.update(year=year, month=month, day=min(_calendar.monthrange(year, month)[1], fixed.get("day", other.day)))
        spans = {name: getattr(self, name) for name in _RELATIVE[2:]}
        return other.replace(**fixed) + _datetime.timedelta(**spans)

    __radd__ = __add__

    def __neg__(self):
        return _Delta(**self._parts(-1), **self._set())

    def __sub__(self, other):
        return self + -other if isinstance(other, _Delta) else NotImplemented

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, number):
        return _Delta(**{name: int(value * number) for name, value in self._parts().items()}, **self._set())

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, _Delta) and self.__dict__ == other.__dict__

    def __bool__(self):
        return any(self._parts().values()) or bool(self._set())

    def __repr__(self):
        said = [f"{name}={value:+g}" for name, value in self._parts().items() if value]
        said += [f"{name}={value!r}" for name, value in self._set().items()]
        return f"relativedelta({', '.join(said)})"


# The module of this name takes the place of the class in the package.
_Delta = relativedelta
