import math, statistics as s
print(math.gcd(12, 18, 8), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.isqrt(17), math.prod([2, 3]), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist([0, 0], [1, 1]), math.copysign(1, -0.0), math.ceil(-1.5), math.floor(-1.5), math.trunc(-1.5), math.modf(1.25), math.frexp(8), math.log(8, 2), math.log2(8), math.isclose(0.1 + 0.2, 0.3), math.degrees(math.pi), math.fmod(-5, 3))
print(s.mean([1, 2, 4]), s.median([1, 3, 2, 4]), s.mode("aab"), s.stdev([1, 2, 3, 4]), s.pvariance([1, 2]), s.multimode("aabb"), s.median_low([1, 2]), s.quantiles([1, 2, 3, 4]), s.fmean([1, 2]), s.harmonic_mean([1, 2]))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.floor(float("nan")), lambda: math.ceil(float("inf")), lambda: s.mean([]), lambda: math.exp(1000), lambda: math.comb(-1, 2), lambda: math.isqrt(-1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
