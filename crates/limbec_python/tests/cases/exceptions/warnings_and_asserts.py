import warnings
def old(): warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2); return 1
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always"); old(); warnings.warn("plain"); warnings.warn(UserWarning("object"))
print([(w.category.__name__, str(w.message)) for w in got])
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); print(old())
    warnings.filterwarnings("error", message="old.*"); 
    try: old()
    except DeprecationWarning as e: print("error", e)
def check(v):
    assert isinstance(v, int), f"need int, got {type(v).__name__}"
    assert v > 0
    return v
for v in (1, "a", -1):
    try: print(check(v))
    except AssertionError as e: print("assert", e.args)
assert (1, "always true tuple") and True
try: assert False, {"a": 1}
except AssertionError as e: print(e, type(e.args[0]).__name__)
class Strict(Warning): pass
print(issubclass(Strict, Exception), [c.__name__ for c in DeprecationWarning.__mro__])
assert 1 + 1 == 3, "arithmetic"
