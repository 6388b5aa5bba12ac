from datetime import *
d = datetime(2024, 1, 2, 3, 4, 5, 678900)
print(d, repr(d), d.isoformat(), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"), d.date(), d.time(), d.replace(microsecond=0), d.strftime("%Y%m%dT%H%M%S.%f %p %I %y %b %A %%"), datetime.strptime("02/Jan/2024 15:30", "%d/%b/%Y %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05+02:00"), datetime.fromisoformat("20240102T030405Z"), datetime.combine(date(2024, 1, 1), time(1)), d - timedelta(days=1, hours=3), d - datetime(2023, 1, 1), datetime.min, d.timetuple()[:6])
