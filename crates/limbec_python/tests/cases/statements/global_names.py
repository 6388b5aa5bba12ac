counter = 0
def inc():
    global counter, created
    counter += 1
    created = "made"
    def inner():
        global counter
        counter += 10
    inner()
inc(); inc()
print(counter, created)
def shadow():
    print = lambda *a: "shadowed"
    return print("x")
print(shadow())
len_ = len
def len(x): return "mine"
print(len([1]))
del len
print(len([1]))
def uses_later(): return later()
def later(): return "later"
print(uses_later())
if True:
    cond = "set in if"
for loopvar in range(3): inner_loop = loopvar
print(cond, loopvar, inner_loop)
try: not_defined
except NameError as e: print(e)
def nested():
    a = 1
    def one():
        b = 2
        def two():
            nonlocal a, b
            a += 1; b += 1
            return a, b
        return two(), b
    return one(), a
print(nested())
print("counter" in globals(), globals()["counter"] == counter, type(globals()).__name__)
globals()["dynamic"] = 5
print(dynamic)
def f(): return locals()
print(f(), (lambda a, b=2: sorted(locals()))(1))
__all__ = ["x"]
print(__name__, __doc__ is None, __file__)
