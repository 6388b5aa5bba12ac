"""Functions for the end of the process."""

import _limbec

_registered = []


def register(func, /, *args, **options):
    """Kept, and not called: the process around the script goes on after it, and ends on its own."""
    _registered.append((func, args, options))
    return func


def unregister(func):
    _registered[:] = [entry for entry in _registered if entry[0] is not func]


def _run_exitfuncs():
    while _registered:
        func, args, options = _registered.pop()
        func(*args, **options)
