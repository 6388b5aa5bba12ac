import datetime
d = datetime.datetime(2024, 3, 4, 5, 6, 7)
print(f"{d:%Y-%m-%d %H:%M} {d!s} {d.date()!r:>40} {d:%j %a %B %p %y}")
