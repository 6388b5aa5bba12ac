"""Types as annotations: what runs is what can be asked of them."""

import _collections_abc as _abc
import _limbec
import sys
import types as _types
from abc import ABCMeta, abstractmethod

TYPE_CHECKING = False
_Alias, _Union = _types.GenericAlias, _types.UnionType


def _text(value):
    if value is ...:
        return "..."
    if isinstance(value, type) and not isinstance(value, _Alias):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, (_types.FunctionType, _types.BuiltinFunctionType)):
        return value.__name__
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_text, value)) + "]"
    return repr(value)


def _checked(value):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    return value


# The forms that were made, as annotations repeat: `Optional[str]` is one object, as in CPython.
_made = {}


def _holds_absent(arg):
    """Whether something that is not there stands in an annotation; it may not be compared with others."""
    if _limbec.is_absent(arg):
        return True
    inner = arg if isinstance(arg, (tuple, list)) else arg.__args__ if isinstance(arg, (_Generic, _Alias, _Union)) else ()
    return any(map(_holds_absent, inner)) or isinstance(arg, _Annotated) and any(map(_holds_absent, arg.__metadata__))


def _once(form, args, make):
    """What `make(form, args)` gives, made once for equal arguments of the same types."""
    if _holds_absent(args):
        return make(form, args)
    kinds = tuple(map(type, args)) if isinstance(args, tuple) else type(args)
    key = (form, args, kinds)
    try:
        if key in _made:
            return _made[key]
    except TypeError:
        return make(form, args)
    if len(_made) >= 512:
        _made.clear()
    result = _made[key] = make(form, args)
    return result


