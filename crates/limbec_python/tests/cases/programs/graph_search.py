import heapq
from collections import deque
G = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}, "z": {}}
def dijkstra(g, s):
    dist, prev, q = {s: 0}, {}, [(0, s)]
    while q:
        d, n = heapq.heappop(q)
        if d > dist[n]: continue
        for m, w in g[n].items():
            if (nd := d + w) < dist.get(m, float("inf")): dist[m], prev[m] = nd, n; heapq.heappush(q, (nd, m))
    return dist, prev
def path(prev, t):
    out = [t]
    while out[-1] in prev: out.append(prev[out[-1]])
    return out[::-1]
dist, prev = dijkstra(G, "a"); print(dist, path(prev, "d"), path(prev, "z"))
def bfs(s):
    seen, q = {s: 0}, deque([s])
    while q:
        n = q.popleft()
        for m in G[n]:
            if m not in seen: seen[m] = seen[n] + 1; q.append(m)
    return seen
print(bfs("a"), bfs("z"), max(bfs("a").items(), key=lambda kv: (kv[1], kv[0])))
grid = ["#..", "..#", "#.."]
def flood(r, c, seen=None):
    seen = set() if seen is None else seen
    if not (0 <= r < 3 and 0 <= c < 3) or grid[r][c] == "#" or (r, c) in seen: return seen
    seen.add((r, c))
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)): flood(r + dr, c + dc, seen)
    return seen
print(sorted(flood(0, 1)), len(flood(0, 0)), dijkstra(G, "q"))
