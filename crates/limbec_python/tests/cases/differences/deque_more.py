from collections import deque
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), list(reversed(d)), d.count(2), 2 in d, d.index(3))
d.rotate(1)
print(d, d.pop(), d.popleft(), d.copy(), d + deque([9]), d == deque([2]))
d.extend("xyz")
d.extendleft("ab")
d.insert
print(d, deque("abc") < deque("abd"), deque([1]) * 2)
e = deque()
for action in (lambda: e.pop(), lambda: e.popleft(), lambda: e[0], lambda: deque([1], -1), lambda: deque(5), lambda: d.insert(0, 1), lambda: e.index(2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
