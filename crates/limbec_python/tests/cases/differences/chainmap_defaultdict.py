from collections import ChainMap, defaultdict, OrderedDict
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
c["z"] = 9
print(c["a"], c["b"], dict(c) == {"a": 1, "b": 3, "z": 9}, c.maps[0], c.parents["a"], c.new_child({"a": 0})["a"], len(c), "b" in c)
d = defaultdict(lambda: defaultdict(int))
d["x"]["y"] += 1
print(d["x"], d.get("q"), len(d), list(d), defaultdict(list, a=[1]))
try:
    defaultdict(None)["k"]
except KeyError as error:
    print(repr(error))
o = OrderedDict([("a", 1), ("b", 2)])
o.move_to_end("a")
print(o, o.popitem(last=False), o == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))))
