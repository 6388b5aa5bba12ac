from collections import Counter
c = Counter("abracadabra")
print(c.most_common(2), c["z"], sorted(c.elements()), c - Counter("aab"), c & Counter("aaz"), Counter(a=1) | Counter(a=3, b=1), Counter(a=1) + Counter(a=-1, b=2), +Counter(a=-1, b=1), -Counter(a=-2), c.total(), Counter({"x": 2}), Counter(a=1) == Counter(a=1, b=0))
c.update("aa")
c.subtract({"b": 5})
del c["zz"]
print(c["a"], c["b"], c.most_common()[-1], Counter([1, 1, 2]).keys(), repr(Counter()))
