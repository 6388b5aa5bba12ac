from datetime import date, timedelta
d = date(2024, 2, 28)
print(d + timedelta(2), d - date(2023, 3, 1), d.replace(day=1), d.weekday(), d.isoweekday(), d.toordinal(), date.fromordinal(1), d.strftime("%a %d %B %Y %j %U"), date.fromisoformat("2024-12-31").isocalendar()[1], date.min, date.max, d < date(2025, 1, 1), repr(d), d.timetuple().tm_yday, f"{d:%d/%m/%y}", d.ctime())
