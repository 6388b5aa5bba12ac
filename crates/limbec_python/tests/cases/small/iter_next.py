it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as error:
    print("stop", error.value)
print(list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)), [*reversed("abc")], iter(it) is it)
try:
    iter(5)
except TypeError as error:
    print(error)
try:
    next([1])
except TypeError as error:
    print(error)
