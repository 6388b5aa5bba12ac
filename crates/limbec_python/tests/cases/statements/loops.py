for i in range(5):
    if i == 3:
        break
else:
    print("no")
print(i)
for i in []:
    pass
else:
    print("else")
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
print(n)
while n > 5:
    n -= 1
else:
    print("while else", n)
for i, (a, b) in enumerate([(1, 2), (3, 4)], 1):
    print(i, a, b)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
def find(xs, t):
    for i, x in enumerate(xs):
        for y in x:
            if y == t:
                return i, y
    else:
        return None
print(find([[1], [2, 3]], 3), find([], 1))
for x in [1, 2, 3]:
    try:
        if x == 2:
            continue
        print("body", x)
    finally:
        print("finally", x)
def early():
    for i in range(3):
        try:
            return i
        finally:
            print("cleanup")
print(early())
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def loop_finally():
    for i in range(3):
        try:
            1 / 0
        finally:
            break
    return "broke"
print(loop_finally())
