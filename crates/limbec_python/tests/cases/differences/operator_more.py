import operator as op
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)([1, 2, 3]), op.itemgetter("a")({"a": 1}), op.attrgetter("real")(5), op.attrgetter("__class__.__name__")(5), op.attrgetter("real", "imag")(5), op.methodcaller("upper")("a"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 1], 1), op.indexOf("abc", "c"), op.truth([]), op.not_(1), op.is_(None, None), op.index(5), op.floordiv(7, 2), op.mod(-7, 3), op.neg(5), op.invert(5), op.lshift(1, 4), op.matmul.__name__, op.xor(5, 1), op.iadd([1], [2]), op.length_hint([1, 2]), op.lt(1, 2))
d = {}
op.setitem(d, "k", 1)
op.delitem(d, "k")
print(d, op.getitem([1, 2], slice(1, None)), op.itemgetter(slice(0, 2))("abc"))
for bad in (lambda: op.itemgetter(5)("abc"), lambda: op.attrgetter("nope")(5), lambda: op.indexOf("abc", "z"), lambda: op.methodcaller("zip")("a"), lambda: op.attrgetter(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
