"""Data classes: dataclass, field, fields, asdict, astuple, replace, is_dataclass, make_dataclass."""

import copy

__all__ = ["Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "asdict", "astuple", "dataclass", "field",
           "fields", "is_dataclass", "make_dataclass", "replace"]


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class KW_ONLY:
    """Written as a type: the fields after it are keyword-only."""


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation):
    text = annotation if isinstance(annotation, str) else repr(annotation)
    return text.startswith(("ClassVar", "typing.ClassVar", "t.ClassVar"))


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(("InitVar", "dataclasses.InitVar"))
    return isinstance(annotation, InitVar) or annotation is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and annotation in ("KW_ONLY", "dataclasses.KW_ONLY")


def _collect(cls, kw_only):
    # `everything` has the order of the arguments: a field that a base has keeps its place there.
    found, init_vars, everything = {}, {}, {}
    for base in reversed(cls.__mro__[1:]):
        found.update(base.__dict__.get("__dataclass_fields__", {}))
        init_vars.update(base.__dict__.get("__dataclass_init_vars__", {}))
        everything.update(base.__dict__.get("__dataclass_order__", {}))
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation):
            kw_only = True
            continue
        if _is_class_var(annotation):
            continue
        default = cls.__dict__.get(name, MISSING)
        one = default if isinstance(default, Field) else field(default=default)
        one.name, one.type = name, annotation
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        if type(one.default) in (list, dict, set):
            raise ValueError(f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        everything[name] = one
        if _is_init_var(annotation):
            init_vars[name] = one
            found.pop(name, None)
        else:
            found[name] = one
            init_vars.pop(name, None)
    return found, init_vars, everything


def _make_init(cls, found, init_vars, everything, frozen):
    order = list(everything.values())
    taken = [one for one in order if one.init]
    positional = [one for one in taken if not one.kw_only]
    seen_default = False
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")

    def __init__(self, *args, **kwargs):
        if len(args) > len(positional):
            least = 1 + sum(1 for one in positional if one.default is MISSING and one.default_factory is MISSING)
            most = len(positional) + 1
            takes = f"{most}" if least == most else f"from {least} to {most}"
            plural = "" if takes == "1" else "s"
            raise TypeError(f"{cls.__qualname__}.__init__() takes {takes} positional argument{plural} but "
                            f"{len(args) + 1} were given")
        values = {one.name: value for one, value in zip(positional, args)}
        for name, value in kwargs.items():
            if name in values:
                raise TypeError(f"{cls.__qualname__}.__init__() got multiple values for argument {name!r}")
            if all(one.name != name for one in taken):
                raise TypeError(f"{cls.__qualname__}.__init__() got an unexpected keyword argument {name!r}")
            values[name] = value
        missing = []
        for one in order:
            if one.name in values:
                continue
            if one.default_factory is not MISSING:
                values[one.name] = one.default_factory()
            elif one.default is not MISSING:
                values[one.name] = one.default
            elif one.init:
                missing.append(repr(one.name))
        if missing:
            names = " and ".join(missing) if len(missing) < 3 else ", ".join(missing[:-1]) + f", and {missing[-1]}"
            plural = "s" if len(missing) > 1 else ""
            raise TypeError(f"{cls.__qualname__}.__init__() missing {len(missing)} required positional "
                            f"argument{plural}: {names}")
        for name in found:
            if name in values:
                object.__setattr__(self, name, values[name])
        if hasattr(self, "__post_init__"):
            self.__post_init__(*[values[name] for name in init_vars])

    return __init__


def _values(self, names):
    return tuple(getattr(self, name) for name in names)


def _add(cls, name, function, replace=False):
    if replace or name not in cls.__dict__:
        setattr(cls, name, function)


# The objects whose text is being made: one that refers to itself ends there.
_SHOWING = set()


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only):
    found, init_vars, everything = _collect(cls, kw_only)
    cls.__dataclass_fields__ = found
    cls.__dataclass_init_vars__ = init_vars
    cls.__dataclass_order__ = everything
    if init:
        _add(cls, "__init__", _make_init(cls, found, init_vars, everything, frozen), replace="__init__" not in cls.__dict__)
    shown = [name for name, one in found.items() if one.repr]
    compared = [name for name, one in found.items() if one.compare]
    hashed = [name for name, one in found.items() if (one.compare if one.hash is None else one.hash)]
    if repr_:
        def __repr__(self):
            if id(self) in _SHOWING:
                return "..."
            _SHOWING.add(id(self))
            try:
                inside = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
            finally:
                _SHOWING.discard(id(self))
            return f"{type(self).__qualname__}({inside})"
        _add(cls, "__repr__", __repr__)
    own_hash = "__hash__" in cls.__dict__
    if eq:
        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return _values(self, compared) == _values(other, compared)
        _add(cls, "__eq__", __eq__)
    if order:
        def __lt__(self, other):
            return NotImplemented if type(other) is not type(self) else _values(self, compared) < _values(other, compared)

        def __le__(self, other):
            return NotImplemented if type(other) is not type(self) else _values(self, compared) <= _values(other, compared)

        def __gt__(self, other):
            return NotImplemented if type(other) is not type(self) else _values(self, compared) > _values(other, compared)

        def __ge__(self, other):
            return NotImplemented if type(other) is not type(self) else _values(self, compared) >= _values(other, compared)
        for function in (__lt__, __le__, __gt__, __ge__):
            _add(cls, function.__name__, function)
    if unsafe_hash or eq and frozen and not own_hash:
        def __hash__(self):
            return hash(_values(self, hashed))
        cls.__hash__ = __hash__
    elif eq and not own_hash:
        cls.__hash__ = None
    if frozen:
        def __setattr__(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(name for name, one in found.items() if one.init and not one.kw_only)
    return cls


def _with_slots(cls):
    """The class again, with __slots__: they are read when a class is made."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = dict(cls.__dict__)
    inherited = {slot for base in cls.__mro__[1:] for slot in base.__dict__.get("__slots__", ())}
    found = tuple(one.name for one in fields(cls))
    names["__slots__"] = tuple(name for name in found if name not in inherited)
    for name in found:
        names.pop(name, None)
    names.pop("__dict__", None)
    made = type(cls)(cls.__name__, cls.__bases__, names)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def decorate(cls):
        cls = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(cls) if slots else cls
    return decorate if cls is None else decorate(cls)


def is_dataclass(thing):
    return hasattr(thing if isinstance(thing, type) else type(thing), "__dataclass_fields__")


def fields(thing):
    try:
        return tuple(thing.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None


def _convert(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make([(one.name, _convert(getattr(value, one.name), make)) for one in fields(value)])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(one, make) for one in value])
    if isinstance(value, dict):
        return {_convert(key, make): _convert(one, make) for key, one in value.items()}
    return copy.deepcopy(value)


def asdict(thing, *, dict_factory=dict):
    if not is_dataclass(thing) or isinstance(thing, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(thing, dict_factory)


def astuple(thing, *, tuple_factory=tuple):
    if not is_dataclass(thing) or isinstance(thing, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(thing, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(thing, /, **changes):
    for one in fields(thing):
        if not one.init:
            if one.name in changes:
                raise ValueError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
        elif one.name not in changes:
            changes[one.name] = getattr(thing, one.name)
    return type(thing)(**changes)


def make_dataclass(name, items, *, bases=(), namespace=None, **options):
    namespace = dict(namespace or {})
    annotations = {}
    for item in items:
        if isinstance(item, str):
            annotations[item] = object
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                namespace[item[0]] = item[2]
    namespace["__annotations__"] = annotations
    return dataclass(type(name, bases, namespace), **options)
