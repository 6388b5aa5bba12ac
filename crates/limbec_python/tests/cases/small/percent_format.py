print("%s %d %5.2f %r %x %o %e %c %%" % ("a", 5, 1.234, "q", 255, 8, 12345.678, "z"), "%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%-5s|%+d" % ("x", 3), "%s" % (1,), "%s" % [1, 2])
for bad, args in (("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", 5), ("%q", 1), ("%", 1)):
    try:
        print(bad % args)
    except (TypeError, ValueError) as error:
        print(bad, type(error).__name__, error)
