"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""

__all__ = ["Enum", "EnumMeta", "EnumType", "Flag", "IntEnum", "IntFlag", "ReprEnum", "StrEnum", "auto", "member",
           "nonmember", "property", "unique"]

_builtin_property = property


class auto:
    """Stands for a value that the class chooses."""

    def __init__(self):
        self.value = None


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class property(_builtin_property):
    pass


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or isinstance(value, (classmethod, staticmethod))


def _is_special(name):
    return name.startswith("__") and name.endswith("__")


def _is_private(name):
    return name.startswith("_") and name.endswith("_")


def _data_type(bases):
    """The builtin type that members extend (str of `class Color(str, Enum)`), or None."""
    for base in bases:
        for cls in base.__mro__:
            if cls in (int, str, float, bytes, tuple):
                return cls
    return None


def _enum_method(bases, name):
    for base in bases:
        if isinstance(base, EnumType):
            for cls in base.__mro__:
                if isinstance(cls, EnumType) and name in cls.__dict__:
                    return cls.__dict__[name]


class EnumType(type):
    def __new__(mcls, name, bases, namespace, boundary=None, **kwargs):
        if not any(isinstance(base, EnumType) for base in bases):
            return super().__new__(mcls, name, bases, namespace)
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        ignored = namespace.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        plain, pending = {}, []
        for key, value in namespace.items():
            if key in ignored or key == "_ignore_":
                continue
            if isinstance(value, nonmember):
                plain[key] = value.value
            elif isinstance(value, member):
                pending.append((key, value.value))
            elif _is_special(key) or _is_private(key) or _is_descriptor(value):
                plain[key] = value
            else:
                pending.append((key, value))
        cls = super().__new__(mcls, name, bases, plain)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_type_ = _data_type(bases) or object
        if cls._member_type_ is not object:
            # The texts of a member are the enumeration's, though the builtin type stands before it in the bases.
            for text in ("__repr__", "__str__", "__format__"):
                if text not in plain:
                    type.__setattr__(cls, text, _enum_method(bases, text))
        values = []
        for key, value in pending:
            cls._add_member_(key, value, values)
        return cls

    def _add_member_(cls, key, value, values):
        if isinstance(value, auto):
            value = cls._generate_next_value_(key, 1, len(values), list(values))
        args = value if isinstance(value, tuple) else (value,)
        data_type = cls._member_type_
        maker = cls.__dict__.get("__new__")
        if maker is None:
            for base in cls.__mro__[1:]:
                if base is Enum:
                    break
                if isinstance(base, EnumType) and "__new__" in base.__dict__:
                    maker = base.__dict__["__new__"]
                    break
        if maker is not None:
            maker = maker.__func__ if isinstance(maker, staticmethod) else maker
            made = maker(cls, *args)
        elif data_type is object:
            made = object.__new__(cls)
        else:
            made = data_type.__new__(cls, *(args if data_type is not tuple else (value,)))
        if not hasattr(made, "_value_"):
            made._value_ = value if data_type in (object, tuple) else data_type(*args)
        value = made._value_
        values.append(value)
        for known in cls._member_map_.values():
            if known._value_ == value and type(known._value_) is type(value):
                cls._member_map_[key] = known
                type.__setattr__(cls, key, known)
                return
        made._name_ = key
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        if "__init__" in cls.__dict__ or any("__init__" in base.__dict__ for base in cls.__mro__[1:]
                                             if isinstance(base, EnumType) and base is not Enum):
            made.__init__(*args)
        cls._member_names_.append(key)
        cls._member_map_[key] = made
        type.__setattr__(cls, key, made)
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls._lookup_(value)
        return cls._create_(value, names, type, start)

    def _create_(cls, name, names, mixin, start):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        namespace = {"__module__": cls.__module__, "__qualname__": name}
        pairs = list(names.items()) if isinstance(names, dict) else list(names)
        for place, item in enumerate(pairs):
            if isinstance(item, str):
                item = (item, cls._generate_next_value_(item, start, place, list(namespace.values())[2:]))
            namespace[item[0]] = item[1]
        bases = (cls,) if mixin is None else (mixin, cls)
        return EnumType.__new__(EnumType, name, bases, namespace)

    def _lookup_(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return value._name_ in cls._member_map_
        try:
            return value in cls._value2member_map_
        except TypeError:
            return any(known._value_ == value for known in cls._member_map_.values())

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_builtin_property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __repr__(cls):
        kind = "flag" if "Flag" in [base.__name__ for base in cls.__mro__] else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _member_map_ = {}
    _member_names_ = []
    _value2member_map_ = {}

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @_builtin_property
    def name(self):
        return self._name_

    @_builtin_property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        if self._member_plain_():
            return self is other
        return type(self)._member_type_.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def _member_plain_(self):
        return type(self)._member_type_ is object

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        return ["name", "value"]


class ReprEnum(Enum):
    """Changes only the repr: str() and format() are those of the builtin type."""

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class IntEnum(int, ReprEnum):
    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        highest = 0
        for value in last_values:
            highest = max(highest, value)
        return 1 if not last_values else 1 << highest.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        known = 0
        for one in cls._member_map_.values():
            known |= one._value_
        if value < 0:
            value = known & value
        if value & ~known:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        made._value_ = value
        names = [one._name_ for one in cls._member_map_.values() if one._value_ and value & one._value_ == one._value_]
        made._name_ = "|".join(names) or None
        cls._value2member_map_[value] = made
        return made

    def _other_(self, other):
        return other._value_ if isinstance(other, Flag) else other

    def __or__(self, other):
        return type(self)(self._value_ | self._other_(other))

    def __and__(self, other):
        return type(self)(self._value_ & self._other_(other))

    def __xor__(self, other):
        return type(self)(self._value_ ^ self._other_(other))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        known = 0
        for one in type(self)._member_map_.values():
            known |= one._value_
        return type(self)(known & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (one for one in type(self) if one._value_ and self._value_ & one._value_ == one._value_)

    def __bool__(self):
        return bool(self._value_)


class IntFlag(int, Flag):
    def __str__(self):
        return str(self._value_)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    aliases = [(name, one._name_) for name, one in enumeration._member_map_.items() if name != one._name_]
    if aliases:
        text = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration
