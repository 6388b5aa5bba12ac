"""Abstract base classes."""

__all__ = ["ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty", "abstractstaticmethod",
           "get_cache_token", "update_abstractmethods"]

_generation = [0]


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, property):
        return any(_is_abstract(part) for part in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return bool(getattr(value, "__isabstractmethod__", False))


def _find(cls, name):
    for owner in cls.__mro__:
        if name in owner.__dict__:
            return owner.__dict__[name]


def update_abstractmethods(cls):
    left = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_find(cls, name)):
                left.add(name)
    type.__setattr__(cls, "__abstractmethods__", frozenset(left))
    return cls


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        update_abstractmethods(cls)
        type.__setattr__(cls, "_abc_registry", [])
        type.__setattr__(cls, "_abc_answers", {})
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        cls._abc_registry.append(subclass)
        _generation[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_answers.get(subclass)
        if known is not None and known[0] == _generation[0]:
            return known[1]
        answer = cls._abc_decide(subclass)
        cls._abc_answers[subclass] = (_generation[0], answer)
        return answer

    def _abc_decide(cls, subclass):
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return bool(answer)
        if cls in subclass.__mro__:
            return True
        return (any(issubclass(subclass, known) for known in cls._abc_registry)
                or any(issubclass(subclass, child) for child in cls.__subclasses__()))


class ABC(metaclass=ABCMeta):
    pass


def get_cache_token():
    return _generation[0]
