for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0: print(n, "=", d, "*", n // d); break
    else: print(n, "prime")
found = None
for row in [[1, 2], [3, 4], [5, 6]]:
    for v in row:
        if v == 4: found = v; break
    else: continue
    break
print(found, row, v)
i = 0
while i < 10:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=" ")
else: print("not reached")
print(i)
while True:
    try:
        i -= 3
        if i < 0: raise StopIteration
    except StopIteration: break
    finally: print("f", i, end=" ")
print()
for x in []: pass
else: print("empty else")
for a, (b, c) in [(1, (2, 3)), (4, "56")]: print(a, b, c)
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i)
for d["k"] in [1, 2] if (d := {}) is not None else []: pass
print(d)
for obj.attr in (type("O", (), {})() for _ in range(1)) if (obj := type("P", (), {})()) else []: pass
print(type(obj.attr).__name__)
it = iter(range(5))
for x in it: print(x, next(it, None), end=";")
print([y for y in it], [i for i, c in enumerate("abcab") if c == "b"])
