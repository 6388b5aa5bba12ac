import copy
class C:
    def __init__(self, v): self.v = v
    def __copy__(self): return C("copied")
    def __deepcopy__(self, memo): return C("deep")
class D:
    def __init__(self): self.l = [1, [2]]
d = D()
s, p = copy.copy(d), copy.deepcopy(d)
print(s.l is d.l, p.l is d.l, p.l, copy.copy(C(1)).v, copy.deepcopy([C(1)])[0].v)
loop = [1]
loop.append(loop)
q = copy.deepcopy(loop)
print(q[1] is q, copy.deepcopy((1, [2])), copy.copy({1: [2]}), copy.deepcopy({"a": {1}}), copy.copy(len) is len)
