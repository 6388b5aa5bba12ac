"""Measuring."""

import time

default_timer = time.perf_counter


def __getattr__(name):
    if name in ("timeit", "repeat", "Timer"):
        import _limbec
        _limbec.unsupported(f"timeit.{name}")
    raise AttributeError(f"module 'timeit' has no attribute {name!r}")
