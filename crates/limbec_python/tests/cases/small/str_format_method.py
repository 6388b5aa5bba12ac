print("{} {1}".format(1, 2) if False else "{0} {1} {0}".format("a", "b"), "{x!r:>5}".format(x="a"), "{0[1]} {1.real}".format([1, 2], 5), "{{}}".format(), "{:{}}".format("a", 5))
for bad in ("{} {1}", "{", "}", "{0", "{x}", "{0.nothing}"):
    try:
        print(bad.format(1, 2))
    except (ValueError, KeyError, AttributeError, IndexError) as error:
        print(bad, type(error).__name__, error)
