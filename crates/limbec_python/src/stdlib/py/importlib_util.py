"""Finding modules without using them."""

import _limbec
import sys


class ModuleSpec:
    def __init__(self, name, loader=None, *, origin=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.has_location = origin is not None
        self.submodule_search_locations = [] if is_package else None
        self.parent = name if is_package else name.rpartition(".")[0]
        self.cached = None

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


class _FileLoader:
    def __init__(self, name, path):
        self.name = name
        self.path = path

    def exec_module(self, module):
        _limbec.run_file(module, self.path)

    def get_source(self, name):
        return _limbec.read(self.path).decode("utf-8")


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    level = len(name) - len(name.lstrip("."))
    parts = package.split(".")
    return ".".join(parts[:len(parts) - level + 1]) + "." + name[level:]


def find_spec(name, package=None):
    """Like CPython's, but a module of the project is run to know that it is there."""
    name = resolve_name(name, package)
    module = sys.modules.get(name) or _limbec.find_module(name)
    if module is None:
        return None
    spec = ModuleSpec(name, origin=getattr(module, "__file__", None))
    if hasattr(module, "__path__"):
        spec.submodule_search_locations = list(module.__path__)
    return spec


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os
    path = os.fspath(location)
    spec = ModuleSpec(name, loader or _FileLoader(name, path), origin=path)
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    module = _limbec.new_module(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.origin is not None:
        module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module
