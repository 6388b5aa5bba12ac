class Ring:
    def __init__(self, items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, index):
        if isinstance(index, slice):
            return Ring(self.items[index])
        if not self.items:
            raise IndexError("empty")
        return self.items[index % len(self.items)]
    def __setitem__(self, index, value): self.items[index % len(self)] = value
    def __delitem__(self, index): del self.items[index]
    def __contains__(self, item): return any(item == each for each in self.items)
    def __iter__(self): return iter(self.items)
    def __reversed__(self): return reversed(self.items)
    def __repr__(self): return f"Ring({self.items!r})"
    def __bool__(self): return bool(self.items)
    def __add__(self, other): return Ring([*self, *other]) if isinstance(other, Ring) else NotImplemented
    def __radd__(self, other): return Ring([other, *self]) if other != 0 else self
    def __eq__(self, other): return isinstance(other, Ring) and self.items == other.items

ring = Ring("abc")
ring[4] = "B"
print(ring[5], ring[-1], ring[0:2], len(ring), "B" in ring, "z" in ring, list(reversed(ring)), ring + Ring("d"), sum([ring, ring], 0), bool(Ring("")), ring == Ring("aBc"), ring != Ring(""), [*ring], max(ring))
del ring[0]
print(ring, *ring)
for what in (lambda: ring + 5, lambda: Ring("")[0], lambda: hash(ring), lambda: ring["x"], lambda: {ring: 1}):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
