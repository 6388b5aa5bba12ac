"""Names of the builtin types, and makers of types."""

import _limbec

_types = _limbec.types()
NoneType = _types["NoneType"]
NotImplementedType = _types["NotImplementedType"]
EllipsisType = _types["ellipsis"]
FunctionType = LambdaType = _types["function"]
BuiltinFunctionType = BuiltinMethodType = _types["builtin_function_or_method"]
MethodType = _types["method"]
MethodWrapperType = WrapperDescriptorType = MethodDescriptorType = ClassMethodDescriptorType = BuiltinFunctionType
GeneratorType = _types["generator"]
CoroutineType = _types["coroutine"]
AsyncGeneratorType = _types["async_generator"]
CodeType = _types["code"]
TracebackType = _types["traceback"]
FrameType = _types["frame"]
CellType = _types["cell"]
UnionType = _types["union"]
GenericAlias = _types["alias"]


class MappingProxyType:
    """A view of a mapping that cannot be changed through it."""

    def __init__(self, mapping):
        object.__setattr__(self, "_mapping", mapping)

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __or__(self, other):
        return self._mapping | other

    def __ror__(self, other):
        return other | self._mapping

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"


MappingProxyType.__name__ = MappingProxyType.__qualname__ = "mappingproxy"


class SimpleNamespace:
    def __init__(self, /, **values):
        self.__dict__.update(values)

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return name + "(" + ", ".join(f"{key}={value!r}" for key, value in self.__dict__.items()) + ")"


def _new_module(name, doc=None):
    module = _limbec.new_module(name)
    module.__doc__ = doc
    return module


class _ModuleMeta(type):
    def __instancecheck__(cls, value):
        if cls is ModuleType and isinstance(value, _types["module"]):
            return True
        return cls in type(value).__mro__

    def __call__(cls, *args, **kwargs):
        if cls is not ModuleType:
            # A module class of a script's own: its objects are ordinary ones that importing hands on.
            return type.__call__(cls, *args, **kwargs)
        return _new_module(*args, **kwargs)


class ModuleType(metaclass=_ModuleMeta):
    def __init__(self, name, doc=None):
        self.__name__ = name
        self.__doc__ = doc


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    bases = resolve_bases(bases)
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, tuple(bases), namespace, **kwds)


def resolve_bases(bases):
    found = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        found.extend([base] if entries is None else entries(bases))
    return tuple(found)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    return meta, {}, kwds


def get_original_bases(cls):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def coroutine(function):
    return function
