class LRU:
    def __init__(self, size): self.size, self.d = size, {}
    def __getitem__(self, k):
        v = self.d.pop(k); self.d[k] = v; return v
    def __setitem__(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        while len(self.d) > self.size: del self.d[next(iter(self.d))]
    def __contains__(self, k): return k in self.d
    def __repr__(self): return f"LRU({list(self.d.items())})"
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c, "b" in c, "a" in c); c["zz"]
