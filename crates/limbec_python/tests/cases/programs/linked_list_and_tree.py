class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self._n = 0
        for x in reversed(list(items)): self.push(x)
    def push(self, x): self.head = Node(x, self.head); self._n += 1
    def __iter__(self):
        node = self.head
        while node: yield node.value; node = node.next
    def __len__(self): return self._n
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(list(self)[i])
        for j, v in enumerate(self):
            if j == i: return v
        raise IndexError(f"index {i}")
    def __eq__(self, o): return list(self) == list(o)
    def __add__(self, o): return LinkedList([*self, *o])
    def __repr__(self): return f"LinkedList({list(self)})"
    def __contains__(self, x): return any(v == x for v in self)
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
l = LinkedList([1, 2, 3])
print(l, len(l), l[1], l[1:], l + LinkedList("ab"), 2 in l, 9 in l, l == [1, 2, 3], l.reverse(), sum(l), max(l), sorted(l), [*map(str, l)])
try: l[10]
except IndexError as e: print(e)
class Tree:
    def __init__(self): self.root = None
    def insert(self, k):
        def go(n):
            if n is None: return [k, None, None]
            side = 1 if k < n[0] else 2
            n[side] = go(n[side])
            return n
        self.root = go(self.root)
        return self
    def walk(self):
        def go(n):
            if n:
                yield from go(n[1]); yield n[0]; yield from go(n[2])
        return go(self.root)
    def depth(self, n=...):
        n = self.root if n is ... else n
        return 0 if n is None else 1 + max(self.depth(n[1]), self.depth(n[2]))
t = Tree()
for k in [5, 2, 8, 1, 9, 3]: t.insert(k)
print(list(t.walk()), t.depth(), t.root)
