"""The package structlog, as far as env.py and the modules it imports use it.

Covers `get_logger` with levels, `bind`, `new` and `unbind`, `configure` with processors, which are called as the package
calls them, PrintLoggerFactory and loggers of `logging`; of `processors` add_log_level, JSONRenderer, KeyValueRenderer and
TimeStamper; `contextvars`. Other processors, and colours, are passed over.
"""

import json as _json
import logging as _logging
import sys as _sys
import types as _types


class DropEvent(BaseException):
    pass


class PrintLogger:
    def __init__(self, file=None):
        self._file = file or _sys.stdout

    def msg(self, message):
        print(message, file=self._file)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


class PrintLoggerFactory:
    def __init__(self, file=None):
        self._file = file

    def __call__(self, *args):
        return PrintLogger(self._file)


WriteLoggerFactory = PrintLoggerFactory


def _add_log_level(logger, method_name, event_dict):
    event_dict["level"] = "warning" if method_name == "warn" else "error" if method_name == "exception" else method_name
    return event_dict


def _same(*args, **options):
    """A processor that is passed over, or the maker of one."""
    if len(args) == 3 and isinstance(args[2], dict):
        return args[2]
    return lambda logger, method_name, event_dict: event_dict


class _JSONRenderer:
    def __init__(self, serializer=_json.dumps, **options):
        self._serializer, self._options = serializer, options

    def __call__(self, logger, name, event_dict):
        return self._serializer(event_dict, **self._options)


class _KeyValueRenderer:
    def __init__(self, sort_keys=False, key_order=None, drop_missing=False, repr_native_str=True):
        self._order, self._sort, self._drop = key_order or [], sort_keys, drop_missing

    def __call__(self, logger, name, event_dict):
        pairs = [(key, event_dict.pop(key, None)) for key in self._order if key in event_dict or not self._drop]
        pairs += sorted(event_dict.items()) if self._sort else list(event_dict.items())
        return " ".join(f"{key}={value!r}" for key, value in pairs)


def _renderer(logger, name, event_dict):
    event = event_dict.pop("event", "")
    level = event_dict.pop("level", name)
    return f"[{level:<9}] {event}" + "".join(f" {key}={value}" for key, value in event_dict.items())


def _of(**names):
    namespace = _types.SimpleNamespace(**names)
    return namespace


processors = _of(
    add_log_level=_add_log_level, JSONRenderer=_JSONRenderer, KeyValueRenderer=_KeyValueRenderer, TimeStamper=_same,
    StackInfoRenderer=_same, format_exc_info=_same, UnicodeDecoder=_same, dict_tracebacks=_same, CallsiteParameterAdder=_same,
    EventRenamer=_same, ExceptionRenderer=_same,
)
dev = _of(ConsoleRenderer=lambda *args, **options: _renderer, set_exc_info=_same, RichTracebackFormatter=_same)
contextvars = _of(
    merge_contextvars=_same, bind_contextvars=lambda **names: {}, clear_contextvars=lambda: None, unbind_contextvars=lambda *names: None,
)


def make_filtering_bound_logger(min_level):
    level = min_level if isinstance(min_level, int) else _logging.getLevelName(min_level.upper())
    return type("Filtering", (BoundLogger,), {"_level": level})


class BoundLogger:
    _level = 0

    def __init__(self, context=None, name=None):
        self._context, self._name = context or {}, name

    def bind(self, **names):
        return type(self)({**self._context, **names}, self._name)

    def new(self, **names):
        return type(self)(names, self._name)

    def unbind(self, *names):
        return type(self)({key: value for key, value in self._context.items() if key not in names}, self._name)

    def _log(self, method, event, args, names):
        if _NUMBERS[method] < self._level:
            return
        found = {**self._context, **names, "event": event % args if args else event}
        logger = _settings["factory"](*([self._name] if self._name else []))
        try:
            for processor in _settings["processors"]:
                found = processor(logger, method, found)
        except DropEvent:
            return
        if isinstance(found, dict):
            getattr(logger, method)(**found)
        else:
            getattr(logger, method)(found)


_NUMBERS = {"debug": 10, "info": 20, "warning": 30, "warn": 30, "error": 40, "exception": 40, "critical": 50, "fatal": 50, "msg": 20}


def _of_level(name):
    def method(self, event=None, *args, **names):
        self._log(name, event, args, names)
    return method


for _method in _NUMBERS:
    setattr(BoundLogger, _method, _of_level(_method))

stdlib = _of(
    BoundLogger=BoundLogger, LoggerFactory=lambda *args, **options: (lambda *names: _logging.getLogger(*names)),
    add_logger_name=_same, add_log_level=_add_log_level, filter_by_level=_same, PositionalArgumentsFormatter=_same,
    ProcessorFormatter=_of(wrap_for_formatter=_same, remove_processors_meta=_same), ExtraAdder=_same, get_logger=None,
)
_settings = {"processors": [_add_log_level, _renderer], "factory": PrintLoggerFactory(), "class": BoundLogger}


def configure(processors=None, wrapper_class=None, context_class=None, logger_factory=None, cache_logger_on_first_use=None):
    if processors is not None:
        _settings["processors"] = processors
    if wrapper_class is not None:
        _settings["class"] = wrapper_class
    if logger_factory is not None:
        _settings["factory"] = logger_factory


def get_logger(*args, **initial_values):
    return _settings["class"](initial_values, args[0] if args else None)


getLogger = stdlib.get_logger = get_logger


def is_configured():
    return True
