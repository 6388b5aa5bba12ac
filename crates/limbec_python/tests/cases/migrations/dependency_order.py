from collections import defaultdict, deque
FK = {"orders": ["users", "products"], "users": ["tenants"], "products": ["tenants", "categories"], "categories": ["categories"], "tenants": [], "items": ["orders", "products"]}
def topo(graph):
    seen, out, path = set(), [], []
    def visit(n):
        if n in path: raise ValueError(" -> ".join(path[path.index(n):] + [n]))
        if n in seen: return
        path.append(n)
        for d in sorted(set(graph[n]) - {n}): visit(d)
        path.pop(); seen.add(n); out.append(n)
    for n in sorted(graph): visit(n)
    return out
order = topo(FK); print(order, list(reversed(order)))
print(all(order.index(d) <= order.index(t) for t, ds in FK.items() for d in ds))
try: topo({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e: print("cycle", e)
indeg = {t: len(set(d) - {t}) for t, d in FK.items()}; users = defaultdict(set)
for t, ds in FK.items():
    for d in ds: users[d].add(t)
q, levels = deque(sorted(t for t, n in indeg.items() if not n)), []
while q:
    level = list(q); q.clear(); levels.append(level)
    for t in level:
        for u in sorted(users[t] - {t}):
            indeg[u] -= 1
            if indeg[u] == 0: q.append(u)
print(levels, {t: n for t, n in indeg.items() if n})
def closure(t, acc=None):
    acc = set() if acc is None else acc
    for d in FK[t]:
        if d not in acc: acc.add(d); closure(d, acc)
    return acc
for t in FK: print(f"{t:<11}{sorted(closure(t))}")
matrix = [[int(b in FK[a]) for b in order] for a in order]; print(*("".join(map(str, r)) for r in matrix), sep="\n")
print({frozenset(v): k for k, v in FK.items() if len(v) == 1}, [*map(len, FK.values())], max(FK, key=lambda t: (len(closure(t)), t)))
topo({"x": ["missing"]})
