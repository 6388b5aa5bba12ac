print((255).bit_length(), (255).bit_count(), (-255).bit_length(), int("0x1f", 16), int("0b11", 0), int(" 12_000 "), int(-3.9), int(True))
print((1024).to_bytes(4, "big"), int.from_bytes(b"\x01\x00", "little"), (-2).to_bytes(2, "big", signed=True), (5).conjugate(), (7).as_integer_ratio())
