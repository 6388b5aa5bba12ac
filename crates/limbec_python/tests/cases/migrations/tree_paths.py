class Node:
    def __init__(self, id, parent, name): self.id, self.parent, self.name, self.children = id, parent, name, []
    def __repr__(self): return f"Node({self.id}:{self.name})"
data = [(1, None, "root"), (2, 1, "a"), (3, 1, "b"), (4, 2, "c"), (5, 4, "d"), (6, None, "other")]
nodes = {id: Node(id, p, n) for id, p, n in data}
roots = []
for n in nodes.values():
    (nodes[n.parent].children if n.parent else roots).append(n)
def walk(ns, depth=0, path=()):
    for n in sorted(ns, key=lambda n: n.name):
        p = (*path, n.name)
        yield n, depth, "/".join(p)
        yield from walk(n.children, depth + 1, p)
for n, d, p in walk(roots): print("  " * d + n.name, p, n)
counter = 0
def number(n):
    global counter
    counter += 1; left = counter
    for c in n.children: yield from number(c)
    counter += 1
    yield n.id, left, counter
for r in roots: print(list(number(r)))
def ancestors(n):
    while (n := nodes.get(n.parent)) is not None: yield n
print([list(ancestors(nodes[i])) for i in (5, 1)])
from functools import lru_cache, reduce
@lru_cache(None)
def depth(i): return 0 if nodes[i].parent is None else depth(nodes[i].parent) + 1
print({i: depth(i) for i in nodes}, depth.cache_info().hits)
print(reduce(lambda acc, n: acc | {n.id: len(n.children)}, nodes.values(), {}))
stack, order = roots[::-1], []
while stack:
    n = stack.pop(); order.append(n.id); stack.extend(reversed(n.children))
print(order)
from graphlib import TopologicalSorter, CycleError
print(list(TopologicalSorter({3: {1, 2}, 2: {1}}).static_order()))
try: list(TopologicalSorter({1: {2}, 2: {1}}).static_order())
except CycleError as e: print(e.args[0], sorted(set(e.args[1])))
try: nodes[99]
except KeyError as e: print("no node", e)
walk(5)
for x in walk([1]): pass
