"""Spans in the units of a calendar."""
import datetime

from dateutil.relativedelta import relativedelta
import dateutil.relativedelta as module

day = datetime.date(2024, 1, 31)
moment = datetime.datetime(2024, 2, 29, 23, 30, tzinfo=datetime.timezone.utc)
for delta in (
    relativedelta(months=1), relativedelta(months=-2), relativedelta(years=1, days=3), relativedelta(weeks=2), relativedelta(day=1),
    relativedelta(months=+1, day=31), relativedelta(year=2020, month=2), relativedelta(months=30), relativedelta(years=-1, months=25),
):
    print(repr(delta), day + delta, day - delta, moment + delta, bool(delta))
for delta in (relativedelta(hours=25), relativedelta(minutes=90, seconds=-3700), relativedelta(hour=0, minute=0), relativedelta(microseconds=2500000)):
    print(repr(delta), moment + delta, moment - delta)
print(repr(relativedelta(months=1) + relativedelta(days=2)), repr(relativedelta(months=1) * 14), repr(-relativedelta(hours=5)), repr(3 * relativedelta(days=2)))
print(repr(relativedelta(years=1) - relativedelta(months=2)), relativedelta(months=12) == relativedelta(years=1), bool(relativedelta()), repr(relativedelta()))
print(repr(relativedelta(days=1) + datetime.timedelta(hours=30)), module.relativedelta is relativedelta)
