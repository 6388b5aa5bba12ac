print("-".join("abc"), ", ".join(str(i) for i in range(3)), "".join([]))
try:
    "".join([1])
except TypeError as error:
    print(error)
