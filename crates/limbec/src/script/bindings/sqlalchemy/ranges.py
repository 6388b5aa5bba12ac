"""Ranges of PostgreSQL: those of psycopg2, which a result has, and that of SQLAlchemy, which columns of range types have."""

import datetime as _datetime


class _Bounded:
    """What both have in common."""

    def __init__(self, lower=None, upper=None, bounds="[)", empty=False):
        if not empty and bounds not in ("[)", "(]", "()", "[]"):
            raise ValueError(f"bound flags not valid: {bounds!r}")
        if empty:
            lower = upper = None
        self.__dict__.update(_lower=lower, _upper=upper, _bounds=None if empty else bounds)

    lower = property(lambda self: self._lower)
    upper = property(lambda self: self._upper)
    isempty = property(lambda self: self._bounds is None)
    lower_inf = property(lambda self: self._bounds is not None and self._lower is None)
    upper_inf = property(lambda self: self._bounds is not None and self._upper is None)
    lower_inc = property(lambda self: self._lower is not None and self._bounds[0] == "[")
    upper_inc = property(lambda self: self._upper is not None and self._bounds[1] == "]")

    def __contains__(self, x):
        if self._bounds is None:
            return False
        above = self._lower is None or (x >= self._lower if self._bounds[0] == "[" else x > self._lower)
        return above and (self._upper is None or (x <= self._upper if self._bounds[1] == "]" else x < self._upper))

    def __bool__(self):
        return self._bounds is not None

    def _parts(self):
        return self._lower, self._upper, self._bounds

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, _Bounded) else False

    def __hash__(self):
        return hash(self._parts())

    def _shown(self, quote=""):
        """As the server reads it."""
        if self._bounds is None:
            return "empty"
        ends = ["" if end is None else f"{quote}{end}{quote}" for end in (self._lower, self._upper)]
        return self._bounds[0] + ",".join(ends) + self._bounds[1]

    def _sql_text(self):
        return self._shown('"')


class Raw(_Bounded):
    """A range of psycopg2."""

    def __repr__(self):
        name = type(self).__name__
        return f"{name}(empty=True)" if self._bounds is None else f"{name}({self._lower!r}, {self._upper!r}, {self._bounds!r})"

    def __str__(self):
        return "empty" if self._bounds is None else f"{self._bounds[0]}{self._lower}, {self._upper}{self._bounds[1]}"

    def __lt__(self, other):
        if not isinstance(other, Raw):
            return NotImplemented
        for mine, own in zip(self._parts(), other._parts()):
            if mine != own:
                return mine is None or own is not None and mine < own
        return False

    def __le__(self, other):
        return self == other or self < other

    def __gt__(self, other):
        return other < self

    def __ge__(self, other):
        return other <= self


def _raw(name):
    return type(name, (Raw,), {"__module__": "psycopg2._range"})


Raw.__name__ = Raw.__qualname__ = "Range"
Raw.__module__ = "psycopg2._range"
NumericRange, DateRange, DateTimeRange, DateTimeTZRange = map(
    _raw, ("NumericRange", "DateRange", "DateTimeRange", "DateTimeTZRange")
)


class Range(_Bounded):
    """`sqlalchemy.dialects.postgresql.Range`"""

    __module__ = "sqlalchemy.dialects.postgresql.ranges"

    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        super().__init__(lower, upper, bounds, empty)

    bounds = property(lambda self: self._bounds or "[)")
    empty = is_empty = property(lambda self: self._bounds is None)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def _parts(self):
        # Between whole numbers and between days there is nothing, so that [1,5] is [1,6).
        lower, upper, bounds = super()._parts()
        kind = type(upper if lower is None else lower)
        step = 1 if kind is int else _datetime.timedelta(1) if kind is _datetime.date else None
        if bounds is None or step is None:
            return lower, upper, bounds
        if lower is not None and bounds[0] == "(":
            lower += step
        if upper is not None and bounds[1] == "]":
            upper += step
        return lower, upper, "[)"

    def contains(self, value):
        if not isinstance(value, Range):
            return value in self
        if not value or not self:
            return not value
        (lower, upper, bounds), (low, up, ends) = self._parts(), value._parts()
        starts = lower is None or low is not None and (lower < low or lower == low and (bounds[0] == "[" or ends[0] == "("))
        return starts and (upper is None or up is not None and (up < upper or up == upper and (bounds[1] == "]" or ends[1] == ")")))

    def overlaps(self, other):
        if not self or not other:
            return False
        mine, own = self._parts(), other._parts()
        return _begins_before_end(mine, own) and _begins_before_end(own, mine)

    def __contains__(self, value):
        return self.contains(value) if isinstance(value, Range) else super().__contains__(value)

    def __repr__(self):
        return f"Range(lower={self._lower!r}, upper={self._upper!r}, bounds={self.bounds!r}, empty={self.empty!r})"

    def __str__(self):
        return self._shown()


def _begins_before_end(one, other):
    lower, upper = one[0], other[1]
    return lower is None or upper is None or lower < upper or lower == upper and one[2][0] == "[" and other[2][1] == "]"
