"""Literals, and the import statements of a text. Other nodes are not there: to name their classes is an error."""

import _limbec


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    return _limbec.literal(node_or_string)


class AST:
    _fields = ()


class Module(AST):
    def __init__(self, imports):
        self._imports = imports

    @property
    def body(self):
        _limbec.unsupported("the body of an ast.Module")


class alias(AST):
    _fields = ("name", "asname")

    def __init__(self, name, asname=None):
        self.name = name
        self.asname = asname


class Import(AST):
    _fields = ("names",)


class ImportFrom(AST):
    _fields = ("module", "names", "level")


def parse(source, filename="<unknown>", mode="exec", **options):
    if isinstance(source, bytes):
        source = source.decode("utf-8")
    imports = []
    for line, module, level, names in _limbec.imports(source, filename):
        node = Import() if level is None else ImportFrom()
        node.lineno = line
        node.names = [alias(name, asname) for name, asname in names]
        if level is not None:
            node.module = module
            node.level = level
        imports.append(node)
    return Module(imports)


def walk(node):
    yield node
    if isinstance(node, Module):
        for one in node._imports:
            yield one
            yield from one.names


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ast' has no attribute {name!r}")
    _limbec.unsupported(f"ast.{name}")