class _Type:
    """What every form has: `|`, and that it is not called."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


class _Form(_Type):
    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    @_limbec.remembered
    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return _once(self, args, self._make)

    def __call__(self, *args, **options):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, value):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __repr__(self):
        # `Annotated` is a class in CPython, and shows itself as one.
        return "<class 'typing.Annotated'>" if self._name == "Annotated" else f"typing.{self._name}"

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other

    def __reduce__(self):
        return self._name


class _AnyMeta(type):
    def __instancecheck__(cls, value):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(cls, value)

    def __repr__(cls):
        return "typing.Any" if cls is Any else type.__repr__(cls)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **options):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


class _Generic(_Type):
    """A form with arguments: `List[int]`, `Optional[str]`, `Repository[User]`."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _parameters(args)

    def __getitem__(self, items):
        items = items if isinstance(items, tuple) else (items,)
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        if len(items) != len(self.__parameters__):
            words = "few" if len(items) < len(self.__parameters__) else "many"
            raise TypeError(f"Too {words} arguments for {self!r}; actual {len(items)}, expected "
                            f"{len(self.__parameters__)}")
        known = dict(zip(self.__parameters__, map(_checked, items)))
        return _rebuilt(self, tuple(_substituted(arg, known) for arg in self.__args__))

    def __call__(self, *args, **options):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self!r}")
        made = self.__origin__(*args, **options)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self.__origin__ is Generic and any(
                isinstance(base, _Generic) and base is not self and isinstance(base.__origin__, type)
                and issubclass(base.__origin__, Generic) and base.__origin__ is not Generic
                for base in bases):
            return ()
        return (self.__origin__,)

    def __instancecheck__(self, value):
        if self.__origin__ is Union:
            return any(isinstance(value, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _Generic):
            if self.__origin__ is Union and isinstance(other, _Union):
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self.__origin__ != other.__origin__:
            return False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        origin, args = self.__origin__, self.__args__
        if origin is Union:
            if len(args) == 2 and type(None) in args:
                return f"typing.Optional[{_text(args[0] if args[1] is type(None) else args[1])}]"
            return "typing.Union[" + ", ".join(map(_text, args)) + "]"
        name = f"typing.{self._name}" if self._name else _text(origin)
        if origin is _abc.Callable:
            if args[:-1] == (...,):
                return f"{name}[..., {_text(args[-1])}]"
            return f"{name}[[{', '.join(map(_text, args[:-1]))}], {_text(args[-1])}]"
        if self._name == "Literal":
            return "typing.Literal[" + ", ".join(map(repr, args)) + "]"
        inside = ", ".join(map(_text, args)) or "()"
        return f"{name}[{inside}]"


class _Annotated(_Generic):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __eq__(self, other):
        return isinstance(other, _Annotated) and (self.__origin__, self.__metadata__) == (other.__origin__,
                                                                                         other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_text(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


def _parameters(args):
    found = []
    for arg in args:
        if _limbec.is_absent(arg):  # Nobody knows what it is generic in.
            continue
        inner = [arg] if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)) else (
            _parameters(arg) if isinstance(arg, (list, tuple)) else getattr(arg, "__parameters__", ()))
        if isinstance(arg, type) and not isinstance(arg, _Alias):
            inner = ()
        for one in inner:
            if one not in found:
                found.append(one)
    return tuple(found)


def _substituted(arg, known):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return known.get(arg, arg)
    if isinstance(arg, _Generic) and arg.__parameters__:
        return _rebuilt(arg, tuple(_substituted(one, known) for one in arg.__args__))
    if isinstance(arg, _Alias):
        return _limbec.alias(arg.__origin__, tuple(_substituted(one, known) for one in arg.__args__))
    return arg


def _rebuilt(form, args):
    if isinstance(form, _Annotated):
        return _Annotated(args[0], form.__metadata__)
    if form.__origin__ is Union:
        return Union[args]
    return _Generic(form.__origin__, args, form._name)


def _union(form, args):
    args = args if isinstance(args, tuple) else (args,)
    if not args:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in map(_checked, args):
        inner = arg.__args__ if isinstance(arg, _Generic) and arg.__origin__ is Union or isinstance(arg, _Union) else (arg,)
        for one in inner:
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _Generic(Union, tuple(flat), "Union")


def _literal(form, args):
    args = args if isinstance(args, tuple) else (args,)
    flat = []
    for arg in args:
        inner = arg.__args__ if isinstance(arg, _Generic) and arg._name == "Literal" else (arg,)
        for one in inner:
            if not any(one == known and type(one) is type(known) for known in flat):
                flat.append(one)
    return _Generic(Literal, tuple(flat), "Literal")


def _one(form, arg):
    if isinstance(arg, tuple):
        raise TypeError(f"{form!r} accepts only single type. Got {arg!r}.")
    return _Generic(form, (_checked(arg),), form._name)


def _annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _checked(args[0]), args[1:]
    if isinstance(origin, _Annotated):
        return _Annotated(origin.__origin__, origin.__metadata__ + metadata)
    return _Annotated(origin, metadata)


def _concatenate(form, args):
    return _Generic(form, args if isinstance(args, tuple) else (args,), form._name)


Union = _Form("Union", _union)
Optional = _Form("Optional", lambda form, arg: Union[arg, None])
Literal = _Form("Literal", _literal)
Annotated = _Form("Annotated", _annotated)
ClassVar, Final, Required, NotRequired, TypeGuard, Unpack, ReadOnly, TypeIs = (
    _Form(_name, _one) for _name in ("ClassVar", "Final", "Required", "NotRequired", "TypeGuard", "Unpack", "ReadOnly",
                                     "TypeIs"))
Concatenate = _Form("Concatenate", _concatenate)
NoReturn, Never, Self, LiteralString, TypeAlias = map(_Form, ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias"))


class _Container(_Type):
    """`typing.List` and the others that stand for a class."""

    def __init__(self, origin, name, count=1):
        self.__origin__ = origin
        self._name = name
        self._count = count

    @_limbec.remembered
    def __getitem__(self, args):
        return _once(self, args, _Container._subscribed)

    def _subscribed(self, args):
        if self._name == "Callable":
            return self._callable(args)
        if self._name == "Tuple":
            args = args if isinstance(args, tuple) else (args,)
            return _Generic(tuple, tuple(arg if arg is ... else _checked(arg) for arg in args), self._name)
        args = args if isinstance(args, tuple) else (args,)
        if len(args) != self._count:
            words = "few" if len(args) < self._count else "many"
            raise TypeError(f"Too {words} arguments for {self!r}; actual {len(args)}, expected {self._count}")
        return _Generic(self.__origin__, tuple(map(_checked, args)), self._name)

    def _callable(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        params, result = args
        if params is ...:
            params = (...,)
        elif isinstance(params, list):
            params = tuple(map(_checked, params))
        else:
            params = (params,)
        return _Generic(_abc.Callable, (*params, _checked(result)), self._name)

    def __call__(self, *args, **options):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, value):
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return f"typing.{self._name}"

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


class _OfCollections(_Container):
    """Stands for a class of `collections`, which is loaded when one of these is used: nearly every script asks for `typing`."""

    def __init__(self, kind, name, count=1):
        self._kind = kind
        self._name = name
        self._count = count

    @property
    def __origin__(self):
        import collections
        return getattr(collections, self._kind)


class ForwardRef(_Type):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_module__ = module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class TypeVar(_Type):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None,
                 infer_variance=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(_Type):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__bound__ = bound

    @property
    def args(self):
        return _Form(f"{self.__name__}.args")

    @property
    def kwargs(self):
        return _Form(f"{self.__name__}.kwargs")

    def __repr__(self):
        return f"~{self.__name__}"


class TypeVarTuple(_Type):
    def __init__(self, name, *, default=None):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class NewType(_Type):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        frame = _limbec.frame()
        self.__module__ = frame[3] if frame else "__main__"

    def __call__(self, value):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


class TypeAliasType(_Type):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

    def __repr__(self):
        return self.__name__


class Generic:
    @classmethod
    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        if cls is not Generic and cls is not Protocol:
            wanted = getattr(cls, "__parameters__", ())
            if not wanted:
                raise TypeError(f"{cls!r} is not a generic class")
            if len(args) != len(wanted) and not any(isinstance(one, (TypeVarTuple, ParamSpec)) for one in wanted):
                words = "few" if len(args) < len(wanted) else "many"
                raise TypeError(f"Too {words} arguments for {cls!r}; actual {len(args)}, expected {len(wanted)}")
        elif not all(isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple, _Generic)) for arg in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                            "variables.")
        return _Generic(cls, tuple(map(_checked, args)), cls.__name__ if cls in (Generic, Protocol) else None)

    def __init_subclass__(cls, *args, **options):
        super().__init_subclass__(*args, **options)
        own = cls.__dict__.get("__orig_bases__")
        if own is not None:
            declared = [base for base in own if isinstance(base, _Generic) and base.__origin__ in (Generic, Protocol)]
            cls.__parameters__ = declared[0].__parameters__ if declared else _parameters(own)
        else:
            cls.__parameters__ = ()


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, value):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(hasattr(value, name) for name in _members(cls)):
                return True
        return super().__instancecheck__(value)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(hasattr(other, name) for name in _members(cls)):
                return True
        return super().__subclasscheck__(other)


