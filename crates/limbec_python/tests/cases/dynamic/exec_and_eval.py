x = 10
print(eval("x + 1"), eval("x * y", {"x": 2, "y": 3}), eval("a + b", {"a": 1}, {"b": 2}), eval(" 1 + 1 "), eval("[i for i in range(3)]"))
ns = {}
exec("def f(n):\n    return n * k\nk = 7\nclass C:\n    z = 1\n", ns)
print(ns["f"](3), ns["k"], ns["C"].z, sorted(k for k in ns if k != "__builtins__"), ns["f"].__module__, ns["C"].__module__)
def local():
    y = 5
    print(eval("y + x"), sorted(k for k in eval("locals()")))
    exec("y = 99; new = 1")
    print(y)
    try: new
    except NameError as e: print(e)
    loc = {}
    exec("made = y * 2", {"y": 4}, loc)
    print(loc)
local()
exec("glob = 42"); print(glob)
code = compile("a + 1", "<calc>", "eval"); print(eval(code, {"a": 41}), code.co_filename, code.co_name)
code = compile("for i in range(2):\n    print('run', i)\n", "script.py", "exec"); exec(code); print(i)
for bad in ("1 +", "x = 1", "def f(:", "return 5", "a b", "print(", "  1\n 2"):
    try: print(eval(bad))
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.filename)
for f in (lambda: eval(5), lambda: exec(5), lambda: eval("1", 5), lambda: exec("1", []), lambda: eval(), lambda: compile("1", "f", "bad"), lambda: compile(5, "f", "exec"), lambda: eval("nope"), lambda: exec("1/0"), lambda: eval("1", {}, 5), lambda: eval("a\0b")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: eval("len([])", {"__builtins__": {}})
except NameError as e: print(e)
print(eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}))
print(eval(b"1 + 2"), eval("(lambda v: v * 2)(4)"), eval("x if True else 0"), eval("{'k': [1, (2,)]}"), eval("'%s' % x"))
exec("import math\nr = math.floor(2.7)", ns); print(ns["r"])
exec("global g\ng = 3\nh = 4", globals(), d := {}); print(g, d)
exec("x: int = 3\ndel x", e := {}); print(e.keys() - {"__builtins__"}, e["__annotations__"])
src = "def outer():\n    v = 1\n    def inner():\n        return v\n    return inner\nout = outer()()"
exec(src, ns); print(ns["out"])
class Holder:
    exec("attr = 5")
    val = eval("attr + 1")
print(Holder.attr, Holder.val)
f = eval; print(f("1 + 1"), list(map(eval, ["1", "2 * 3"])))
print([eval(s) for s in ("1e3", "0x10", "None", "True", "...", "-5", "3j")])
exec("raise ValueError('from text')")
