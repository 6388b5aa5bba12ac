from datetime import timedelta as T
print(T(1), T(-1), T(hours=-1), T(days=1, hours=25, seconds=61), repr(T(1, 2, 3)), T(seconds=1.5), T(weeks=1) / T(days=1), T(7) // 2, T(7) % T(3), divmod(T(7), T(2)), T(1).total_seconds(), -T(1, 5), abs(T(-1)), T(1) * 1.5, T(microseconds=1), sorted([T(2), T(1)]), bool(T(0)), T(milliseconds=1500), T(days=400), sum([T(1), T(2)], T()), T(3) / 2, repr(T(0)))
