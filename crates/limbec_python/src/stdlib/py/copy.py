"""Shallow and deep copies."""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


_ATOMS = (type(None), bool, int, float, str, bytes, type, range, type(Ellipsis), type(NotImplemented))
# Functions and modules are not copied deeply either.
_SHARED = (type(lambda: None), type(len), type(__import__("sys")))


# Their objects cannot change, and what they are made of is not in their attributes.
_NATIVE = ("decimal", "datetime", "uuid", "re")


def _is_native(thing):
    return any(cls.__module__ in _NATIVE for cls in type(thing).__mro__)


def copy(thing):
    if isinstance(thing, _ATOMS) or _is_native(thing) or callable(thing) and not hasattr(thing, "__copy__"):
        return thing
    if hasattr(type(thing), "__copy__"):
        return thing.__copy__()
    if isinstance(thing, (list, dict, set, bytearray)):
        return thing.copy() if type(thing) in (list, dict, set, bytearray) else type(thing)(thing)
    if isinstance(thing, (tuple, frozenset)):
        return thing
    return _copy_object(thing, _state(thing))


def _copy_object(thing, attributes):
    made = object.__new__(type(thing))
    for name, value in attributes.items():
        object.__setattr__(made, name, value)
    return made


def _state(thing):
    """The attributes of an object, those in slots included."""
    state = dict(getattr(thing, "__dict__", {}))
    for cls in type(thing).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(thing, name):
                state[name] = getattr(thing, name)
    return state


def deepcopy(thing, memo=None):
    if memo is None:
        memo = {}
    if id(thing) in memo:
        return memo[id(thing)][0]
    if isinstance(thing, _ATOMS) or _is_native(thing):
        return thing
    if hasattr(type(thing), "__deepcopy__"):
        made = thing.__deepcopy__(memo)
    elif isinstance(thing, list):
        made = []
        memo[id(thing)] = (made, thing)
        for one in thing:
            made.append(deepcopy(one, memo))
    elif isinstance(thing, dict):
        made = copy(thing)
        memo[id(thing)] = (made, thing)
        made.clear()
        for key, value in thing.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif isinstance(thing, tuple):
        parts = [deepcopy(one, memo) for one in thing]
        made = type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
    elif isinstance(thing, (set, frozenset)):
        made = type(thing)([deepcopy(one, memo) for one in thing])
    elif isinstance(thing, _SHARED) or not hasattr(thing, "__dict__") and not hasattr(type(thing), "__slots__"):
        made = thing
    else:
        made = _copy_object(thing, {})
        memo[id(thing)] = (made, thing)
        for name, value in _state(thing).items():
            object.__setattr__(made, name, deepcopy(value, memo))
    memo[id(thing)] = (made, thing)
    return made
