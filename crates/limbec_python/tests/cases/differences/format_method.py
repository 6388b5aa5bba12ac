print("{} {} {0}".format if False else "{0} {1} {0}".format("a", "b"), "{x.real} {y[k]} {z[0]}".format(x=5, y={"k": 1}, z=[9]), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{!r:>6}".format("a"), "{{}}".format(), "{a}".format_map({"a": 1}), "{:>{}}".format("x", 4))
for action in (lambda: "{}".format(), lambda: "{a}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{!z}".format(1), lambda: "{0.nope}".format(1), lambda: "{0[a]}".format([1]), lambda: "{0[5]}".format([1]), lambda: "{:d}".format("a"), lambda: "{a".format(a=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
