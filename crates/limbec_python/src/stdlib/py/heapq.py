"""Heaps in lists."""

import bisect as _bisect


def _up(heap, start, place):
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _down(heap, place):
    end, start, item = len(heap), place, heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _up(heap, start, place)


def heappush(heap, item):
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _down(heap, 0)
    return first


def heapreplace(heap, item):
    first, heap[0] = heap[0], item
    _down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(x):
    for place in range(len(x) // 2 - 1, -1, -1):
        _down(x, place)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    sources = [(index, iter(iterable)) for index, iterable in enumerate(iterables)]
    heads = []
    for index, source in sources:
        for item in source:
            heads.append((item if key is None else key(item), index, item, source))
            break
    while heads:
        best = 0
        for place in range(1, len(heads)):
            if heads[best][0] < heads[place][0] if reverse else heads[place][0] < heads[best][0]:
                best = place
        _, index, item, source = heads[best]
        yield item
        for item in source:
            heads[best] = (item if key is None else key(item), index, item, source)
            break
        else:
            del heads[best]
