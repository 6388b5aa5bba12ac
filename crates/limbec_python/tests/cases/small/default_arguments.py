def f(x, items=[], *, key="k"):
    items.append(x)
    return items, key
print(f(1), f(2, key="z"), f(3, []), f.__defaults__, f.__kwdefaults__)
