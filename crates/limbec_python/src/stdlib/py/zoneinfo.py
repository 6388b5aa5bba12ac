"""Time zones of the IANA database."""

import _limbec
import datetime

TZPATH = ()


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(datetime.tzinfo):
    _known = {}

    def __new__(cls, key):
        if key not in ZoneInfo._known:
            ZoneInfo._known[key] = cls.no_cache(key)
        return ZoneInfo._known[key]

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str) or not key or not _limbec.zone_exists(key):
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        made = object.__new__(cls)
        made.key = key
        return made

    def __init__(self, key):
        pass

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    def _at(self, dt):
        if dt is None:
            return None
        return _limbec.zone_local(self.key, dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second, dt.fold)

    def utcoffset(self, dt):
        found = self._at(dt)
        return None if found is None else datetime.timedelta(seconds=found[0])

    def dst(self, dt):
        found = self._at(dt)
        return None if found is None else datetime.timedelta(seconds=found[1])

    def tzname(self, dt):
        found = self._at(dt)
        return None if found is None else found[2]

    def fromutc(self, dt):
        found = _limbec.zone_utc(self.key, dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second)
        local = dt.replace(tzinfo=None) + datetime.timedelta(seconds=found[0])
        return local.replace(tzinfo=self, fold=found[1])

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"


def available_timezones():
    return set(_limbec.zone_names())


def reset_tzpath(to=None):
    pass
