def deco(fn):
    def inner(*a):
        return fn(*a)
    return inner
@deco
@deco
def boom(x):
    return x.y.z
boom(1)
