x = 5
print(1 < x < 10, 1 < x > 3, 1 < x < 3, 0 == False == 0, "a" < "b" < "c", [1, 2] < [1, 3], (1, "a") < (1, "b"), not 1 < x)
try:
    1 < "a"
except TypeError as error:
    print(error)
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
