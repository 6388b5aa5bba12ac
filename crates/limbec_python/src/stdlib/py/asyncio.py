"""Coroutines, run one after the other in the order in which they are made or awaited."""

import _limbec
import sys
import time as _time

_running = []
_made = []


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


TimeoutError = TimeoutError
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class Future:
    def __class_getitem__(cls, item):
        return cls

    def __init__(self, *, loop=None):
        self._done = False
        self._result = None
        self._exception = None
        self._cancelled = False
        self._callbacks = []

    def done(self):
        return self._done

    def cancelled(self):
        return self._cancelled

    def result(self):
        if self._cancelled:
            raise CancelledError
        if not self._done:
            raise InvalidStateError("Result is not ready.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._cancelled:
            raise CancelledError
        if not self._done:
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def _finish(self):
        self._done = True
        for callback in self._callbacks:
            callback(self)
        self._callbacks = []

    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish()

    def set_exception(self, exception):
        if self._done:
            raise InvalidStateError("invalid state")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish()

    def add_done_callback(self, callback, *, context=None):
        if self._done:
            callback(self)
        else:
            self._callbacks.append(callback)

    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled = True
        self._finish()
        return True

    def get_loop(self):
        return _loop()

    def __await__(self):
        if not self._done:
            _limbec.unsupported("awaiting a future that nothing will complete: coroutines are run one after the other")
        return self.result()
        yield

    __iter__ = __await__


class Task(Future):
    """A coroutine that runs when it is first waited for, or at the end of the run, as those made before it."""

    _count = 0

    def __init__(self, coro, *, name=None, loop=None):
        super().__init__()
        Task._count += 1
        self._name = name or f"Task-{Task._count}"
        self._coro = coro
        _made.append(self)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def _run(self):
        if self._done or self._coro is None:
            return
        coro, self._coro = self._coro, None
        if self in _made:
            _made.remove(self)
        try:
            self._result = _limbec.run(coro)
        except Exception as failure:
            self._exception = failure
        self._finish()

    def __await__(self):
        # Tasks that were made earlier have had their turn by now.
        for task in list(_made):
            if task is self:
                break
            task._run()
        self._run()
        return self.result()
        yield

    __iter__ = __await__


def _turn():
    """Let the tasks that were made so far run."""
    for task in list(_made):
        task._run()


class AbstractEventLoop:
    pass


class _Loop(AbstractEventLoop):
    def __init__(self):
        self._closed = False

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if _running:
            raise RuntimeError("This event loop is already running")
        _running.append(self)
        try:
            result = _limbec.run(future)
            return result
        finally:
            _running.pop()

    def run_forever(self):
        _limbec.unsupported("running an event loop for ever")

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    def call_soon(self, callback, *args, context=None):
        callback(*args)

    call_soon_threadsafe = call_soon

    def run_in_executor(self, executor, function, *args):
        made = Future()
        try:
            made.set_result(function(*args))
        except Exception as failure:
            made.set_exception(failure)
        return made

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def is_running(self):
        return bool(_running) and _running[-1] is self

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def stop(self):
        pass

    def time(self):
        return _time.monotonic()

    def set_debug(self, enabled):
        pass

    def get_debug(self):
        return False

    def set_exception_handler(self, handler):
        pass

    def add_signal_handler(self, *args):
        _limbec.unsupported("asyncio: signal handlers")


_current = []


def _loop():
    if _running:
        return _running[-1]
    if not _current or _current[0] is None:
        _current[:] = [_Loop()]
    return _current[0]


def new_event_loop():
    return _Loop()


def get_event_loop():
    return _loop()


def set_event_loop(loop):
    _current[:] = [loop]


def get_running_loop():
    if not _running:
        raise RuntimeError("no running event loop")
    return _running[-1]


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = None
        self._factory = loop_factory or new_event_loop

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def get_loop(self):
        if self._loop is None:
            self._loop = self._factory()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        return self.get_loop().run_until_complete(_main(coro))

    def close(self):
        if self._loop is not None:
            self._loop.close()


async def _main(coro):
    result = await coro
    # What was never awaited is cancelled when the main coroutine ends.
    for task in list(_made):
        _made.remove(task)
        task._coro.close()
        task.cancel()
    return result


def run(main, *, debug=None):
    if _running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    with Runner() as runner:
        return runner.run(main)


def iscoroutine(thing):
    from types import CoroutineType
    return isinstance(thing, CoroutineType)


def iscoroutinefunction(function):
    function = getattr(function, "__func__", function)
    return _limbec.kind(function) == "coroutine"


def isfuture(thing):
    return isinstance(thing, Future)


def ensure_future(thing, *, loop=None):
    if isinstance(thing, Future):
        return thing
    if iscoroutine(thing):
        return Task(thing)
    if hasattr(thing, "__await__"):
        async def wait():
            return await thing
        return Task(wait())
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


def create_task(coro, *, name=None, context=None):
    get_running_loop()
    return Task(coro, name=name)


async def sleep(delay, result=None):
    _turn()
    if delay > 0:
        _time.sleep(delay)
    return result


class _Gathered(Future):
    def __init__(self, children, return_exceptions):
        super().__init__()
        self._children = children
        self._keep = return_exceptions

    def __await__(self):
        results = []
        for child in self._children:
            if isinstance(child, Task):
                child._run()
        for child in self._children:
            try:
                results.append(child.result())
            except Exception as failure:
                if not self._keep:
                    raise
                results.append(failure)
        self._result = results
        self._done = True
        return results
        yield


def gather(*awaitables, return_exceptions=False):
    return _Gathered([ensure_future(one) for one in awaitables], return_exceptions)


async def wait_for(awaitable, timeout=None):
    return await ensure_future(awaitable)


async def wait(awaitables, *, timeout=None, return_when=ALL_COMPLETED):
    tasks = [ensure_future(one) for one in awaitables]
    for task in tasks:
        if isinstance(task, Task):
            task._run()
    return set(tasks), set()


def as_completed(awaitables, *, timeout=None):
    for one in [ensure_future(one) for one in awaitables]:
        yield one


def shield(awaitable):
    return ensure_future(awaitable)


async def to_thread(function, /, *args, **options):
    return function(*args, **options)


def current_task(loop=None):
    return None


def all_tasks(loop=None):
    return set(_made)


class timeout:
    def __init__(self, delay):
        self._delay = delay

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        return None

    def expired(self):
        return False


timeout_at = timeout


class TaskGroup:
    def __init__(self):
        self._tasks = []

    async def __aenter__(self):
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = Task(coro, name=name)
        self._tasks.append(task)
        return task

    async def __aexit__(self, kind, exception, traceback):
        failures = []
        for task in self._tasks:
            task._run()
            if task._exception is not None:
                failures.append(task._exception)
        if exception is None and failures:
            raise ExceptionGroup("unhandled errors in a TaskGroup", failures)


class Lock:
    def __init__(self):
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked:
            _limbec.unsupported("waiting for a lock that is held: coroutines are run one after the other")
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *info):
        self.release()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value == 0:
            _limbec.unsupported("waiting for a semaphore: coroutines are run one after the other")
        self._value -= 1
        return True

    def release(self):
        self._value += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *info):
        self.release()


