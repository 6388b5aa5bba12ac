"""The abstract classes of containers."""

import _limbec
from abc import ABCMeta, abstractmethod

# Its classes are known by the name of the module that shows them.
__name__ = "collections.abc"
_types = _limbec.types()


_UNHASHABLE = (_types["dict_keys"], _types["dict_items"])


def _has(cls, names):
    if names == ("__hash__",) and cls in _UNHASHABLE:
        return NotImplemented
    for name in names:
        for owner in cls.__mro__:
            if name in owner.__dict__:
                if owner.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _Abstract(metaclass=ABCMeta):
    @classmethod
    def __class_getitem__(cls, item):
        return _limbec.alias(cls, item)


def _by_methods(*names):
    """A class that counts everything as its own that has the methods."""
    def decorate(cls):
        def __subclasshook__(asked, other):
            return _has(other, names) if asked is cls else NotImplemented
        cls.__subclasshook__ = classmethod(__subclasshook__)
        return cls
    return decorate


@_by_methods("__hash__")
class Hashable(_Abstract):
    @abstractmethod
    def __hash__(self):
        return 0


@_by_methods("__await__")
class Awaitable(_Abstract):
    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        pass


@_by_methods("__aiter__")
class AsyncIterable(_Abstract):
    @abstractmethod
    def __aiter__(self):
        return self


@_by_methods("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration


@_by_methods("__iter__")
class Iterable(_Abstract):
    @abstractmethod
    def __iter__(self):
        while False:
            yield None


@_by_methods("__iter__", "__next__")
class Iterator(Iterable):
    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


@_by_methods("__reversed__", "__iter__")
class Reversible(Iterable):
    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Generator(Iterator):
    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        pass


@_by_methods("__len__")
class Sized(_Abstract):
    @abstractmethod
    def __len__(self):
        return 0


@_by_methods("__contains__")
class Container(_Abstract):
    @abstractmethod
    def __contains__(self, item):
        return False


@_by_methods("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    pass


@_by_methods("__call__")
class Callable(_Abstract):
    @abstractmethod
    def __call__(self, *args, **options):
        return False


class Set(Collection):
    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        return all(item not in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__


class MutableSet(Set):
    @abstractmethod
    def add(self, item):
        raise NotImplementedError

    @abstractmethod
    def discard(self, item):
        raise NotImplementedError

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError

    def clear(self):
        for item in list(self):
            self.discard(item)

    def __ior__(self, other):
        for item in other:
            self.add(item)
        return self

    def __iand__(self, other):
        for item in self - other:
            self.discard(item)
        return self

    def __isub__(self, other):
        for item in list(other):
            self.discard(item)
        return self

    def __ixor__(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)
        return self


class Mapping(Collection):
    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


class MutableMapping(Mapping):
    _missing = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is self._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **options):
        if isinstance(other, Mapping) or hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in options.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, items):
        return set(items)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, items):
        return set(items)

    def __contains__(self, item):
        key, value = item
        try:
            known = self._mapping[key]
        except KeyError:
            return False
        return known is value or known == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    def __contains__(self, value):
        return any(self._mapping[key] is value or self._mapping[key] == value for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class Sequence(Reversible, Collection):
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def index(self, value, start=0, stop=None):
        for index in range(*slice(start, stop).indices(len(self))):
            item = self[index]
            if item is value or item == value:
                return index
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class ByteString(Sequence):
    pass


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        items = list(self)[::-1]
        for index, item in enumerate(items):
            self[index] = item

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _cls, _kinds in (
        (Set, (frozenset, _types["dict_keys"], _types["dict_items"])), (MutableSet, (set,)), (MutableMapping, (dict,)),
        (Mapping, (_types["mappingproxy"],)), (MutableSequence, (list, bytearray)),
        (Sequence, (tuple, str, range, bytes)), (ByteString, (bytes, bytearray)), (Generator, (_types["generator"],)),
        (Coroutine, (_types["coroutine"],)), (AsyncGenerator, (_types["async_generator"],)),
        (KeysView, (_types["dict_keys"],)), (ValuesView, (_types["dict_values"],)),
        (ItemsView, (_types["dict_items"],)), (Iterator, (_types["generator"], _types["iterator"]))):
    for _kind in _kinds:
        _cls.register(_kind)
for _cls in (int, float, str, bytes, tuple, frozenset, range, type, type(None)):
    Hashable.register(_cls)
for _cls in (_types["function"], _types["builtin_function_or_method"], _types["method"], type):
    Callable.register(_cls)
