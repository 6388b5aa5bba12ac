"""Functions that make functions."""

from operator import itemgetter as _itemgetter
import _limbec

__all__ = ["WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "cache", "cached_property", "cmp_to_key", "lru_cache", "partial",
           "partialmethod", "reduce", "singledispatch", "singledispatchmethod", "total_ordering", "update_wrapper", "wraps"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class partial:
    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        func = self.func
        if hasattr(func, "__get__"):
            func = func.__get__(instance, owner)
        if instance is None:
            return lambda this, *args, **keywords: func(this, *self.args, *args, **{**self.keywords, **keywords})
        return partial(func, *self.args, **self.keywords)


def reduce(function, iterable, initial=_missing, /):
    source = iter(iterable)
    if initial is _missing:
        for total in source:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        total = initial
    for item in source:
        total = function(total, item)
    return total


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits, self.misses, self.maxsize, self.currsize = hits, misses, maxsize, currsize

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return (f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, "
                f"currsize={self.currsize})")


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    return lambda function: _cached(function, maxsize, typed)


def cache(function, /):
    return _cached(function, None, False)


def _cached(function, maxsize, typed):
    answers = {}
    counts = [0, 0]
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def wrapper(*args, **options):
        key = (args, tuple(options.items()))
        if typed:
            key += (tuple(map(type, args)), tuple(map(type, options.values())))
        known = answers.get(key, _missing)
        if known is not _missing:
            counts[0] += 1
            if maxsize is not None:
                # The most recently used answer is the last.
                answers[key] = answers.pop(key)
            return known
        counts[1] += 1
        answer = function(*args, **options)
        if maxsize != 0:
            if maxsize is not None and len(answers) >= maxsize:
                del answers[next(iter(answers))]
            answers[key] = answer
        return answer

    def cache_info():
        return _CacheInfo(counts[0], counts[1], maxsize, len(answers))

    def cache_clear():
        answers.clear()
        counts[:] = [0, 0]

    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return wrapper


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        known = instance.__dict__
        if self.attrname not in known:
            known[self.attrname] = self.func(instance)
        return known[self.attrname]

    @classmethod
    def __class_getitem__(cls, item):
        return _limbec.alias(cls, item)


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


def _from(root, derive):
    def operation(self, other):
        answer = getattr(self, root)(other)
        return answer if answer is NotImplemented else derive(self, other, answer)
    return operation


_DERIVED = {
    "__lt__": {"__gt__": lambda a, b, lt: not lt and a != b, "__le__": lambda a, b, lt: lt or a == b,
               "__ge__": lambda a, b, lt: not lt},
    "__le__": {"__ge__": lambda a, b, le: not le or a == b, "__lt__": lambda a, b, le: le and a != b,
               "__gt__": lambda a, b, le: not le},
    "__gt__": {"__lt__": lambda a, b, gt: not gt and a != b, "__ge__": lambda a, b, gt: gt or a == b,
               "__le__": lambda a, b, gt: not gt},
    "__ge__": {"__le__": lambda a, b, ge: not ge or a == b, "__gt__": lambda a, b, ge: ge and a != b,
               "__lt__": lambda a, b, ge: not ge},
}


def total_ordering(cls):
    own = {name for name in _DERIVED for owner in cls.__mro__ if owner is not object and name in owner.__dict__}
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(name for name in _DERIVED if name in own)
    for name, derive in _DERIVED[root].items():
        if name not in own:
            function = _from(root, derive)
            function.__name__ = name
            setattr(cls, name, function)
    return cls


def _dispatch(registry, cls):
    for owner in cls.__mro__:
        if owner in registry:
            return registry[owner]
    best = None
    for known in registry:
        if known is not object and issubclass(cls, known) and (best is None or issubclass(known, best)):
            best = known
    return registry[best or object]


def singledispatch(func):
    registry = {object: func}

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type) or not callable(cls) or getattr(cls, "__args__", None):
                return lambda function: register(cls, function)
            function = cls
            import typing
            hints = [hint for name, hint in typing.get_type_hints(function).items() if name != "return"]
            if not hints:
                raise TypeError(f"Invalid first argument to `register()`: {function!r}. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated function.")
            cls = hints[0]
        for one in getattr(cls, "__args__", None) or (cls,):
            registry[one] = function
        return function

    def wrapper(*args, **options):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return _dispatch(registry, type(args[0]))(*args, **options)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = lambda cls: _dispatch(registry, cls)
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **options):
            function = self.dispatcher.dispatch(type(args[0]))
            return function.__get__(instance, owner)(*args, **options)
        method.register = self.register
        return update_wrapper(method, self.func)