def _members(cls):
    names = []
    for owner in cls.__mro__:
        if owner.__dict__.get("_is_protocol"):
            names += [name for name in (*owner.__dict__, *owner.__dict__.get("__annotations__", ()))
                      if not name.startswith(("_abc_", "_is_")) and name not in _NOT_MEMBERS]
    return names


_NOT_MEMBERS = frozenset("""__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__
__subclasshook__ __weakref__ __class_getitem__ __parameters__ __orig_bases__ __init_subclass__ __qualname__
__match_args__""".split())


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True

    def __init_subclass__(cls, *args, **options):
        super().__init_subclass__(*args, **options)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            def __init__(self, *args, **options):
                if type(self).__dict__.get("_is_protocol"):
                    raise TypeError("Protocols cannot be instantiated")
            cls.__init__ = __init__


def runtime_checkable(cls):
    cls._is_runtime = True
    return cls


runtime = runtime_checkable


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        hints = namespace.get("__annotations__", {})
        defaults = []
        for field in hints:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field {field}")
        import collections
        made = collections.namedtuple(name, list(hints), defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = dict(hints)
        kept = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace",
                "_asdict")
        for key, value in namespace.items():
            if key in kept:
                if key != "__slots__":
                    raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            elif key not in hints and key not in ("__module__", "__qualname__", "__annotations__", "__orig_bases__"):
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, key)
        made.__qualname__ = namespace.get("__qualname__", name)
        made.__orig_bases__ = (NamedTuple,)
        return made


class _NamedTupleForm:
    def __call__(self, typename, fields=None, /, **options):
        rows = list(options.items()) if fields is None else list(fields)
        import collections
        made = collections.namedtuple(typename, [name for name, _ in rows])
        made.__annotations__ = {name: _checked(kind) for name, kind in rows}
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()
_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True, closed=False):
        made = type.__new__(_TypedDictMeta, name, (dict,), {
            key: value for key, value in namespace.items() if key != "__orig_bases__"})
        hints, required, optional = {}, set(), set()
        for base in namespace.get("__orig_bases__", bases):
            hints.update(getattr(base, "__annotations__", {}) if isinstance(base, _TypedDictMeta) else {})
            required |= set(getattr(base, "__required_keys__", ()))
            optional |= set(getattr(base, "__optional_keys__", ()))
        for key, hint in namespace.get("__annotations__", {}).items():
            hints[key] = _checked(hint)
            origin = getattr(hint, "__origin__", None)
            wanted = True if origin is Required else False if origin is NotRequired else total
            (required if wanted else optional).add(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **options):
        return dict(*args, **options)

    def __instancecheck__(cls, value):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **options):
        frame = _limbec.frame()
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or options),
                                             "__module__": frame[3] if frame else "__main__"}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()
_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(value, /):
    print(f"Runtime type is {type(value).__name__!r}", file=sys.stderr)
    return value


