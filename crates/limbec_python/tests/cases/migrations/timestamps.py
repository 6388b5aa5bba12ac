from datetime import date, datetime, timedelta, timezone

UTC = timezone.utc
for text in ["2024-02-29T12:30:00", "2024-02-29 12:30:00.5+03:00", "2024-02-29", "2023-02-29", "20240229T123000Z", "x"]:
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        print(moment.isoformat(), aware.astimezone(UTC), int(aware.timestamp()), moment.strftime("%d.%m.%Y %H:%M:%S.%f %j %A"))
    except ValueError as error:
        print(error)
start = date(2024, 1, 31)
print([(start + timedelta(days=n)).isoformat() for n in (0, 1, 29, 366)], (date(2025, 1, 1) - start).days, start.isocalendar(), start.replace(day=1).weekday())
print(timedelta(hours=-1), timedelta(days=1, seconds=3661, microseconds=5), timedelta(minutes=90) / timedelta(hours=1), divmod(timedelta(hours=5), timedelta(hours=2)), str(timedelta(weeks=1)), timedelta(1) * 1.5)
print(datetime.min, datetime.max.replace(microsecond=0), datetime(2024, 1, 1) < datetime(2024, 1, 2), datetime.strptime("05/03/24", "%d/%m/%y").date())
for what in (lambda: datetime(2024, 13, 1), lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=UTC), lambda: datetime.strptime("x", "%Y"), lambda: date(1, 1, 1) - timedelta(1)):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
