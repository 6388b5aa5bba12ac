for value, spec in (("a", "d"), ("a", "=5"), (1, ".3d"), (1.5, "d"), (1.5, "x"), ("a", ",s"), ([], "5"), (None, ">4"), (1, "s"), ("x", "+"), (2, ",_d"), (1, "5.2x"), (1.0, "c"), (1, "999999999999999999999d"), ("ab", "#s"), ("ab", " s"), (b"x", "5"), ({}, "d"), (1, "q"), (1.0, "q"), ("", "q"), (True, "s"), (300000000000, "c")):
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__, error)
