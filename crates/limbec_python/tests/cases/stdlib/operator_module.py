import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.sub(3, 1), operator.mul("a", 3), operator.truediv(1, 2), operator.floordiv(7, 2), operator.mod(7, 3),
      operator.pow(2, 3), operator.neg(1), operator.pos(-1), operator.not_(0), operator.truth([]), operator.is_(None, None))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.inv(0), operator.lshift(1, 3), operator.rshift(8, 1))
print(operator.lt(1, 2), operator.eq(1, 1.0), operator.contains([1], 1), operator.countOf([1, 1, 2], 1), operator.indexOf("abc", "c"))
d = {}
operator.setitem(d, "a", 1)
print(operator.getitem(d, "a"), operator.concat([1], [2]), operator.iadd([1], [2]), operator.index(True), operator.ior({"a": 1}, {"b": 2}))
operator.delitem(d, "a")
print(d, itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(1))("abc"))
class A:
    class B:
        x = 3
    y = 4
print(attrgetter("y")(A), attrgetter("B.x", "y")(A), methodcaller("replace", "a", "b")("aaa"), methodcaller("split", sep=",")("a,b"))
print(sorted([(1, "b"), (2, "a")], key=itemgetter(1)), itemgetter(1, 2), attrgetter("a.b"), methodcaller("m", 1, k=2))
