"""Memory is given back as soon as nothing refers to it."""

garbage = []
callbacks = []


def collect(generation=2):
    return 0


def enable():
    pass


def disable():
    pass


def freeze():
    pass


def isenabled():
    return True


def get_count():
    return (0, 0, 0)


def get_objects(generation=None):
    import _limbec
    _limbec.unsupported("gc.get_objects()")