BoundedSemaphore = Semaphore


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    async def wait(self):
        _turn()
        if not self._set:
            _limbec.unsupported("waiting for an event that nothing will set: coroutines are run one after the other")
        return True


class Queue:
    def __class_getitem__(cls, item):
        return cls

    def __init__(self, maxsize=0):
        self._items = []
        self.maxsize = maxsize

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        return self._items.pop(0)

    async def put(self, item):
        self.put_nowait(item)

    async def get(self):
        _turn()
        if not self._items:
            _limbec.unsupported("waiting for a queue that nothing will fill: coroutines are run one after the other")
        return self._items.pop(0)

    def task_done(self):
        pass

    async def join(self):
        pass


class DefaultEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


AbstractEventLoopPolicy = WindowsSelectorEventLoopPolicy = WindowsProactorEventLoopPolicy = DefaultEventLoopPolicy
SelectorEventLoop = BaseEventLoop = _Loop


def get_event_loop_policy():
    return DefaultEventLoopPolicy()


def set_event_loop_policy(policy):
    pass


def __getattr__(name):
    if name in ("create_subprocess_exec", "create_subprocess_shell", "open_connection", "start_server", "subprocess",
                "StreamReader", "StreamWriter", "run_coroutine_threadsafe", "Condition", "Barrier"):
        _limbec.unsupported(f"asyncio.{name}")
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
