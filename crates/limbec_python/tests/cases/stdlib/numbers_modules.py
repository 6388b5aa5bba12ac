import statistics
from fractions import Fraction
import numbers
from decimal import Decimal
print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.mode("aab"),
      statistics.fmean([1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.variance([1, 2, 3, 4]), statistics.pvariance([1, 2, 3]), statistics.pstdev([1, 2, 3]),
      statistics.median_low([1, 2]), statistics.median_high([1, 2]), statistics.multimode("aabb"), statistics.quantiles([1, 2, 3, 4, 5]))
try:
    statistics.mean([])
except statistics.StatisticsError as e:
    print(e)
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), Fraction(0.5), Fraction("3/9"), Fraction(3, -6), repr(Fraction(1, 2)), Fraction(7, 2) // 1, Fraction(-7, 2) % 2,
      float(Fraction(1, 4)), Fraction(1, 2) == 0.5, Fraction(1, 2) < 1, hash(Fraction(2, 1)) == hash(2), Fraction(2, 3) ** 2, Fraction(2, 3) ** -1, round(Fraction(7, 2)),
      int(Fraction(-7, 2)), Fraction(3.14159).limit_denominator(100), 1 - Fraction(1, 3), 2 / Fraction(1, 3), abs(Fraction(-1, 2)), Fraction("1e-2"), Fraction(Decimal("1.1")))
print(isinstance(1, numbers.Number), isinstance(1.5, numbers.Real), isinstance(1.5, numbers.Integral), isinstance(True, numbers.Integral), isinstance(Decimal(1), numbers.Number),
      isinstance("x", numbers.Number), isinstance(Fraction(1), numbers.Rational))
import heapq, bisect
h = [5, 1, 4]
heapq.heapify(h); heapq.heappush(h, 2)
print(h[0], [heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [1, 5, 3], key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0)); bisect.insort(a, 4); print(a, bisect.bisect_left(a, 2, key=lambda x: x))
