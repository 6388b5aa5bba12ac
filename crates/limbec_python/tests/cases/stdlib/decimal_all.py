import decimal
from decimal import Decimal as D, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP, InvalidOperation
print(D("1.10"), repr(D("1.10")), D(1) / D(3), D("0.1") + D("0.2"), D("1E+3"), D("1e-7"), D("-0"), D("NaN"), D("Infinity"), D(0.1), D((1, (1, 2, 3), -2)), D("1_000.5"), D(" 5 "), D("00012.300"), D(2) ** 10, D(2) ** -1, D(10).sqrt(), D("1.5e400"), D(7) // 2, D(-7) // 2, D(-7) % 3, D("7.5") % 2, divmod(D(7), D(2)), -D("1.0"), abs(D("-2.50")), +D("1.23456789012345678901234567890"))
for r in (ROUND_HALF_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP): print(r, *(D(v).quantize(D("0.1"), rounding=r) for v in ("1.25", "1.35", "-1.25", "1.21", "1.05", "-1.99")))
print(D("1.10") == D("1.1"), hash(D("1.10")) == hash(D("1.1")), D(1) == 1, D("1.5") == 1.5, D("0.1") == 0.1, D(1) < 2, D("1.5") > 1, {D(1): "a"}[1], sorted([D(3), D("1.5"), 2]), max(D(1), D(2)), sum([D("0.1")] * 3), sum([D("0.1"), 1]), round(D("2.675"), 2), round(D("2.5")), int(D("3.9")), float(D("1.25")), bool(D("0.00")), str(D("1E+10")), D("123.456").normalize(), D("100").normalize(), D("1.500").as_tuple(), D("12.34").to_integral_value(), D("2.50").is_signed(), D("1e5").adjusted(), D("1.23").copy_negate(), )
for s in ("", ".2f", ",.2f", "e", ".3e", "g", "10.1f", "<10", "+", "%", ".1%", "010.2f", "_", "n", "s"):
    try: print(repr(s), *(repr(format(D(v), s)) for v in ("1234.5678", "-0.000012", "1E+5")))
    except ValueError as e: print(repr(s), e)
for f in (lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("1") + 1.5, lambda: D("1") + "2", lambda: D(1).quantize(D("1e-50")), lambda: D("Infinity") - D("Infinity"), lambda: int(D("NaN")), lambda: int(D("Infinity")), lambda: D("NaN") < 1, lambda: D(-1).sqrt(), lambda: D(10) % 0, lambda: D(1) // 0, lambda: D(0) ** 0, lambda: D(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with localcontext() as c:
    c.prec = 5; print(D(1) / D(7), D("123456.789") + 0, c.prec, getcontext().prec)
print(getcontext().prec, getcontext().rounding, D(1) / D(7))
with localcontext() as c:
    c.rounding = ROUND_DOWN; print(D("2.99").quantize(D(1)), round(D("2.99"), 1))
c = decimal.Context(prec=3, rounding=ROUND_UP); print(c.divide(D(1), D(3)), c.create_decimal("1.2345"), D("1.2345").quantize(D("0.01"), context=c))
print(D("1").is_nan(), D("1e100") + 1, D("0").is_zero(), str(D("0E-10")), D("0.000001"), D("0.0000001"), D("1E-6"), D("-1.5").__trunc__(), D("1.5").__floor__(), D("-1.5").__ceil__())
import copy, json; print(copy.copy(D(1)), D.from_float(0.5), isinstance(D(1), decimal.Decimal), D("1.0").__class__.__name__, f"{D('3.14159'):.2f}", "%.2f" % D("2.345"), "%s %d" % (D("1.50"), D("3.7")), json.dumps(float(D("1.5"))))
