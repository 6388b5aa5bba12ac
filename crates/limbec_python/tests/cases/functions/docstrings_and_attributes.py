def f():
    """First line.

    More.
    """
def g(): "one"
def h(): return "not a doc"
class K:
    "class doc"
    def m(self):
        """method doc"""
print(repr(f.__doc__), g.__doc__, h.__doc__, K.__doc__, K.m.__doc__, K().m.__doc__)
f.tag = {"a": 1}; f.__doc__ = "changed"
print(f.tag, f.__doc__, f.__name__, f.__qualname__, K.m.__qualname__, f.__module__)
f.__name__ = "renamed"; print(f.__name__)
try: f.nothing
except AttributeError as e: print(e)
print((lambda: 0).__doc__, len.__name__)
