"""Shallow and deep copies."""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


_ATOMS = (type(None), bool, int, float, str, bytes, type, range, type(Ellipsis), type(NotImplemented))


def copy(thing):
    if isinstance(thing, _ATOMS) or callable(thing) and not hasattr(thing, "__copy__"):
        return thing
    if hasattr(type(thing), "__copy__"):
        return thing.__copy__()
    if isinstance(thing, (list, dict, set, bytearray)):
        return thing.copy() if type(thing) in (list, dict, set, bytearray) else type(thing)(thing)
    if isinstance(thing, (tuple, frozenset)):
        return thing
    return _copy_object(thing, thing.__dict__)


def _copy_object(thing, attributes):
    made = object.__new__(type(thing))
    made.__dict__.update(attributes)
    return made


def deepcopy(thing, memo=None):
    if memo is None:
        memo = {}
    if id(thing) in memo:
        return memo[id(thing)][0]
    if isinstance(thing, _ATOMS):
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
    elif callable(thing) and not hasattr(thing, "__dict__") or not hasattr(thing, "__dict__"):
        made = thing
    else:
        made = _copy_object(thing, {})
        memo[id(thing)] = (made, thing)
        for name, value in thing.__dict__.items():
            made.__dict__[name] = deepcopy(value, memo)
    memo[id(thing)] = (made, thing)
    return made
