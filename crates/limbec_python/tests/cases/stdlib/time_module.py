import time, datetime, calendar
t = time.gmtime(1700000000)
print(t, t.tm_year, t[3], tuple(t), len(t))
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %p", t), time.asctime(t), calendar.timegm(t))
print(time.strptime("2023-11-14 22:13:20", "%Y-%m-%d %H:%M:%S"))
print(abs(time.time() - datetime.datetime.now().timestamp()) < 5, time.monotonic() <= time.monotonic(), time.perf_counter() > -1, time.time_ns() > 10 ** 18)
now = time.time()
print(int(time.mktime(time.localtime(now))) == int(now))
time.sleep(0.01)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.month_name[3], calendar.day_abbr[0], calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2)[0], calendar.leapdays(2000, 2024))
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
z = ZoneInfo("Europe/Berlin")
for d in [datetime.datetime(2024, 1, 15, 12, tzinfo=z), datetime.datetime(2024, 7, 15, 12, tzinfo=z), datetime.datetime(2024, 10, 27, 2, 30, tzinfo=z),
          datetime.datetime(2024, 10, 27, 2, 30, tzinfo=z, fold=1), datetime.datetime(2024, 3, 31, 2, 30, tzinfo=z), datetime.datetime(2024, 3, 31, 2, 30, tzinfo=z, fold=1)]:
    print(d, d.utcoffset(), d.dst(), d.tzname(), d.astimezone(datetime.timezone.utc))
u = datetime.datetime(2024, 6, 1, tzinfo=datetime.timezone.utc)
print(u.astimezone(z), u.astimezone(ZoneInfo("America/New_York")), u.astimezone(ZoneInfo("Asia/Kolkata")).isoformat(), datetime.datetime(2024, 10, 27, 1, 30, tzinfo=datetime.timezone.utc).astimezone(z).fold)
print(z, repr(z), z.key, ZoneInfo("UTC") is ZoneInfo("UTC"), ZoneInfo("UTC").utcoffset(u))
try:
    ZoneInfo("No/Such")
except ZoneInfoNotFoundError as e:
    print(e)
