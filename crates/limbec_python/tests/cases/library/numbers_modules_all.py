import math, statistics, fractions, heapq, bisect, operator
from fractions import Fraction as F
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.sqrt(2), math.isqrt(17), math.gcd(12, 18, 8), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.hypot(3, 4), math.pi, math.e, math.inf, math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.exp(1), math.pow(2, 0.5), math.degrees(math.pi), math.radians(180), math.fmod(-7, 3), math.modf(3.25), math.frexp(8.5), math.ldexp(0.5, 4), math.isnan(math.nan), math.isfinite(1e308), math.dist([0, 0], [3, 4]), math.sin(1), math.atan2(1, -1))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.floor("x"), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.factorial(1.5), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.pow(-1, 0.5), lambda: math.fmod(1, 0)):
    try: print(f())
    except (ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
d = [2, 4, 4, 4, 5, 5, 7, 9]; print(statistics.mean(d), statistics.median(d), statistics.mode(d), statistics.stdev(d), statistics.pstdev(d), statistics.variance(d), statistics.pvariance(d), statistics.median_low(d), statistics.median_high(d), statistics.multimode("aabb"), statistics.fmean(d), statistics.quantiles(d, n=4), statistics.harmonic_mean([2, 4]), statistics.geometric_mean([1, 4]), statistics.mean([F(1, 2), F(1, 3)]), statistics.mean([1, 2]))
try: statistics.mean([])
except statistics.StatisticsError as e: print(e)
a = F(3, 4); print(a, repr(a), a + F(1, 4), a * 2, a / 3, a - 1, a ** 2, a ** -1, -a, float(a), int(F(7, 2)), F("0.125"), F("3/9"), F(0.5), F(2, -4), a < 1, a == 0.75, hash(F(2)) == hash(2), round(F(7, 3)), round(F(22, 7), 2), math.floor(F(-1, 2)), F(10, 4).limit_denominator(1), F(3.14159).limit_denominator(100), a.numerator, a.denominator, divmod(F(7, 2), 1), sum([F(1, 3)] * 3), F(1, 3) + 0.5, abs(F(-1, 2)), F(5) % 3, bool(F(0)), f"{a}", sorted([F(1, 2), 0.3, 1]))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(1) / 0):
    try: print(f())
    except (ZeroDivisionError, ValueError, TypeError) as e: print(type(e).__name__, e)
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [1, 5, 2]), heapq.nsmallest(2, ["b", "aa"], key=len), list(heapq.merge([1, 4], [2, 3])))
b = [1, 3, 3, 5]; print(bisect.bisect(b, 3), bisect.bisect_left(b, 3), bisect.bisect_right(b, 4), bisect.bisect_left(["a", "bb"], 2, key=len)); bisect.insort(b, 4); print(b)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(3), operator.attrgetter("__class__.__name__")(3), operator.methodcaller("split", ",")("a,b"), operator.add(1, 2), operator.contains([1], 1), operator.countOf("aab", "a"), operator.index(True), operator.concat("a", "b"), operator.not_(0), operator.itemgetter(slice(1, 3))("abcd"), operator.ior({1}, {2}), operator.truediv(7, 2), operator.is_(None, None))
