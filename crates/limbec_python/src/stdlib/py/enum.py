"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""

__all__ = ["CONFORM", "EJECT", "KEEP", "STRICT", "FlagBoundary", "Enum", "EnumMeta", "EnumType", "Flag", "IntEnum", "IntFlag", "ReprEnum", "StrEnum", "auto", "member",
           "nonmember", "property", "unique"]

_builtin_property = property


_unset = object()


class auto:
    """Stands for a value that the class chooses."""

    def __init__(self, value=_unset):
        self.value = value

    def _number(self, other):
        return other.value if isinstance(other, auto) else other

    def __or__(self, other):
        return self.value | self._number(other)

    def __and__(self, other):
        return self.value & self._number(other)

    def __xor__(self, other):
        return self.value ^ self._number(other)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


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


def _plain_property(cls, name):
    """Whether the attribute is the one of Enum itself."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base is Enum
    return False


def _is_flag(cls):
    return any(base.__name__ == "Flag" and base.__module__ == "enum" for base in cls.__mro__)


def _enum_method(bases, name):
    for base in bases:
        if isinstance(base, EnumType):
            for cls in base.__mro__:
                if isinstance(cls, EnumType) and name in cls.__dict__:
                    return cls.__dict__[name]


class _EnumDict(dict):
    """The names of a class body: values of auto() are chosen when they are assigned, so that `RW = R | W` works."""

    def __init__(self):
        super().__init__()
        self._values = []
        self._choose = None

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._choose = value.__func__ if isinstance(value, staticmethod) else value
        elif not (_is_special(key) or _is_private(key) or key == "_ignore_" or _is_descriptor(value)
                  or isinstance(value, nonmember)):
            if isinstance(value, auto):
                if value.value is _unset:
                    value.value = self._choose(key, 1, len(self._values), list(self._values))
                value = value.value
            elif isinstance(value, tuple) and any(isinstance(one, auto) for one in value):
                made = []
                for one in value:
                    if isinstance(one, auto):
                        if one.value is _unset:
                            one.value = self._choose(key, 1, len(self._values), list(self._values))
                        one = one.value
                    made.append(one)
                value = tuple(made)
            self._values.append(value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        names = _EnumDict()
        for base in bases:
            if isinstance(base, EnumType):
                names._choose = base._generate_next_value_
                break
        return names

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
        if boundary is not None:
            type.__setattr__(cls, "_boundary_", boundary)
        values = []
        for key, value in pending:
            cls._add_member_(key, value, values)
        return cls

    def _add_member_(cls, key, value, values):
        if isinstance(value, auto):
            value = cls._generate_next_value_(key, 1, len(values), list(values)) if value.value is _unset else value.value
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
        if not (isinstance(made._value_, int) and _is_flag(cls)
                and (made._value_ <= 0 or made._value_ & (made._value_ - 1))):
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

    def __getattr__(cls, name):
        if _is_special(name) or not isinstance(cls, EnumType):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

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

    def __setattr__(self, name, value):
        if name in ("name", "value") and "_value_" in self.__dict__ and _plain_property(type(self), name):
            raise AttributeError(f"<enum {'Enum'!r}> cannot set attribute {name!r}")
        object.__setattr__(self, name, value)

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


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _known_(cls):
        """All bits that members have, and the bits that members have for themselves."""
        known = single = 0
        for one in cls._member_map_.values():
            known |= one._value_
            if one._value_ > 0 and one._value_ & (one._value_ - 1) == 0:
                single |= one._value_
        return known, single

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known, single = cls._known_()
        every = 2 ** known.bit_length() - 1
        if not ~every <= value <= every or value & (every ^ known):
            boundary = cls._boundary_
            if boundary is STRICT:
                longest = max(value.bit_length(), known.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, longest)}"
                                 f"\n  allowed {_bits(known, longest)}")
            if boundary is CONFORM:
                value = value & known
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += every + 1
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        made._value_ = value
        made._name_ = None
        names, left = [], value
        for one in cls:
            if one._value_ & value:
                names.append(one._name_)
                left &= ~one._value_
        if names:
            if left:
                names.append(str(left))
            made._name_ = "|".join(names)
        cls._value2member_map_[value] = made
        return made

    def _other_(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, type(self)._member_type_):
            return other
        return NotImplemented

    def _join_(self, other, join):
        other = self._other_(other)
        if other is NotImplemented:
            return NotImplemented
        return type(self)(join(self._value_, other))

    def __or__(self, other):
        return self._join_(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._join_(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._join_(other, lambda a, b: a ^ b)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        known, single = type(self)._known_()
        if type(self)._boundary_ is KEEP:
            return type(self)(~self._value_)
        return type(self)(single & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (one for one in type(self) if self._value_ & one._value_)

    def __len__(self):
        return bin(self._value_).count("1")

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"<{name}: {self._value_!r}>"
        return f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"{name}({self._value_!r})"
        return f"{name}.{self._name_}"


def _bits(number, digits):
    """A number in bits, with its sign apart: 0b0 10000."""
    if number >= 0:
        return "0b0 " + bin(number)[2:].rjust(digits, "0")
    return "0b1 " + bin(number & (2 ** digits - 1))[2:].rjust(digits, "1")


class IntFlag(int, ReprEnum, Flag):
    _boundary_ = KEEP

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

    # int has these, too, and comes first.
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__ror__
    __rand__ = Flag.__rand__
    __rxor__ = Flag.__rxor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__
    __contains__ = Flag.__contains__
    __iter__ = Flag.__iter__
    __len__ = Flag.__len__


def unique(enumeration):
    aliases = [(name, one._name_) for name, one in enumeration._member_map_.items() if name != one._name_]
    if aliases:
        text = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration
