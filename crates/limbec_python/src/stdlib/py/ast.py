"""Literals."""

import _limbec


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    return _limbec.literal(node_or_string)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ast' has no attribute {name!r}")
    _limbec.unsupported(f"ast.{name}")
