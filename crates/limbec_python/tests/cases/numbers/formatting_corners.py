for spec in ["", "d", ",", "_", "x", "#x", "#o", "#b", "08b", "+", " ", "e", ".3e", "f", ".0f", "%", ".1%", "c", "n", "^20", "*<8", "=+8", "010,", "_x", "_b", "G", "g", "s"]:
    try: print(repr(spec), repr(format(65, spec)), repr(format(-1234567, spec)))
    except (ValueError, OverflowError) as e: print(repr(spec), type(e).__name__, e)
for spec in ["", "g", ".3g", "e", ".10g", "f", ".2f", ",", ",.2f", "_.3f", "%", ".0%", "+.1f", "010.2f", "#.0f", "#g", "n", "E", "G", "<12", "^12.3", ".17g", "z.1f", "d", "s", "x"]:
    for v in (3.14159, -0.00001234, 1e22, 0.5, 1234567.891):
        try: print(repr(format(v, spec)), end=" ")
        except ValueError as e: print(e, end=" ")
    print()
print(*(repr(x) for x in (0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1/3)))
print(*(round(x, n) for x, n in ((2.5, 0), (2.675, 2), (1234.5, -2), (0.5, None), (1.5, None), (-2.5, None), (1e300, 2), (15, -1), (25, -1), (0.1 + 0.2, 1))))
print(*(int(x) for x in ("12", " -7 ", "1_000", "+5")), int("ff", 16), int("0x1F", 0), int("0b11", 0), int("z", 36), int(3.99), int(-3.99), int(True), int("٣"))
for t in ("1__0", "", " ", "0x", "1.5", "_1", "1_", "9" * 5, "12a"):
    try: print(int(t))
    except ValueError as e: print(e)
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 3), divmod(7.5, -2), 2 ** -1, (-2) ** 3, (-8) ** (1 / 3), 0 ** 0, 0.0 ** 0)
print((10 ** 30) // 7, (10 ** 30) % 7, -(10 ** 30) // 7, (10 ** 30) / 7, 2 ** 100 >> 90, -5 >> 1, ~5, 5 ^ 3, 5 & -2, 1 << 70, (2 ** 70).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (-1).to_bytes(2, "big", signed=True))
print(float("inf"), float("-Infinity"), float("nan"), float(" 1e5 "), float("1_0.5"), (0.1).as_integer_ratio(), (2.0).is_integer(), (0.5).hex(), float.fromhex("0x1.8p1"), float.__repr__(1.0))
print(1e308 * 10, -1e308 * 10, float("nan") == float("nan"), float("inf") - float("inf"), 1.0 == 1, hash(1.0) == hash(1), hash(0.5), hash(-1), hash(2 ** 61 - 1), hash(float("inf")))
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: int(float("nan")), lambda: int(float("inf")), lambda: divmod(1, 0), lambda: 1 << -1, lambda: 10.0 ** 400, lambda: (300).to_bytes(1, "big"), lambda: 1 & 1.5, lambda: float(10 ** 400), lambda: round(float("nan")), lambda: 2 ** 2.5 ** 100):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
