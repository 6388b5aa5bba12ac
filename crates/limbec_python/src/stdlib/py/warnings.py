"""Warnings: shown once for a place on standard error."""

import _limbec
import sys

filters = []
_seen = {}
_DEFAULTS = (("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
             ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
             ("ignore", None, ResourceWarning, None, 0))
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + f"  {line.strip()}\n" if line and line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    import re
    assert action in _ACTIONS, f"invalid action: {action!r}"
    _insert((action, re.compile(message, re.I) if message else None, category,
             re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    _insert((action, None, category, None, lineno), append)


def _insert(item, append):
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters[:] = [("default", None, Warning, None, 0)]
    _seen.clear()


def _action(text, category, module, lineno):
    for action, message, kind, place, line in [*filters, *_DEFAULTS]:
        if message is not None and not message.match(text):
            continue
        if not issubclass(category, kind) or line and line != lineno:
            continue
        if place is not None and (module != place if isinstance(place, str) else not place.match(module)):
            continue
        return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = _limbec.frame(max(stacklevel, 1) - 1)
    filename, lineno, _, module, line = frame or ("sys", 1, "", "sys", None)
    warn_explicit(message, category, filename, lineno, module, line=line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None,
                  line=None):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    module = module or filename.removesuffix(".py")
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (text, category) if action == "once" else (text, category, module) if action == "module" else (
            text, category, module, lineno)
        if key in _seen:
            return
        _seen[key] = True
    show = sys.modules["warnings"].showwarning
    if show is _showwarning:
        sys.stderr.write(sys.modules["warnings"].formatwarning(message, category, filename, lineno, line))
    else:
        show(message, category, filename, lineno)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        module = sys.modules["warnings"]
        self._filters = list(filters)
        self._show = module.showwarning
        _seen.clear()
        log = None
        if self._record:
            log = []
            module.showwarning = lambda *args: log.append(WarningMessage(*args))
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *info):
        filters[:] = self._filters
        sys.modules["warnings"].showwarning = self._show
        _seen.clear()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(function):
        import functools
        if isinstance(function, type):
            function.__deprecated__ = message
            return function

        @functools.wraps(function)
        def wrapper(*args, **options):
            warn(message, category, stacklevel=stacklevel)
            return function(*args, **options)
        wrapper.__deprecated__ = message
        return wrapper
    return decorate
