"""Containers beyond the builtin ones."""

import _collections_abc as abc
import _limbec
import sys as _sys
from _collections_abc import MutableMapping as _MutableMapping, MutableSequence as _MutableSequence
from operator import itemgetter as _itemgetter

_sys.modules["collections.abc"] = abc

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]

_KEYWORDS = frozenset("""False None True and as assert async await break class continue def del elif else except finally
for from global if import in is lambda nonlocal not or pass raise return try while with yield""".split())
_required = object()


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        for index, name in enumerate(names):
            if (not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in names[:index]):
                names[index] = f"_{index}"
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for index, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    fields = tuple(names)
    defaults = tuple(defaults or ())
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    known = dict(zip(reversed(fields), reversed(defaults)))
    known = {name: known[name] for name in fields if name in known}

    def __new__(cls, /, *args, **options):
        if len(args) == len(fields) and not options:
            return tuple.__new__(cls, args)
        if len(args) > len(fields):
            least = len(fields) + 1 - len(known)
            most = len(fields) + 1
            takes = f"{most}" if least == most else f"from {least} to {most}"
            raise TypeError(f"{typename}.__new__() takes {takes} positional arguments but {len(args) + 1} were given")
        values = dict(zip(fields, args))
        for name, value in options.items():
            if name in values:
                raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
            if name not in fields:
                raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
            values[name] = value
        missing = [repr(name) for name in fields if name not in values and name not in known]
        if missing:
            plural = "s" if len(missing) > 1 else ""
            text = missing[0] if len(missing) == 1 else " and ".join(missing) if len(missing) == 2 else (
                ", ".join(missing[:-1]) + f", and {missing[-1]}")
            raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{plural}: {text}")
        return tuple.__new__(cls, [values[name] if name in values else known[name] for name in fields])

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def _replace(self, /, **options):
        made = self._make([options.pop(name, value) for name, value in zip(fields, self)])
        if options:
            raise ValueError(f"Got unexpected field names: {list(options)!r}")
        return made

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join(f"{name}={value!r}" for name, value in zip(fields, self)) + ")"

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})", "__slots__": (), "_fields": fields, "_field_defaults": known,
        "__match_args__": fields, "__new__": __new__, "_make": classmethod(_make), "_replace": _replace,
        "_asdict": _asdict, "__repr__": __repr__, "__getnewargs__": __getnewargs__,
    }
    for index, name in enumerate(fields):
        namespace[name] = property(_itemgetter(index))
    if module is None:
        frame = _limbec.frame()
        module = "__main__" if frame is None else frame[3]
    namespace["__module__"] = module
    return type(typename, (tuple,), namespace)


# The objects whose text is being made: one that refers to itself ends there.
_SHOWING = set()


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = list(self.items())
            self.clear()
            self[key] = value
            for other, kept in rest:
                self[other] = kept

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __repr__(self):
        name = type(self).__name__
        if id(self) in _SHOWING:
            return "..."
        _SHOWING.add(id(self))
        try:
            return f"{name}({list(self.items())!r})" if self else f"{name}()"
        finally:
            _SHOWING.discard(id(self))


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **options):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **options)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict(self)!r})"


class Counter(dict):
    def __init__(self, iterable=None, /, **options):
        dict.__init__(self)
        self.update(iterable, **options)

    def __missing__(self, key):
        return 0

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for one in (self, other) for key in one)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for one in (self, other) for key in one)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=_itemgetter(1), reverse=True)
        return ranked if n is None else ranked[:max(n, 0)]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def _add(self, iterable, options, sign):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) + sign * count if key in self or sign < 0 else count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + sign
        if options:
            self._add(options, None, sign)

    def update(self, iterable=None, /, **options):
        self._add(iterable, options, 1)

    def subtract(self, iterable=None, /, **options):
        self._add(iterable, options, -1)

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def _combined(self, other, choose):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            count = choose(self[key], other[key])
            if count > 0:
                made[key] = count
        return made

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _replaced(self, made):
        self.clear()
        dict.update(self, made)
        return self

    def __iadd__(self, other):
        return self._replaced(self + other)

    def __isub__(self, other):
        return self._replaced(self - other)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for part in (self, other) for key in part)

    __hash__ = None

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({dict(self.most_common())!r})"


class deque(_MutableSequence):
    __module__ = "collections"

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item):
        self._items.append(item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[0]

    def appendleft(self, item):
        self._items.insert(0, item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[-1]

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def extendleft(self, items):
        for item in list(items):
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def insert(self, index, item):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(index, item)

    def remove(self, value):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[-n:] + self._items[:-n] if n else self._items

    def clear(self):
        self._items.clear()

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def index(self, value, *bounds):
        try:
            return self._items.index(value, *bounds)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def count(self, value):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, index, value):
        self._items[index] = value

    def __delitem__(self, index):
        del self._items[index]

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        size = len(self._items)
        for item in self._items:
            yield item
            if len(self._items) != size:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, value):
        return value in self._items

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        made = self.copy()
        made.extend(other)
        return made

    def __mul__(self, times):
        return type(self)(self._items * times, self._maxlen)

    def __repr__(self):
        end = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._items!r}{end})"


class ChainMap(_MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        found = {}
        for mapping in reversed(self.maps):
            found.update(dict.fromkeys(mapping))
        return iter(found)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    def new_child(self, m=None, **options):
        m = {} if m is None else m
        m.update(options)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"


class UserDict(_MutableMapping):
    def __init__(self, other=None, /, **options):
        self.data = {}
        if other is not None:
            self.update(other)
        self.update(options)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def copy(self):
        made = type(self)()
        made.update(self.data)
        return made

    def __repr__(self):
        return repr(self.data)


class UserList(_MutableSequence):
    def __init__(self, items=None):
        self.data = list(items or ())

    def __getitem__(self, index):
        return type(self)(self.data[index]) if isinstance(index, slice) else self.data[index]

    def __setitem__(self, index, value):
        self.data[index] = value

    def __delitem__(self, index):
        del self.data[index]

    def __len__(self):
        return len(self.data)

    def insert(self, index, value):
        self.data.insert(index, value)

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserList) else other)

    __hash__ = None

    def __add__(self, other):
        return type(self)(self.data + list(other))

    def sort(self, /, *args, **options):
        self.data.sort(*args, **options)

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return repr(self.data)


class UserString:
    def __init__(self, text):
        self.data = str(text)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __eq__(self, other):
        return self.data == str(other)

    def __hash__(self):
        return hash(self.data)

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __contains__(self, part):
        return str(part) in self.data

    def __getattr__(self, name):
        return getattr(self.data, name)
