"""The modules of packages."""

import _limbec
import os
import sys
from collections import namedtuple

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg", module="pkgutil")


class _Finder:
    def __init__(self, path):
        self.path = path

    def find_spec(self, name, target=None):
        from importlib.util import find_spec
        return find_spec(name)

    def find_module(self, name):
        return self

    def load_module(self, name):
        return _limbec.import_module(name)

    def __repr__(self):
        return f"FileFinder({self.path!r})"


def iter_modules(path=None, prefix=""):
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        finder = _Finder(folder)
        for entry in names:
            full = os.path.join(folder, entry)
            if os.path.isdir(full):
                name, package = entry, True
                if "." in entry or not os.path.isfile(os.path.join(full, "__init__.py")):
                    continue
            else:
                name, suffix = os.path.splitext(entry)
                package = False
                if suffix != ".py" or name == "__init__":
                    continue
            if name not in seen and name.isidentifier():
                seen.add(name)
                yield ModuleInfo(finder, prefix + name, package)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            try:
                module = _limbec.import_module(info.name)
            except ImportError:
                if onerror is not None:
                    onerror(info.name)
            except Exception:
                if onerror is None:
                    raise
                onerror(info.name)
            else:
                yield from walk_packages(list(getattr(module, "__path__", ())), info.name + ".", onerror)


def get_data(package, resource):
    from importlib.resources import files
    return (files(package) / resource).read_bytes()


def extend_path(path, name):
    # Other parts of the package may be installed elsewhere: what is missing here is absent, and no mistake.
    package = sys.modules.get(name)
    if package is not None:
        package.__limbec_portions__ = True
    return path


def resolve_name(name):
    module, _, rest = name.partition(":")
    if rest:
        thing = _limbec.import_module(module)
        for part in rest.split("."):
            thing = getattr(thing, part)
        return thing
    parts = name.split(".")
    thing = _limbec.import_module(parts[0])
    for index, part in enumerate(parts[1:], 1):
        try:
            thing = _limbec.import_module(".".join(parts[:index + 1]))
        except ImportError:
            for part in parts[index:]:
                thing = getattr(thing, part)
            break
    return thing
