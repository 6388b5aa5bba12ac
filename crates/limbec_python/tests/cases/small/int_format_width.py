for spec in ("5", "<5", "^7", "+", "05", ",", "_", "x", "#x", "#010b", "o", "e", ".2f", "%", "n", "c"):
    print(spec, repr(format(65, spec)))
