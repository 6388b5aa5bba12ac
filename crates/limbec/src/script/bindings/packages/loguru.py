"""The package loguru, as far as env.py and the modules it imports use it.

Covers `logger` with its levels, `add` of a stream or a function with a format, `remove`, `bind`, `opt`, `contextualize`,
`configure`, `catch` as a decorator and `patch`. Does not cover colours and files: what would be written to one is left out.
"""

import sys as _sys
import datetime as _datetime

_LEVELS = {"TRACE": 5, "DEBUG": 10, "INFO": 20, "SUCCESS": 25, "WARNING": 30, "ERROR": 40, "CRITICAL": 50}
_DEFAULT = "{time} | {level: <8} | {name}:{function}:{line} - {message}"
_sinks = {}
_count = [0]


class _Level(str):
    @property
    def name(self):
        return str(self)

    @property
    def no(self):
        return _LEVELS.get(str(self), 20)


class Logger:
    def __init__(self, extra=None):
        self._extra = extra or {}

    def add(self, sink, *, level="DEBUG", format=_DEFAULT, filter=None, **options):
        _count[0] += 1
        wanted = _LEVELS[level] if isinstance(level, str) else level
        _sinks[_count[0]] = (sink, wanted, format)
        return _count[0]

    def remove(self, handler_id=None):
        if handler_id is None:
            _sinks.clear()
        else:
            del _sinks[handler_id]

    def configure(self, *, handlers=(), **options):
        self.remove()
        return [self.add(**handler) for handler in handlers]

    def bind(self, **extra):
        return Logger({**self._extra, **extra})

    def opt(self, **options):
        return self

    def patch(self, patcher):
        return self

    def level(self, name, no=None, color=None, icon=None):
        if no is not None:
            _LEVELS[name] = no
        return _Level(name)

    def enable(self, name):
        pass

    disable = enable

    def complete(self):
        pass

    def catch(self, *args, **options):
        if args and callable(args[0]) and not isinstance(args[0], type):
            return args[0]
        return lambda function: function

    def log(self, level, message, *args, **kwargs):
        message = str(message)
        if args or kwargs:
            message = message.format(*args, **kwargs)
        number = _LEVELS.get(level, 20) if isinstance(level, str) else level
        record = {
            "level": _Level(level), "message": message, "extra": self._extra, "time": _datetime.datetime.now(), "name": "env",
            "function": "<module>", "line": 0, "module": "env", "file": "env.py", "exception": "",
        }
        for sink, wanted, format in list(_sinks.values()):
            if number < wanted:
                continue
            text = format(record) if callable(format) else format + "\n"
            text = text.format(**record)
            if hasattr(sink, "write"):
                sink.write(text)
            elif callable(sink):
                sink(text)

    def exception(self, message, *args, **kwargs):
        self.log("ERROR", message, *args, **kwargs)


def _of_level(name):
    def method(self, message, *args, **kwargs):
        self.log(name, message, *args, **kwargs)
    return method


for _name in ("TRACE", "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR", "CRITICAL"):
    setattr(Logger, _name.lower(), _of_level(_name))

logger = Logger()
logger.add(_sys.stderr)
