for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "prime")
i = 0
while i < 3:
    i += 1
    if i == 5: break
else:
    print("no break", i)
for x in (): pass
else: print("empty")
