def numbers():
    total = 0
    while True:
        got = yield total
        total += got
g = numbers()
print(next(g), g.send(5), g.send(6))
g.send(None)
