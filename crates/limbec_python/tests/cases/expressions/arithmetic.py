print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), divmod(7.5, 2))
print(7 / 2, 6 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, (-8) ** 3)
print(2 ** 100, -(2 ** 64), 2 ** 63, 2 ** 63 - 1, 9223372036854775807 + 1, -9223372036854775808 - 1)
print(10 ** 20 // 3, 10 ** 20 % 7, -(10 ** 20) // 3, 10 ** 20 / 10 ** 19, 3 * 10 ** 18 * 4)
print(1 << 70, (1 << 70) >> 65, -1 >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5, ~(1 << 70))
print(True + True, True * 3, -True, ~True, True & False, True | 2)
print(0.1 + 0.2, 1e16, 1e15, 1e-5, 0.0001, 123456789.123, 1e100, 5e-324, 1.7976931348623157e308, -0.0, 1.0)
print(float("inf"), float("-inf"), float("nan"), 1e308 * 10)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 0.0 % 3, -1e-20 % 3)
for e in ["1/0", "1//0", "1%0", "1.0/0", "1.0//0", "1.0%0", "0**-1"]:
    try:
        if e == "1/0": 1/0
        elif e == "1//0": 1//0
        elif e == "1%0": 1%0
        elif e == "1.0/0": 1.0/0
        elif e == "1.0//0": 1.0//0
        elif e == "1.0%0": 1.0%0
        else: 0**-1
    except ZeroDivisionError as x:
        print(e, x)
print(1 == 1.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e300, 1 < 1.5, True == 1, 0.1 + 0.2 == 0.3)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.5), round(0.5), round(1e20), round(3.14159, 3))
print(abs(-5), abs(-2.5), abs(True), pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), sum([1, 2.5]), sum([[1], [2]], []))
print(int("42"), int(" -1_000 "), int("ff", 16), int("0x1F", 0), int("0b11", 2), int(3.9), int(-3.9), int("z", 36), int(True))
print(float("1.5"), float(" 1e3 "), float("1_0.5"), int(1e20), hex(255), oct(8), bin(-5), hex(2**70))
print((5).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (7).bit_count())
print(1_000_000, 0xff, 0o17, 0b101, 1e3, .5, 5., 0xdead_beef)
print(3 .real, (3).numerator, 1 .imag)
