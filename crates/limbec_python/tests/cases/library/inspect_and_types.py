import inspect, types, warnings, copy, weakref, sys, io, platform, operator
def f(a, b: int = 2, *c, d, e=5, **g) -> str: "doc"; return a
async def co(): pass
def gen(): yield
class K:
    "K doc"
    x = 1
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): return 1
print(inspect.signature(f), [str(p) for p in inspect.signature(f).parameters.values()], inspect.signature(K.m), inspect.signature(K().m), inspect.getfullargspec(f).args, inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isfunction(K.m), inspect.ismethod(K().m), inspect.isclass(K), inspect.isbuiltin(len), inspect.ismodule(sys), inspect.getdoc(K), inspect.getmodule(K).__name__, inspect.isabstract(K), inspect.signature(lambda x, /, y=1: 0), inspect.Parameter.empty)
print([n for n, v in inspect.getmembers(K) if not n.startswith("__")], [n for n, _ in inspect.getmembers(K(), inspect.ismethod)], inspect.getmro(K)[0].__name__, inspect.signature(K), callable(K), inspect.signature(f).return_annotation, inspect.unwrap(f) is f)
n = types.SimpleNamespace(a=1, b="x"); n.c = [1]; print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]), vars(n)); m = types.ModuleType("dyn", "doc"); m.v = 5; print(m.__name__, m.v, m.__doc__, type(m)); print(types.MappingProxyType({"a": 1})["a"], types.FunctionType is type(f), types.GeneratorType is type(gen()), types.MethodType(f, 1)(d=3), isinstance(len, types.BuiltinFunctionType), isinstance(None, types.NoneType), types.new_class("N", (K,)).__name__, types.LambdaType)
try: types.MappingProxyType({})["x"] = 1
except TypeError as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful", DeprecationWarning); warnings.warn("user"); print(len(w), w[0].category.__name__, w[0].message, w[1].category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", FutureWarning)
    except FutureWarning as e: print("raised", e)
class D:
    def __init__(self, v): self.v = v
    def __copy__(self): return D(("copy", self.v))
    def __deepcopy__(self, memo): return D(("deep", copy.deepcopy(self.v, memo)))
print(copy.copy(D(1)).v, copy.deepcopy(D([1])).v, copy.copy([1, [2]]), copy.deepcopy({"a": {1, 2}, "b": (1, [2])}), copy.copy(K).__name__, copy.deepcopy(f) is f, copy.deepcopy(None))
a = [1]; b = [a, a]; c = copy.deepcopy(b); print(c[0] is c[1], c[0] is a); r = []; r.append(r); q = copy.deepcopy(r); print(q[0] is q, q is r)
k = K(); ref = weakref.ref(k); print(ref() is k); print(sys.version_info >= (3, 8), sys.maxsize, sys.byteorder, sys.platform, type(sys.path), sys.getrecursionlimit(), sys.getdefaultencoding(), sys.argv is not None, sys.version_info.major, sys.intern("a"), sys.float_info.max, sys.hexversion > 0, sys.exc_info())
