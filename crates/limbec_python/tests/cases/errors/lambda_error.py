f = lambda x: x.upper() + g(x)
g = lambda y: y / 2
f("a")
