"""Abstract base classes."""

import _limbec

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


def update_abstractmethods(cls):
    type.__setattr__(cls, "__abstractmethods__", _limbec.abstract_methods(cls))
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
