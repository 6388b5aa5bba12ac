"""Looking at functions, classes and modules."""

import _limbec
import sys
import types as _types


class _empty:
    pass


class _Kind:
    def __init__(self, name, number):
        self.name, self._number = name, number

    @property
    def description(self):
        return {"POSITIONAL_ONLY": "positional-only", "POSITIONAL_OR_KEYWORD": "positional or keyword",
                "VAR_POSITIONAL": "variadic positional", "KEYWORD_ONLY": "keyword-only",
                "VAR_KEYWORD": "variadic keyword"}[self.name]

    def __lt__(self, other):
        return self._number < other._number

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {self._number}>"


_KINDS = {name: _Kind(name, number) for number, name in enumerate(
    ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD"))}


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type) and type(annotation) is not _types.GenericAlias:
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _KINDS["POSITIONAL_ONLY"]
    POSITIONAL_OR_KEYWORD = _KINDS["POSITIONAL_OR_KEYWORD"]
    VAR_POSITIONAL = _KINDS["VAR_POSITIONAL"]
    KEYWORD_ONLY = _KINDS["KEYWORD_ONLY"]
    VAR_KEYWORD = _KINDS["VAR_KEYWORD"]

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation, **changes}
        return Parameter(values.pop("name"), values.pop("kind"), **values)

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))

    def __str__(self):
        text = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(self.kind.name, "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind is Parameter.VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found, skipped = {}, False
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments:
                skipped = True
            elif parameter.kind is Parameter.VAR_KEYWORD:
                found.update(self.arguments[name])
            elif parameter.kind is Parameter.KEYWORD_ONLY or skipped:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        values = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                values[name] = self.arguments[name]
            elif parameter.default is not _empty:
                values[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                values[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                values[name] = {}
        self.arguments = values

    def __repr__(self):
        inside = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({inside})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, **options):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is _empty else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def _bind(self, args, options, partial):
        values, args, options = {}, list(args), dict(options)
        for name, parameter in self.parameters.items():
            if parameter.kind is Parameter.VAR_POSITIONAL:
                if args:
                    values[name] = tuple(args)
                args = []
            elif parameter.kind is Parameter.VAR_KEYWORD:
                if options:
                    values[name] = options
                options = {}
            elif args and parameter.kind is not Parameter.KEYWORD_ONLY:
                if name in options and parameter.kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                values[name] = args.pop(0)
            elif name in options and parameter.kind is not Parameter.POSITIONAL_ONLY:
                values[name] = options.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if options:
            raise TypeError(f"got an unexpected keyword argument {next(iter(options))!r}")
        return BoundArguments(self, values)

    def bind(self, /, *args, **options):
        return self._bind(args, options, False)

    def bind_partial(self, /, *args, **options):
        return self._bind(args, options, True)

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and (
            self.return_annotation == other.return_annotation)

    def __str__(self):
        parts, only, star = [], False, False
        for parameter in self.parameters.values():
            if parameter.kind is Parameter.POSITIONAL_ONLY:
                only = True
            elif only:
                parts.append("/")
                only = False
            if parameter.kind is Parameter.VAR_POSITIONAL:
                star = True
            elif parameter.kind is Parameter.KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if only:
            parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"


def unwrap(function, *, stop=None):
    while hasattr(function, "__wrapped__") and not (stop and stop(function)):
        function = function.__wrapped__
    return function


def signature(obj, *, follow_wrapped=True, **options):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, _types.MethodType):
        inner = signature(obj.__func__, follow_wrapped=follow_wrapped)
        return inner.replace(parameters=list(inner.parameters.values())[1:])
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if follow_wrapped:
        obj = unwrap(obj)
    import functools
    if isinstance(obj, functools.partial):
        inner = signature(obj.func)
        bound = inner.bind_partial(*obj.args, **obj.keywords)
        kept, named = [], False
        for name, parameter in inner.parameters.items():
            if name in obj.keywords:
                parameter = parameter.replace(default=obj.keywords[name], kind=Parameter.KEYWORD_ONLY)
                named = True
            elif name in bound.arguments and parameter.kind is not Parameter.VAR_POSITIONAL:
                continue
            elif named and parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
            kept.append(parameter)
        return inner.replace(parameters=kept)
    if isinstance(obj, type):
        for name in ("__new__", "__init__"):
            for owner in obj.__mro__:
                if owner is not object and name in owner.__dict__:
                    function = owner.__dict__[name]
                    inner = signature(getattr(function, "__func__", function))
                    return Signature(list(inner.parameters.values())[1:])
        return Signature()
    rows = _limbec.parameters(obj)
    if rows is None:
        call = getattr(type(obj), "__call__", None)
        if call is not None and _limbec.parameters(call) is not None:
            inner = signature(call)
            return inner.replace(parameters=list(inner.parameters.values())[1:])
        raise ValueError(f"no signature found for builtin {obj!r}")
    hints = obj.__annotations__
    return Signature([Parameter(name, _KINDS[kind], default=default[0] if default else _empty,
                                annotation=hints.get(name, _empty)) for name, kind, default in rows],
                     return_annotation=hints.get("return", _empty))


class FullArgSpec:
    def __init__(self, args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations):
        self.args, self.varargs, self.varkw, self.defaults = args, varargs, varkw, defaults
        self.kwonlyargs, self.kwonlydefaults, self.annotations = kwonlyargs, kwonlydefaults, annotations

    def __iter__(self):
        return iter((self.args, self.varargs, self.varkw, self.defaults, self.kwonlyargs, self.kwonlydefaults,
                     self.annotations))

    def __getitem__(self, index):
        return tuple(self)[index]


def _annotations(func):
    hints = dict(getattr(func, "__annotations__", {}))
    return {"return": hints.pop("return"), **hints} if "return" in hints else hints


def getfullargspec(func):
    rows = _limbec.parameters(getattr(func, "__func__", func))
    if rows is None:
        raise TypeError("unsupported callable")
    named = [row for row in rows if row[1].startswith("POSITIONAL")]
    only = [row for row in rows if row[1] == "KEYWORD_ONLY"]
    find = lambda kind: next((row[0] for row in rows if row[1] == kind), None)
    return FullArgSpec([row[0] for row in named], find("VAR_POSITIONAL"), find("VAR_KEYWORD"),
                       tuple(row[2][0] for row in named if row[2]) or None, [row[0] for row in only],
                       {row[0]: row[2][0] for row in only if row[2]} or None,
                       _annotations(func))


def isclass(thing):
    return isinstance(thing, type)


def ismodule(thing):
    return isinstance(thing, _types.ModuleType)


def isfunction(thing):
    return isinstance(thing, _types.FunctionType)


def isbuiltin(thing):
    return isinstance(thing, _types.BuiltinFunctionType)


def ismethod(thing):
    return isinstance(thing, _types.MethodType)


def isroutine(thing):
    return isbuiltin(thing) or isfunction(thing) or ismethod(thing)


def _kind(thing):
    return _limbec.kind(getattr(thing, "__func__", thing))


def isgeneratorfunction(thing):
    return _kind(thing) == "generator"


def iscoroutinefunction(thing):
    return _kind(thing) == "coroutine"


def isasyncgenfunction(thing):
    return _kind(thing) == "async_generator"


def isgenerator(thing):
    return isinstance(thing, _types.GeneratorType)


def iscoroutine(thing):
    return isinstance(thing, _types.CoroutineType)


def isasyncgen(thing):
    return isinstance(thing, _types.AsyncGeneratorType)


def isawaitable(thing):
    return iscoroutine(thing) or hasattr(type(thing), "__await__")


def isabstract(thing):
    return isinstance(thing, type) and bool(getattr(thing, "__abstractmethods__", ()))


def isdatadescriptor(thing):
    return not isclass(thing) and (hasattr(type(thing), "__set__") or hasattr(type(thing), "__delete__")
                                   or isinstance(thing, property))


def istraceback(thing):
    return isinstance(thing, _types.TracebackType)


def isframe(thing):
    return False


def iscode(thing):
    return False


def getmembers(thing, predicate=None):
    found = []
    for name in dir(thing):
        try:
            value = getattr(thing, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getmodule(thing, _filename=None):
    if ismodule(thing):
        return thing
    return sys.modules.get(getattr(thing, "__module__", None))


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(thing):
    doc = getattr(thing, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(thing):
    if ismodule(thing):
        if getattr(thing, "__file__", None):
            return thing.__file__
        raise TypeError(f"{thing!r} is a built-in module")
    if isclass(thing):
        module = getmodule(thing)
        if module is not None and getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{thing!r} is a built-in class")
    found = _limbec.source(getattr(thing, "__func__", thing))
    if found is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        f"{type(thing).__name__}")
    return found[0]


getsourcefile = getfile


def getsource(thing):
    found = _limbec.source(getattr(thing, "__func__", thing))
    if found is None:
        _limbec.unsupported("inspect.getsource() of what is no function")
    return found[2] + "\n"


def currentframe():
    return None


def stack(context=1):
    _limbec.unsupported("inspect.stack()")


def getattr_static(thing, name, default=_empty):
    for owner in (thing.__mro__ if isinstance(thing, type) else ()):
        if name in owner.__dict__:
            return owner.__dict__[name]
    own = getattr(thing, "__dict__", {})
    if name in own:
        return own[name]
    for owner in type(thing).__mro__:
        if name in owner.__dict__:
            return owner.__dict__[name]
    if default is _empty:
        raise AttributeError(name)
    return default


def classify_class_attrs(cls):
    _limbec.unsupported("inspect.classify_class_attrs()")
