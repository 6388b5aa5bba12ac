from datetime import *
from zoneinfo import ZoneInfo
u = timezone.utc
d = datetime(2024, 3, 31, 0, 30, tzinfo=u)
z = ZoneInfo("Europe/Berlin")
print(d.astimezone(z), (d + timedelta(hours=1)).astimezone(z), d.timestamp(), datetime.fromtimestamp(0, u), timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(0)), repr(u), d.tzname(), d.utcoffset(), datetime(2024, 7, 1, tzinfo=z).isoformat(), datetime(2024, 7, 1, 12, tzinfo=z) == datetime(2024, 7, 1, 10, tzinfo=u), repr(z), z.key, datetime(2024, 7, 1, tzinfo=z).tzname(), d.strftime("%z %Z"), datetime.strptime("2024 +0200", "%Y %z"))
