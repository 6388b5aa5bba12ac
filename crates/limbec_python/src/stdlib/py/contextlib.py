"""Context managers: contextmanager, closing, suppress, nullcontext, ExitStack, redirect_stdout."""

import functools
from abc import ABC as _ABC, abstractmethod as _abstractmethod

__all__ = ["AbstractAsyncContextManager", "AbstractContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack",
           "aclosing", "asynccontextmanager", "chdir", "closing", "contextmanager", "nullcontext", "redirect_stderr",
           "redirect_stdout", "suppress"]


class AbstractContextManager(_ABC):
    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager(_ABC):
    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None



class ContextDecorator:
    """A context manager that can decorate a function: the function runs inside it."""

    def __call__(self, function):
        @functools.wraps(function)
        def inside(*args, **kwargs):
            with self._again():
                return function(*args, **kwargs)
        return inside

    def _again(self):
        return self


class _Generated(ContextDecorator):
    def __init__(self, function, args, kwargs):
        self._made_by = (function, args, kwargs)
        self.gen = function(*args, **kwargs)

    def _again(self):
        function, args, kwargs = self._made_by
        return _Generated(function, args, kwargs)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as stopped:
            return stopped is not value
        except BaseException as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stopped:
            return stopped is not value
        except BaseException as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(function):
    @functools.wraps(function)
    def make(*args, **kwargs):
        return _Generated(function, args, kwargs)
    return make


asynccontextmanager = contextmanager


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *error):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *error):
        return None

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *error):
        return None


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        result = manager.__enter__()
        self._exits.append(manager.__exit__)
        return result

    def push(self, manager):
        self._exits.append(manager.__exit__ if hasattr(manager, "__exit__") else manager)
        return manager

    def callback(self, function, *args, **kwargs):
        self._exits.append(lambda *error: function(*args, **kwargs) and False)
        return function

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        handled = False
        given = value
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(type(value) if value is not None else None, value, traceback):
                    value, handled = None, True
            except BaseException as error:
                value, handled = error, False
        if value is not None and value is not given:
            raise value
        return handled and given is not None


class AsyncExitStack(ExitStack):
    async def enter_async_context(self, manager):
        result = await manager.__aenter__()
        self._exits.append(manager.__aexit__)
        return result

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        handled = False
        while self._exits:
            answer = self._exits.pop()(kind, value, traceback)
            if hasattr(answer, "__await__"):
                answer = await answer
            if answer:
                kind = value = traceback = None
                handled = True
        return handled


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class _Redirect:
    def __init__(self, new_target):
        self._new = new_target
        self._old = []

    def __enter__(self):
        import sys
        self._old.append(getattr(sys, self._name))
        setattr(sys, self._name, self._new)
        return self._new

    def __exit__(self, *info):
        import sys
        setattr(sys, self._name, self._old.pop())


class redirect_stdout(_Redirect):
    _name = "stdout"


class redirect_stderr(_Redirect):
    _name = "stderr"


def chdir(path):
    import _limbec
    _limbec.unsupported("contextlib.chdir(): the folder of the run stays what it is")
