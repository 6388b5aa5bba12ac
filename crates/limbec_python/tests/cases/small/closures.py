def counter():
    count = 0
    def inc(by=1):
        nonlocal count
        count += by
        return count
    return inc
a, b = counter(), counter()
print(a(), a(5), b())
def outer():
    def inner():
        return later
    later = 5
    return inner()
print(outer())
def unbound():
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)
    value = 1
unbound()
def free():
    def inner():
        return missing
    try:
        inner()
    except NameError as error:
        print(error)
    if False:
        missing = 1
free()
