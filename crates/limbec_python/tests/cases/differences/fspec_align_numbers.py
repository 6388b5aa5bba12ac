for spec in ("=+10d", "_d", "_x", "#_b", "+,d", "-<8", "*^9", "08.3f", "=10", "x>+8.1f", " d", "#o", "c", "n", "e", "g", "%", ".0f", "#.0f", "010,.2f", "_.3f", "<010d", "Z>5d"):
    for value in (1234567, -42, 3.14159, True):
        try:
            print(spec, repr(value), repr(format(value, spec)))
        except (ValueError, OverflowError) as error:
            print(spec, repr(value), type(error).__name__, error)
