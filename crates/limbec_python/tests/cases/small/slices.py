x = list(range(10))
print(x[2:5], x[::-2], x[-3:], x[:-8], x[100:], x[5:2], x[5:2:-1], x[slice(1, None, 3)], slice(1, 10, 2).indices(6))
x[2:4] = ["a", "b", "c"]
print(x)
x[::4] = [0] * len(x[::4])
del x[1:3]
print(x)
try:
    x[::2] = [1]
except ValueError as error:
    print(error)
