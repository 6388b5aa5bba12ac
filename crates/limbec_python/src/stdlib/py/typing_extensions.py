"""What newer Pythons have in `typing`."""

from typing import *
from typing import _members
import typing as _typing
from typing import (AbstractSet, Annotated, Any, AnyStr, Callable, ClassVar, Concatenate, Final, Generic, Literal,
                    LiteralString, NamedTuple, Never, NewType, NoReturn, NotRequired, Optional, ParamSpec, Protocol,
                    ReadOnly, Required, Self, Text, Type, TypeAlias, TypeAliasType, TypedDict, TypeGuard, TypeIs, TypeVar,
                    TypeVarTuple, Union, Unpack, assert_never, assert_type, cast, clear_overloads, dataclass_transform,
                    final, get_args, get_origin, get_overloads, get_type_hints, is_typeddict, no_type_check, overload,
                    override, reveal_type, runtime, runtime_checkable)
from warnings import deprecated


def __getattr__(name):
    return getattr(_typing, name)


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(tp.__dict__.get("_is_protocol")) and tp is not Protocol


def get_protocol_members(tp, /):
    return frozenset(_members(tp))


class Sentinel:
    def __init__(self, name, repr=None):
        self._name = name
        self._repr = repr or f"<{name}>"

    def __repr__(self):
        return self._repr


class Doc:
    def __init__(self, documentation, /):
        self.documentation = documentation
