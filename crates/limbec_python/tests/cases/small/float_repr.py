for value in (0.1, 0.1 + 0.2, 1 / 3, 1e22, 1e21, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 100.0, 1e15, 1e17):
    print(value, value.hex(), value.is_integer(), value.as_integer_ratio() if value < 1e30 else "")
