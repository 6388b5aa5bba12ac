"""The classes that finders and loaders of modules extend."""


class MetaPathFinder:
    def find_spec(self, fullname, path, target=None):
        return None

    def invalidate_caches(self):
        pass


class PathEntryFinder(MetaPathFinder):
    pass


class Loader:
    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        raise ImportError(f"cannot load {fullname!r}")
