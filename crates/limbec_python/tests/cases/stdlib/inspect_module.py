import inspect, types, importlib, sys
def f(a, b: int = 2, *args, c, d="x", **kw) -> str:
    "doc"
sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.parameters["b"].default, sig.parameters["b"].annotation, sig.return_annotation, sig.parameters["args"].kind, sig.parameters["a"].default is inspect.Parameter.empty)
b = sig.bind(1, c=3); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
try:
    sig.bind()
except TypeError as e:
    print(e)
class A:
    x = 1
    def __init__(self, p, q=1): pass
    def m(self, z): pass
    @classmethod
    def cm(cls, k): pass
    @staticmethod
    def sm(s): pass
    @property
    def prop(self): return 1
print(inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A.m), inspect.signature(A.cm), inspect.signature(A.sm), inspect.signature(lambda: 0), inspect.signature(lambda a, /, b, *, c=1: 0))
print(inspect.isclass(A), inspect.isclass(f), inspect.isfunction(f), inspect.ismethod(A(1).m), inspect.isfunction(A.m), inspect.ismodule(sys), inspect.isbuiltin(len), inspect.isroutine(f), inspect.isabstract(A))
print([n for n, v in inspect.getmembers(A) if not n.startswith("__")], [n for n, v in inspect.getmembers(A, inspect.isfunction)], inspect.getmodule(f) is sys.modules["__main__"], inspect.getdoc(f), inspect.cleandoc(" a\n   b\n   c"))
def g(): yield 1
async def co(): pass
async def ag(): yield 1
print(inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.isgenerator(g()), inspect.getmro(A)[1], inspect.isawaitable(3))
spec = inspect.getfullargspec(f); print(spec.args, spec.varargs, spec.varkw, spec.defaults, spec.kwonlyargs, spec.kwonlydefaults, spec.annotations)
print(types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(g(), types.GeneratorType), isinstance(None, types.NoneType), isinstance(sys, types.ModuleType), isinstance(A(1).m, types.MethodType), isinstance(lambda: 0, types.LambdaType))
mp = types.MappingProxyType({"a": 1}); print(mp["a"], dict(mp), mp, len(mp), "a" in mp)
try:
    mp["b"] = 2
except TypeError as e:
    print(e)
print(types.new_class("N", (A,), {}).__name__, types.MethodType(lambda self: self, 5)(), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
m = importlib.import_module("collections.abc"); print(m.__name__, importlib.import_module("os.path").join("a", "b"))
try:
    importlib.import_module("no_such_module_x")
except ModuleNotFoundError as e:
    print(e, e.name)
import importlib.util, importlib.metadata
print(importlib.util.find_spec("no_such_module_x"), importlib.util.find_spec("json") is not None)
try:
    importlib.metadata.version("no-such-dist")
except importlib.metadata.PackageNotFoundError as e:
    print(e, isinstance(e, ModuleNotFoundError))
