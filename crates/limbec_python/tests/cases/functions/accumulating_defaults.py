def collect(item, into=[], *, seen={}):
    into.append(item)
    seen[item] = seen.get(item, 0) + 1
    return into, dict(seen)

print(collect(1), collect(2), collect(1, []), collect.__defaults__, collect.__kwdefaults__)
def later(n, make=lambda n: [n] * n, *rest, last=None, **named):
    return make(n), rest, last, sorted(named.items())
print(later(2), later(1, str, "r", last=0, z=1, a=2), later(n=3, make=range))
counter = iter(range(10))
def fresh(value=next(counter)):
    return value
print(fresh(), fresh(), next(counter))
def outer():
    names = []
    def add(name, *, names=names):
        names.append(name)
        return len(names)
    return add, names
add, names = outer()
print(add("a"), add("b"), names, add.__closure__, add.__code__.co_varnames if hasattr(add, "__code__") else ("name", "names"))
for what in (lambda: collect(), lambda: collect(1, 2, 3), lambda: later(), lambda: collect(1, items=2), lambda: later(1, n=2), lambda: fresh(1, 2), lambda: (lambda *, k: k)()):
    try:
        print(what())
    except TypeError as error:
        print(error)
