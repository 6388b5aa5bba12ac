"""One thread: locks that are always free, and threads that are refused."""

import _limbec

TIMEOUT_MAX = 9223372036.0


class Lock:
    _again = False

    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held and not self._again:
            if not blocking or timeout >= 0:
                return False
            _limbec.unsupported("waiting for a lock that is held: there is one thread")
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock" if self._again else "release unlocked lock")
        self._held -= 1

    def locked(self):
        return self._held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *info):
        self.release()


class RLock(Lock):
    _again = True


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if not blocking or timeout is not None:
                return False
            _limbec.unsupported("waiting for a semaphore: there is one thread")
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    __enter__ = acquire

    def __exit__(self, *info):
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

    def wait(self, timeout=None):
        if not self._set and timeout is None:
            _limbec.unsupported("waiting for an event: there is one thread")
        return self._set


class Condition(RLock):
    def __init__(self, lock=None):
        super().__init__()

    def wait(self, timeout=None):
        if timeout is None:
            _limbec.unsupported("waiting for a condition: there is one thread")
        return False

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class local:
    pass


class Thread:
    daemon = False
    ident = native_id = 1

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self.name = name or "Thread-1"
        self._target = target

    def start(self):
        _limbec.unsupported("threading.Thread: a migration runs in one thread")

    def is_alive(self):
        return False

    def join(self, timeout=None):
        raise RuntimeError("cannot join thread before it is started")

    def getName(self):
        return self.name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function)

    def cancel(self):
        pass


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread")

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainThread(MainThread, started 1)>"


_main = _MainThread()


def current_thread():
    return _main


currentThread = main_thread = current_thread


def active_count():
    return 1


def enumerate():
    return [_main]


def get_ident():
    return 1


get_native_id = get_ident
