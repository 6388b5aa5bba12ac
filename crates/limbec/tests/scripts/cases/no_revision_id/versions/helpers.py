"""helpers"""


def f():
    pass
