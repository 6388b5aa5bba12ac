print(int("0x1F", 16), int("-0b101", 0), int("0o17", 0), int("z", 36), int(" 12_000 "), 0xFF, 1_000, hex(-255), oct(8), bin(10), f"{255:#x} {255:08b} {255:X} {1234567:,} {1234567:_} {-5:+} {5:+}")
print((-7) // 2, -7 % 3, divmod(-7, 2), 7 // -2, 7 % -3, pow(3, 100, 7), pow(2, -1, 7), 2 ** 100, 2 ** -1, int(-3.9), round(2.5), round(-0.5), round(1234, -2), round(2.675, 2), 10 ** 20 // 3)
print((5).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (6).bit_count(), 6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 70, -1 >> 5, (3).conjugate(), (7).as_integer_ratio(), True + True, int(True), bool(0.0))
for what in (lambda: int("12x"), lambda: int("", 10), lambda: int("9", 8), lambda: 1 // 0, lambda: 1 % 0, lambda: 1 << -1, lambda: int(None), lambda: int("1.5"), lambda: int(float("inf")), lambda: int("1", 99), lambda: pow(2, -1, 4), lambda: (300).to_bytes(1, "big"), lambda: 5 & 1.0):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
