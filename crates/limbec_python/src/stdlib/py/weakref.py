"""References that keep their objects: nothing is collected while a migration runs."""


class ReferenceType:
    def __init__(self, object, callback=None):
        self._object = object

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return self._object == other._object if isinstance(other, ReferenceType) else NotImplemented

    def __hash__(self):
        return hash(self._object)


ref = ReferenceType


class WeakMethod(ReferenceType):
    pass


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **options):
        self._call = (obj, func, args, options)
        self.alive = True

    def __call__(self):
        if self.alive:
            self.alive = False
            return self._call[1](*self._call[2], **self._call[3])

    def detach(self):
        self.alive = False


def proxy(object, callback=None):
    return object


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []
