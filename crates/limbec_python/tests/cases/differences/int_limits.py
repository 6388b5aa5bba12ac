import sys
print(2 ** 64, -(2 ** 63), 10 ** 30 // 7, -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), pow(3, -1, 7), pow(2, 100, 13), (1 << 70).bit_length(), (255).bit_count(), ~5, -1 >> 3, 5 & -2, 0b1010 | 0o17 ^ 0xF0, int("ff", 16), int("0b11", 0), int(" 12_000 "), int(-3.9), 10 ** 20 == 1e20, 2 ** -1, 0 ** 0, True + True, round(1234567, -3), int.from_bytes(b"\x80", "big", signed=True), hex(-255), bin(10), oct(8), (10).__index__(), 1_000, 3 .real, float(10 ** 22), hash(2 ** 61 - 1), 7 .as_integer_ratio())
for action in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1, lambda: 2.0 ** 10000, lambda: int("x"), lambda: int("1.5"), lambda: int("", 10), lambda: int("9", 8), lambda: int("1", 99), lambda: int(None), lambda: float("x"), lambda: float(None), lambda: int(float("nan")), lambda: int(float("inf")), lambda: float(10 ** 400), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: int("1__0"), lambda: int([1]), lambda: 1 + None, lambda: None + 1, lambda: -"a", lambda: 1 < "a", lambda: 5 @ 2, lambda: int(5, 2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
