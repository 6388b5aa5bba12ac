# Module classes of a script's own, generic classes of asyncio, times in UTC.
import asyncio
import types
from datetime import datetime, timedelta, timezone


class LazyImport(types.ModuleType):
    def __init__(self, name):
        super().__init__(name)
        self._name = name

    def __getattr__(self, item):
        return f"{self._name}.{item}"


class Both(types.ModuleType):
    def __init__(self, name, *, doc=None, extra=()):
        super().__init__(name, doc)
        self.extra = extra


stats = LazyImport("scipy.stats")
print(stats.norm, stats._name, isinstance(stats, types.ModuleType))
both = Both("b", doc="text", extra=[1])
print(both.__name__, both.__doc__, both.extra)
try:
    LazyImport("a", "b")
except TypeError as problem:
    print(problem)

tasks: dict[str, asyncio.Task[int]] = {}
waiting: list[asyncio.Future[str]] = []
lines: "asyncio.Queue[str]"
print(tasks, waiting)

for moment in (datetime(2024, 7, 1, 12, 30, 5), datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=3)))):
    print(tuple(moment.utctimetuple()), tuple(moment.timetuple()))
