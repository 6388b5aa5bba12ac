a = [1, 2]
b = a
a += (3, 4)
print(a is b, a, a * 2, [0] * 3, [1] + [2])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
try:
    [1] + (2,)
except TypeError as error:
    print(error)