_overloads = {}


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)

    def stub(*args, **options):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                                  "outside a stub module should always be followed by an implementation that is not "
                                  "@overload-ed.")
    return stub


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(thing):
    try:
        thing.__final__ = True
    except (AttributeError, TypeError):
        pass
    return thing


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(thing):
    thing.__no_type_check__ = True
    return thing


def no_type_check_decorator(decorator):
    return lambda *args, **options: no_type_check(decorator(*args, **options))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **options):
    def decorate(thing):
        thing.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": options}
        return thing
    return decorate


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, (_Generic, _Alias, _Container)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _Union):
        return _types.UnionType
    return None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Generic, _Alias, _Union)):
        args = tp.__args__
        if get_origin(tp) is _abc.Callable and args and args[0] is not ... and not isinstance(args[0], list):
            args = (list(args[:-1]), args[-1])
        return args
    return ()


def _evaluated(hint, module, names):
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        if hint in names:
            return _evaluated(names[hint], module, names)
        return _evaluated(_limbec.evaluate(hint, module), module, names)
    if hint is None:
        return type(None)
    if isinstance(hint, _Generic):
        args = tuple(_evaluated(arg, module, names) if isinstance(arg, (ForwardRef, _Generic, _Alias, _Union)) else arg
                     for arg in hint.__args__)
        return hint if args == hint.__args__ else _rebuilt(hint, args)
    if isinstance(hint, _Alias):
        args = tuple(_evaluated(arg, module, names) if isinstance(arg, (str, ForwardRef, _Generic, _Alias)) else arg
                     for arg in hint.__args__)
        return _limbec.alias(hint.__origin__, args)
    return hint


def _plain(hint):
    if isinstance(hint, _Annotated):
        return _plain(hint.__origin__)
    if isinstance(hint, _Generic):
        if hint.__origin__ in (Required, NotRequired):
            return _plain(hint.__args__[0])
        args = tuple(_plain(arg) for arg in hint.__args__)
        return hint if args == hint.__args__ else _rebuilt(hint, args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    names = {**(globalns or {}), **(localns or {})}
    hints = {}
    if isinstance(obj, type):
        for cls in reversed(obj.__mro__):
            module = sys.modules.get(cls.__module__)
            for name, hint in cls.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluated(hint, module, names)
    else:
        if isinstance(obj, _types.ModuleType):
            module = obj
        else:
            while hasattr(obj, "__wrapped__"):
                obj = obj.__wrapped__
            module = sys.modules.get(getattr(obj, "__module__", None))
        own = getattr(obj, "__annotations__", None)
        if own is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in own.items():
            hints[name] = _evaluated(hint, module, names)
    return hints if include_extras else {name: _plain(hint) for name, hint in hints.items()}


class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): ...


class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): ...


class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self): ...


class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self): ...


class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): ...


class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): ...


class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): ...


for _cls in (SupportsInt, SupportsFloat, SupportsBytes, SupportsComplex, SupportsIndex, SupportsAbs, SupportsRound):
    runtime_checkable(_cls)

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
KT_co = TypeVar("KT_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
V_co = TypeVar("V_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str
ByteString = _abc.ByteString

List, Set, FrozenSet, Type = (_Container(kind, name) for kind, name in (
    (list, "List"), (set, "Set"), (frozenset, "FrozenSet"), (type, "Type")))
Dict = _Container(dict, "Dict", 2)
Tuple = _Container(tuple, "Tuple")
Deque, Counter = _OfCollections("deque", "Deque"), _OfCollections("Counter", "Counter")
DefaultDict = _OfCollections("defaultdict", "DefaultDict", 2)
OrderedDict = _OfCollections("OrderedDict", "OrderedDict", 2)
ChainMap = _OfCollections("ChainMap", "ChainMap", 2)
Callable = _Container(_abc.Callable, "Callable", 2)
for _name, _count in (("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1), ("Iterable", 1),
                      ("Iterator", 1), ("Reversible", 1), ("Container", 1), ("Collection", 1), ("MutableSet", 1),
                      ("Mapping", 2), ("MutableMapping", 2), ("Sequence", 1), ("MutableSequence", 1),
                      ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1), ("Generator", 3),
                      ("AsyncGenerator", 2), ("Hashable", 0), ("Sized", 0)):
    globals()[_name] = _Container(getattr(_abc, _name), _name, _count)
AbstractSet = _Container(_abc.Set, "AbstractSet")


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


def __getattr__(name):
    if name in ("Pattern", "Match"):
        import re
        return _Container(getattr(re, name), name)
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        return _Container(getattr(contextlib, "Abstract" + name), name)
    raise AttributeError(f"module 'typing' has no attribute {name!r}")
