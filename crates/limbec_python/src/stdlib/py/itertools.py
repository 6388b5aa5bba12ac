"""Iterators that are made of iterators."""

import operator as _operator


class _Iterator:
    """An iterator over what a generator yields, with the name that `itertools` gives it."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._source)


def _made(function):
    name = function.__name__

    def __new__(cls, *args, **options):
        made = object.__new__(cls)
        made._source = function(*args, **options)
        return made
    return type(name, (_Iterator,), {"__new__": __new__, "__module__": "itertools", "__doc__": function.__doc__})


class count:
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next += self._step
        return value

    def __repr__(self):
        return f"count({self._next!r})" if self._step == 1 else f"count({self._next!r}, {self._step!r})"


@_made
def cycle(iterable):
    kept = []
    for item in iterable:
        kept.append(item)
        yield item
    while kept:
        yield from kept


class repeat:
    def __init__(self, object, times=None):
        if times is not None and not hasattr(type(times), "__index__"):
            raise TypeError(f"'{type(times).__name__}' object cannot be interpreted as an integer")
        self._object = object
        self._times = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __repr__(self):
        return f"repeat({self._object!r})" if self._times is None else f"repeat({self._object!r}, {self._times})"


@_made
def accumulate(iterable, func=None, *, initial=None):
    func = func or _operator.add
    source = iter(iterable)
    total = initial
    if initial is None:
        for total in source:
            break
        else:
            return
    yield total
    for item in source:
        total = func(total, item)
        yield total


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


class chain(_Iterator):
    def __init__(self, *iterables):
        self._source = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._source = _chained(iterables)
        return made


@_made
def compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


@_made
def dropwhile(predicate, iterable):
    source = iter(iterable)
    for item in source:
        if not predicate(item):
            yield item
            break
    yield from source


@_made
def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


@_made
def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


@_made
def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def _sliced(iterable, start, stop, step):
    source = iter(iterable)
    place = 0
    wanted = start
    while stop is None or wanted < stop:
        for item in source:
            place += 1
            if place > wanted:
                break
        else:
            return
        yield item
        wanted += step
    # What lies before the end is consumed, as with a slice that was read to its end.
    while stop is not None and place < stop:
        for _ in source:
            place += 1
            break
        else:
            return


class islice(_Iterator):
    def __init__(self, iterable, *args):
        bounds = slice(*args)
        for bound, words in ((bounds.start, "Indices"), (bounds.stop, "Stop argument")):
            if bound is not None and (not isinstance(bound, int) or bound < 0):
                raise ValueError(f"{words} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        step = 1 if bounds.step is None else bounds.step
        if not isinstance(step, int) or step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._source = _sliced(iterable, bounds.start or 0, bounds.stop, step)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    source = iter(iterable)
    waiting = [[] for _ in range(n)]

    def branch(mine):
        while True:
            if not mine:
                for item in source:
                    break
                else:
                    return
                for other in waiting:
                    other.append(item)
            yield mine.pop(0)
    return tuple(branch(mine) for mine in waiting)


@_made
def zip_longest(*iterables, fillvalue=None):
    sources = [iter(iterable) for iterable in iterables]
    left = len(sources)
    ended = [False] * left
    while left:
        row = []
        for index, source in enumerate(sources):
            item = fillvalue
            if not ended[index]:
                for item in source:
                    break
                else:
                    ended[index] = True
                    left -= 1
                    if not left:
                        return
                    item = fillvalue
            row.append(item)
        yield tuple(row)


@_made
def pairwise(iterable):
    source = iter(iterable)
    for last in source:
        break
    else:
        return
    for item in source:
        yield last, item
        last = item


class groupby:
    def __init__(self, iterable, key=None):
        self._key = key or (lambda item: item)
        self._source = iter(iterable)
        self._ahead = []
        self._group = None

    def _peek(self):
        if not self._ahead:
            for item in self._source:
                self._ahead.append((self._key(item), item))
                break
        return self._ahead

    def __iter__(self):
        return self

    def __next__(self):
        # What is left of the group before is skipped.
        if self._group is not None:
            for _ in self._group:
                pass
        if not self._peek():
            raise StopIteration
        key = self._ahead[0][0]
        self._group = self._members(key)
        return key, self._group

    def _members(self, key):
        while self._peek() and self._ahead[0][0] == key:
            yield self._ahead.pop()[1]


@_made
def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    if any(not pool for pool in pools):
        return
    places = [0] * len(pools)
    while True:
        yield tuple(pool[place] for pool, place in zip(pools, places))
        for index in range(len(pools) - 1, -1, -1):
            places[index] += 1
            if places[index] < len(pools[index]):
                break
            places[index] = 0
        else:
            return


def _permuted(pool, r):
    if r == 0:
        yield ()
        return
    for index, item in enumerate(pool):
        for rest in _permuted(pool[:index] + pool[index + 1:], r - 1):
            yield (item, *rest)


@_made
def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r <= len(pool):
        yield from _permuted(pool, r)


def _combined(pool, r, again):
    if r == 0:
        yield ()
        return
    for index, item in enumerate(pool):
        for rest in _combined(pool[index if again else index + 1:], r - 1, again):
            yield (item, *rest)


def _length(r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


@_made
def combinations(iterable, r):
    return _combined(tuple(iterable), _length(r), False)


@_made
def combinations_with_replacement(iterable, r):
    return _combined(tuple(iterable), _length(r), True)
