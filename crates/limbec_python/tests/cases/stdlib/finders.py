# Finders and module classes of a script's own, and the imports that a text makes.
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types


class Stand(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"{self.__name__}.{name}"


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        if fullname.split(".")[0] == "made_up":
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec):
        return Stand(spec.name)

    def exec_module(self, module):
        module.loaded = True


print(importlib.util.find_spec("made_up_too"))
sys.meta_path.append(Finder())
import made_up
import made_up.deeper as deeper
from made_up.other import thing

print(made_up.name, deeper.name, thing, made_up.loaded, made_up.deeper is deeper, isinstance(made_up, types.ModuleType))
print("made_up.other" in sys.modules)

tree = ast.parse("import a, b.c as d\nif x:\n    from e.f import g, h as i\ndef k():\n    from . import m\n")
for node in ast.walk(tree):
    if isinstance(node, ast.Import):
        print(node.lineno, "import", [(one.name, one.asname) for one in node.names])
    elif isinstance(node, ast.ImportFrom):
        print(node.lineno, "from", node.module, node.level, [(one.name, one.asname) for one in node.names])
try:
    ast.parse("def (")
except SyntaxError as error:
    print(type(error).__name__)
