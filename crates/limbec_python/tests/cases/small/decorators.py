import functools
def trace(prefix):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args):
            print(prefix, function.__name__, args)
            return function(*args)
        return inner
    return wrap
@trace("A")
@trace("B")
def add(a, b):
    "adds"
    return a + b
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__.__name__)
