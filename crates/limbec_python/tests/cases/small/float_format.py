for value in (0.0, -0.0, 1.5, 1e16, 1e-5, 123456789.123, float("inf"), float("nan"), 2.675):
    print(repr(value), str(value), format(value, ".2f"), format(value, "g"), format(value, "e"), format(value, ",.1f"), format(value, "+.3"), format(value, "%"))
