from datetime import *
for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: time(25), lambda: datetime(2023, 1, 1, 0, 60), lambda: date.fromisoformat("2023-1-1"), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2023 z", "%Y"), lambda: date.max + timedelta(1), lambda: datetime(2023, 1, 1) - datetime(2023, 1, 1, tzinfo=timezone.utc)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
