x = [3, 1, 2]
x.append(5); x.extend("ab"); x.insert(1, "i"); x.insert(-100, "f"); x.insert(100, "l")
print(x, x.pop(), x.pop(0), x.index(1), x.count("a"), x)
x.remove("a"); x.reverse(); print(x, x.copy() == x)
for f in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(9), lambda: [1][3], lambda: [1].pop(5)):
    try:
        f()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
