from functools import partial, partialmethod, reduce
import operator as op
add = partial(op.add, 10); print(add(5), partial(int, base=16)("ff"), partial(print, end="!\n")("hi"), partial(partial(max, 5), key=abs)(-9), add.func is op.add, partial(lambda *a, **k: (a, k), 1, x=2)(3, x=4, y=5))
class Cell:
    def __init__(self): self.alive = False
    def set(self, v): self.alive = v; return self
    on = partialmethod(set, True); off = partialmethod(set, False)
print(Cell().on().alive, Cell().on().off().alive)
print(list(map(op.itemgetter(1), [(1, 2), (3, 4)])), sorted(["bb", "a"], key=len), op.attrgetter("real")(5), op.methodcaller("replace", "a", "b")("aXa"), reduce(op.or_, [{1}, {2}]), op.getitem({"k": 1}, "k"), list(map(op.mul, [1, 2], [3, 4])), op.length_hint([1, 2]), op.matmul.__name__, op.floordiv(7, 2), op.iadd([1], [2]), op.truth([]), op.indexOf([5, 6], 6), op.xor(5, 3), op.lshift(1, 4), op.neg(5), op.inv(0), op.abs(-1), op.pos(3), op.eq(1, 1.0), op.le(1, 2), op.is_not(1, None), op.setitem(l := [1], 0, 9), l, op.delitem(l, 0), l)
for f in (lambda: partial(5), lambda: partial(), lambda: op.itemgetter("x")({}), lambda: op.attrgetter("nope")(1), lambda: op.itemgetter(), lambda: op.methodcaller("nope")(1), lambda: op.itemgetter(5)([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
