"""The package funcy, as far as settings and the models that migrations import use it.

Covers functions of sequences, mappings and predicates: first, last, distinct, remove, keep, compact, flatten, mapcat, chunks, group_by,
pluck, project, omit, merge, walk_values, select, select_keys, select_values, zipdict,
partial, rpartial, identity, iffy, notnone, any, all and their variants with l.
"""

from functools import partial
from itertools import chain as _chain, islice as _islice


def _function(f):
    if f is None:
        return bool
    if isinstance(f, (set, frozenset)):
        return f.__contains__
    if isinstance(f, dict):
        return f.__getitem__
    if not callable(f):
        raise TypeError("Can't make a func from %s" % type(f).__name__)
    return f


def identity(x):
    return x


def rpartial(func, *args, **kwargs):
    return lambda *a: func(*(a + args), **kwargs)


def first(seq):
    return next(iter(seq), None)


def last(seq):
    found = None
    for found in seq:
        pass
    return found


def remove(pred, seq):
    pred = _function(pred)
    return (x for x in seq if not pred(x))


def lremove(pred, seq):
    return list(remove(pred, seq))


def keep(f, seq=None):
    return filter(bool, f) if seq is None else filter(bool, map(_function(f), seq))


def lkeep(f, seq=None):
    return list(keep(f, seq))


def distinct(seq, key=None):
    seen = set()
    for item in seq:
        mark = item if key is None else key(item)
        if mark not in seen:
            seen.add(mark)
            yield item


def ldistinct(seq, key=None):
    return list(distinct(seq, key))


def _is_seqcont(x):
    return isinstance(x, (list, tuple, range)) or hasattr(x, "__next__")


def flatten(seq, follow=_is_seqcont):
    for item in seq:
        if follow(item):
            yield from flatten(item, follow)
        else:
            yield item


def lflatten(seq, follow=_is_seqcont):
    return list(flatten(seq, follow))


def lmap(f, *seqs):
    return list(map(_function(f), *seqs))


def lfilter(pred, seq):
    return list(filter(_function(pred), seq))


def mapcat(f, *seqs):
    return _chain.from_iterable(map(_function(f), *seqs))


def lmapcat(f, *seqs):
    return list(mapcat(f, *seqs))


def chunks(n, seq):
    it = iter(seq)
    while chunk := list(_islice(it, n)):
        yield chunk


def lchunks(n, seq):
    return list(chunks(n, seq))


def group_by(f, seq):
    from collections import defaultdict
    f = _function(f)
    groups = defaultdict(list)
    for item in seq:
        groups[f(item)].append(item)
    return groups


def pluck(key, mappings):
    return (m[key] for m in mappings)


def lpluck(key, mappings):
    return list(pluck(key, mappings))


def _made(like, pairs):
    return dict(pairs) if type(like) is dict else type(like)(pairs)


def compact(coll):
    if isinstance(coll, dict):
        return _made(coll, ((k, v) for k, v in coll.items() if v))
    return type(coll)(x for x in coll if x)


def project(mapping, keys):
    return _made(mapping, ((k, mapping[k]) for k in keys if k in mapping))


def omit(mapping, keys):
    return _made(mapping, ((k, v) for k, v in mapping.items() if k not in keys))


def merge(*colls):
    made = {}
    for coll in colls:
        made.update(coll)
    return made


def walk_keys(f, coll):
    f = _function(f)
    return _made(coll, ((f(k), v) for k, v in coll.items()))


def walk_values(f, coll):
    f = _function(f)
    return _made(coll, ((k, f(v)) for k, v in coll.items()))


def select(pred, coll):
    pred = _function(pred)
    if isinstance(coll, dict):
        return _made(coll, (pair for pair in coll.items() if pred(pair)))
    return type(coll)(x for x in coll if pred(x))


def select_keys(pred, coll):
    pred = _function(pred)
    return _made(coll, ((k, v) for k, v in coll.items() if pred(k)))


def select_values(pred, coll):
    pred = _function(pred)
    return _made(coll, ((k, v) for k, v in coll.items() if pred(v)))


def zipdict(keys, values):
    return dict(zip(keys, values))


def notnone(x):
    return x is not None


def isnone(x):
    return x is None


_everything = all


def all(pred, seq=None):
    return _everything(pred) if seq is None else _everything(map(_function(pred), seq))


_something = any


def any(pred, seq=None):
    return _something(pred) if seq is None else _something(map(_function(pred), seq))


def iffy(pred, action=None, default=identity):
    if action is None:
        return iffy(bool, pred, default)
    pred, action = _function(pred), _function(action)
    return lambda v: action(v) if pred(v) else default(v) if callable(default) else default
