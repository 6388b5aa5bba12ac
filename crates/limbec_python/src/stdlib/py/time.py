"""Clocks and calendar times."""

import _limbec


class struct_time:
    _fields = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

    def __init__(self, values, zone=None, offset=None):
        values = tuple(values)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        self._values = values[:9]
        for name, value in zip(self._fields, values):
            setattr(self, name, value)
        self.tm_zone = values[9] if len(values) > 9 else zone
        self.tm_gmtoff = values[10] if len(values) > 10 else offset

    def __getitem__(self, index):
        return self._values[index]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return 9

    def __eq__(self, other):
        return self._values == tuple(other)

    def __lt__(self, other):
        return self._values < tuple(other)

    def __hash__(self):
        return hash(self._values)

    def __repr__(self):
        inside = ", ".join(f"{name}={value}" for name, value in zip(self._fields, self._values))
        return f"time.struct_time({inside})"


def time():
    return _limbec.now() / 10 ** 9


def time_ns():
    return _limbec.now()


def monotonic():
    return _limbec.monotonic() / 10 ** 9


def monotonic_ns():
    return _limbec.monotonic()


perf_counter = process_time = thread_time = monotonic
perf_counter_ns = process_time_ns = monotonic_ns


def sleep(seconds, /):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    _limbec.sleep(seconds)


def _floor(seconds):
    if seconds is None:
        return _limbec.now() // 10 ** 9
    return int(seconds // 1)


def gmtime(seconds=None, /):
    fields = list(_limbec.fields(_floor(seconds), False))
    fields[9] = "UTC"
    return struct_time(fields)


def localtime(seconds=None, /):
    return struct_time(_limbec.fields(_floor(seconds), True))


def mktime(moment, /):
    import datetime
    year, month, day, hour, minute, second = tuple(moment)[:6]
    # Fields beyond their bounds count on: the 32nd of January is the first of February.
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    at = datetime.datetime(year, month, 1) + datetime.timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)
    return float(_limbec.seconds(at.year, at.month, at.day, at.hour, at.minute, at.second, True))


def strftime(format, moment=None, /):
    import datetime
    moment = localtime() if moment is None else moment
    values = tuple(moment)
    zone, offset = getattr(moment, "tm_zone", None), getattr(moment, "tm_gmtoff", None)
    if zone is None:
        zone, offset = _zone()[3][max(values[8], 0)], None
    if offset is None:
        local = _limbec.fields(int(mktime(values)), True)
        offset = local[10]
    tz = datetime.timezone(datetime.timedelta(seconds=offset), zone)
    return datetime.datetime(*values[:6], tzinfo=tz).strftime(format)


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    import datetime
    at = datetime.datetime.strptime(text, format)
    return struct_time((*at.timetuple()[:8], -1) if at.tzinfo is None else at.timetuple())


def asctime(moment=None, /):
    values = tuple(localtime() if moment is None else moment)
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return (f"{days[values[6]]} {months[values[1] - 1]} {values[2]:2d} {values[3]:02d}:{values[4]:02d}:"
            f"{values[5]:02d} {values[0]}")


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def _zone():
    year = _limbec.fields(_limbec.now() // 10 ** 9, True)[0]
    both = [_limbec.fields(_limbec.seconds(year, month, 1, 0, 0, 0, True), True) for month in (1, 7)]
    winter = next((fields for fields in both if not fields[8]), both[0])
    summer = next((fields for fields in both if fields[8]), None)
    name = winter[9]
    return -winter[10], -(summer or winter)[10], int(summer is not None), (name, summer[9] if summer else name)


def __getattr__(name):
    # The zone of the machine is looked for when it is asked for: that reads folders.
    names = ("timezone", "altzone", "daylight", "tzname")
    if name not in names:
        raise AttributeError(f"module 'time' has no attribute {name!r}")
    globals().update(zip(names, _zone()))
    return globals()[name]


def tzset():
    pass
