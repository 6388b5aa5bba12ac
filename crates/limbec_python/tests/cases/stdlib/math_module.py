import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.floor(3), math.fabs(-2), math.floor(1e20))
print(math.gcd(12, 18), math.lcm(4, 6), math.gcd(), math.factorial(20), math.factorial(25), math.comb(10, 3), math.perm(5, 2), math.isqrt(17))
print(math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(1), math.pow(2, 0.5), math.log1p(1e-10), math.log(10 ** 400))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.degrees(math.pi), math.radians(180), math.hypot(3, 4))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.copysign(1, -0.0))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4),
      math.fmod(-7, 3), math.dist([0, 0], [3, 4]))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.factorial(-1),
          lambda: math.sqrt("x"), lambda: math.floor(math.nan), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.gcd(1.5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class N:
    def __floor__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 12
print(math.floor(N()), math.sqrt(N()), math.gcd(N(), 8))
