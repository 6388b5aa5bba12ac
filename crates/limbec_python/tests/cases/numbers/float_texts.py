for number in (0.1, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, -0.0, 1 / 3, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 100.0, 1e22, 2.5e-10):
    print(number, repr(number), f"{number:.3f} {number:e} {number:g} {number:10.2f}|{number:<10g}|{number:+.1e} {number:%}")
print(float("1e5"), float(" -inf "), float("1_0.5"), (0.5).hex(), float.fromhex("0x1p-1"), (2.5).is_integer(), (0.75).as_integer_ratio(), round(0.5), round(1.5), round(1e20), 0.1 + 0.2, 3.0 == 3, 1e400, -5.5 // 2, -5.5 % 2, divmod(5.5, -2), 2.0 ** 0.5, abs(-1.5), int(1e10), hash(1.0) == hash(1))
for what in (lambda: float("x"), lambda: 1.0 / 0, lambda: 0.0 ** -1, lambda: float([]), lambda: 10.0 ** 400, lambda: f"{1.5:d}", lambda: round(float("nan")), lambda: 1.5 % 0):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
