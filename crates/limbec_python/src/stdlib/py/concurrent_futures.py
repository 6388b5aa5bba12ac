"""Executors are refused: a migration runs in one thread. Futures and errors are there for those who name them."""

import _limbec
from asyncio import CancelledError, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, Future, InvalidStateError

TimeoutError = TimeoutError


class BrokenExecutor(RuntimeError):
    pass


class Executor:
    def __init__(self, *args, **options):
        _limbec.unsupported(f"concurrent.futures.{type(self).__name__}: a migration runs in one thread")


class ThreadPoolExecutor(Executor):
    pass


class ProcessPoolExecutor(Executor):
    pass


def as_completed(futures, timeout=None):
    return iter(list(futures))
