import datetime as dt
from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 2, 29, 13, 5, 9, 7)
print(d, repr(d), d.isoformat(), d.isoformat(" ", "seconds"), d.isoformat(timespec="milliseconds"), d.date(), d.time(), d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple()[:9], d.toordinal(), d.replace(year=2023, day=1), d.ctime(), str(d.timetz()))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %j %U %W %w %a %A %b %B %p %I %y %% %Z|%z|%x|%X|%c|%G-W%V-%u|%e|%D|%T|%-d|%s" .replace("|%s", "")), d.strftime(""), date(2024, 1, 5).strftime("%d/%m/%y"), time(3, 4).strftime("%H-%M"), f"{d:%B %d}")
for s, f in (("2024-01-02", "%Y-%m-%d"), ("2/1/24 3PM", "%d/%m/%y %I%p"), ("Jan 5 2023", "%b %d %Y"), ("Friday, 05 January 2024", "%A, %d %B %Y"), ("2024-01-02T03:04:05.123+0530", "%Y-%m-%dT%H:%M:%S.%f%z"), ("2024-01-02 03:04Z", "%Y-%m-%d %H:%M%z"), ("24 060", "%y %j")):
    print(repr(datetime.strptime(s, f)))
for s, f in (("x", "%Y"), ("2024-13-01", "%Y-%m-%d"), ("2024-01-02 extra", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("1", "%q"), ("a", "%")):
    try: print(datetime.strptime(s, f))
    except ValueError as e: print(e)
for s in ("2024-01-02", "2024-01-02T03:04:05", "2024-01-02 03:04:05.123456+02:00", "2024-01-02T03:04Z", "20240102T030405", "2024-W01-2", "bad", "2024-1-2", "2024-01-02T25:00", "2024-02-30"):
    try: print(repr(datetime.fromisoformat(s)))
    except ValueError as e: print(e)
print(date.fromisoformat("2024-02-03"), time.fromisoformat("04:05:06.7"), date(2024, 3, 1) - date(2024, 2, 1), d + timedelta(days=1, hours=-2), d - timedelta(weeks=1), d - datetime(2024, 1, 1), timedelta(days=-1, seconds=5), repr(timedelta(days=-1, seconds=5)), str(timedelta(days=2, hours=3, microseconds=4)), timedelta(hours=25).total_seconds(), timedelta(1) / 2, timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=7)), -timedelta(1), abs(timedelta(-1)), timedelta(1) * 1.5, timedelta(minutes=90), timedelta.max, bool(timedelta()))
u = timezone.utc; e5 = timezone(timedelta(hours=5, minutes=30), "IST"); a = datetime(2024, 1, 1, 12, tzinfo=u)
print(a, a.astimezone(e5), a.astimezone(e5).tzname(), a == a.astimezone(e5), a.utcoffset(), repr(u), repr(e5), timezone(timedelta(hours=-3)), a.timestamp(), datetime.fromtimestamp(0, u), datetime.utcfromtimestamp(86400.5), a.replace(tzinfo=None), datetime(1970, 1, 1, tzinfo=e5).timestamp(), a.dst(), hash(a) == hash(a.astimezone(e5)))
for f in (lambda: a < datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - a, lambda: datetime(2024, 13, 1), lambda: date(2023, 2, 29), lambda: time(24), lambda: timedelta("1"), lambda: d + 5, lambda: date(1, 1, 1) - timedelta(1), lambda: datetime.max + timedelta(1), lambda: date.fromisoformat("x"), lambda: d.replace(month=13), lambda: date(2024, 1, 1) + date(2024, 1, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(a == datetime(2024, 1, 1, 12), date(2024, 1, 1) == datetime(2024, 1, 1), max(date(2024, 1, 2), date(2024, 1, 1)), sorted([time(3), time(1, 2)]), date.min, datetime.max, time.resolution, {date(2024, 1, 1): 1}, isinstance(d, date), date.today() <= datetime.now().date(), datetime.now(u).tzinfo, datetime.combine(date(2024, 1, 1), time(5, tzinfo=u)), time(1, 2, 3, 4), repr(time(5)), bool(time(0)), time(1) < time(2), d.fold, date.fromordinal(738000), datetime.min.isoformat(), date.fromisocalendar(2024, 9, 4))
import calendar; print(calendar.monthrange(2024, 2), calendar.isleap(2000), calendar.month_name[3], calendar.day_abbr[0], calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.monthcalendar(2024, 2)[0])
from zoneinfo import ZoneInfo
z = ZoneInfo("Europe/Berlin"); t = datetime(2024, 7, 1, 12, tzinfo=z); print(t, t.utcoffset(), t.tzname(), t.astimezone(u), datetime(2024, 1, 1, tzinfo=z).dst(), repr(z), str(z), datetime(2024, 3, 31, 1, 30, tzinfo=u).astimezone(z), t - datetime(2024, 7, 1, 12, tzinfo=u), datetime(2024, 10, 27, 2, 30, tzinfo=z, fold=1).utcoffset(), t.timestamp())
try: ZoneInfo("No/Where")
except Exception as e: print(type(e).__name__, e)
