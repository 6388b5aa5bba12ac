t = (1, 2, 3, 2)
print(t.count(2), t.index(3), t + (4,), t * 2, t[1:], len(t), 2 in t, (1,), (), tuple("ab"), tuple([1]), t == (1, 2, 3, 2), hash((1, 2)) == hash((1, 2)), (1, "a") < (1, "b"), max((1, 2), (1, 3)))
try: t[0] = 1
except TypeError as e: print(e)
try: del t[0]
except TypeError as e: print(e)
try: (1, 2).index(5)
except ValueError as e: print(e)
try: hash(([],))
except TypeError as e: print(e)
try: t + [1]
except TypeError as e: print(e)
r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:4], 5 in r, 6 in r, r.index(8), r.count(5), list(range(5, 0, -2)), range(0), bool(range(0)), range(3) == range(0, 3, 1), range(10)[::2], list(reversed(range(3))), r.start, r.stop, r.step, hash(range(3)) == hash(range(3)), range(0, 10, 3) == range(0, 12, 3), len(range(10, 0)), sum(range(101)))
for f in [lambda: range(1, 2, 0), lambda: range("a"), lambda: range(3)[5], lambda: range(1.5), lambda: range()]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
