"""Logging: loggers in a tree, handlers that write to a stream, formatters in the three styles."""

import _limbec
import os
import sys
import time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_levelToName = _names
_nameToLevel = _levels = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARNING": WARNING, "WARN": WARN, "INFO": INFO,
           "DEBUG": DEBUG, "NOTSET": NOTSET}

raiseExceptions = True


def getLevelName(level):
    if level in _names:
        return _names[level]
    if level in _levels:
        return _levels[level]
    return f"Level {level}"


def getLevelNamesMapping():
    return dict(_levels)


_levelToName, _nameToLevel = _names, _levels


def addLevelName(level, name):
    _names[level] = name
    _levels[name] = level


def _check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _levels:
            raise ValueError(f"Unknown level: {level!r}")
        return _levels[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        filename = pathname.rpartition("/")[2]
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        created = time.time()
        # All at once: one record is made for each line of a log.
        self.__dict__.update(
            name=name, levelno=level, levelname=getLevelName(level), pathname=pathname, filename=filename,
            module=filename.rpartition(".")[0] or filename, lineno=lineno, funcName=func, msg=msg, args=args,
            exc_info=exc_info, exc_text=None, stack_info=sinfo, created=created, msecs=int(created % 1 * 1000) + 0.0,
            relativeCreated=0.0, thread=0, threadName="MainThread", processName="MainProcess", process=0)

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


class Formatter:
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        self._style = style
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self._defaults = defaults or {}
        self.datefmt = datefmt

    def usesTime(self):
        return "asctime" in self._fmt

    def formatTime(self, record, datefmt=None):
        moment = time.localtime(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs)

    def formatException(self, info):
        import traceback
        return "".join(traceback.format_exception(*info)).rstrip("\n")

    def formatMessage(self, record):
        values = {**self._defaults, **record.__dict__} if self._defaults else record.__dict__
        if self._style == "%":
            return self._fmt % values
        if self._style == "{":
            return self._fmt.format(**values)
        import string
        return string.Template(self._fmt).substitute(values)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text.rstrip("\n") + "\n" + record.exc_text
        return text


def makeLogRecord(dict):
    record = LogRecord(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, one):
        if one not in self.filters:
            self.filters.append(one)

    def removeFilter(self, one):
        if one in self.filters:
            self.filters.remove(one)

    def filter(self, record):
        for one in self.filters:
            if not (one.filter(record) if hasattr(one, "filter") else one(record)):
                return False
        return True


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _check_level(level)
        self.formatter = None
        self.name = None

    def setLevel(self, level):
        self.level = _check_level(level)

    def setFormatter(self, formatter):
        self.formatter = formatter

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        accepted = self.filter(record)
        if accepted:
            self.emit(record)
        return accepted

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def acquire(self):
        pass

    def release(self):
        pass

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __repr__(self):
        name = getattr(self.stream, "name", "")
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)
        self.flush()

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def setStream(self, stream):
        old, self.stream = self.stream, stream
        return old


class FileHandler(StreamHandler):
    """Appends to a file below the project, or where logs are kept."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.encoding, self.delay = mode, encoding, delay
        folder = os.path.dirname(self.baseFilename)
        if folder in os._left_out and not os.path.isdir(folder):
            # The project makes the folder itself; what would be written there is left out with it.
            self.delay = delay = True
            super().__init__(_NoFile(self.baseFilename))
        else:
            super().__init__(_LogFile(self.baseFilename))
        if not delay and not _limbec.append_log(self.baseFilename, "", "w" in mode):
            self.stream = _NoFile(self.baseFilename)


class _LogFile:
    def __init__(self, name):
        self.name = name

    def write(self, text):
        _limbec.append_log(self.name, text)
        return len(text)

    def flush(self):
        pass

    def close(self):
        pass


class _NoFile(_LogFile):
    def write(self, text):
        return len(text)


class NullHandler(Handler):
    def handle(self, record):
        return False

    def emit(self, record):
        pass


class _LastResort(StreamHandler):
    """What says warnings where nothing has been configured."""

    def __init__(self):
        Handler.__init__(self, WARNING)

    @property
    def stream(self):
        return sys.stderr


_default_formatter = Formatter()
lastResort = _LastResort()


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False
        self._cache = {}

    def setLevel(self, level):
        self.level = _check_level(level)
        _clear_cache()

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        enabled = self._cache.get(level)
        if enabled is None:
            enabled = self._cache[level] = level > _manager_disable[0] and level >= self.getEffectiveLevel()
        return enabled

    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def debug(self, msg, *args, **options):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **options)

    def info(self, msg, *args, **options):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **options)

    def warning(self, msg, *args, **options):
        self.log(WARNING, msg, *args, **options)

    def warn(self, msg, *args, **options):
        self.log(WARNING, msg, *args, **options)

    def error(self, msg, *args, **options):
        self.log(ERROR, msg, *args, **options)

    def exception(self, msg, *args, exc_info=True, **options):
        self.log(ERROR, msg, *args, exc_info=exc_info, **options)

    def critical(self, msg, *args, **options):
        self.log(CRITICAL, msg, *args, **options)

    fatal = critical

    def log(self, level, msg, *args, **options):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **options)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        file, line, function = (_limbec.frame(stacklevel - 1) or ("(unknown file)", 0, "(unknown function)"))[:3]
        record = self.makeRecord(self.name, level, file, line, msg, args, exc_info, function)
        if extra:
            record.__dict__.update(extra)
        self.handle(record)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        return LogRecord(name, level, fn, lno, msg, args, exc_info, func, sinfo)

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record):
        logger, found = self, False
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__("root", level)


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, options):
        options["extra"] = self.extra
        return msg, options

    def __getattr__(self, name):
        method = getattr(self.logger, name)

        def call(msg, *args, **options):
            msg, options = self.process(msg, options)
            return method(msg, *args, **options)
        return call if name in ("debug", "info", "warning", "error", "exception", "critical") else method


root = RootLogger(WARNING)
_loggers = {}
_manager_disable = [NOTSET]


class Manager:
    @property
    def loggerDict(self):
        return _loggers


Logger.root = root
Logger.manager = Manager()


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name in _loggers:
        return _loggers[name]
    logger = _loggers[name] = Logger(name)
    logger.parent = _ancestor(name)
    for other in _loggers.values():
        if other.name.startswith(name + ".") and (other.parent is root or len(other.parent.name) < len(name)):
            other.parent = logger
    _clear_cache()
    return logger


def _clear_cache():
    for logger in (root, *_loggers.values()):
        logger._cache.clear()


def _ancestor(name):
    while "." in name:
        name = name.rpartition(".")[0]
        if name in _loggers:
            return _loggers[name]
    return root


def getLoggerClass():
    return Logger


def disable(level=CRITICAL):
    _manager_disable[0] = _check_level(level)
    _clear_cache()


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None,
                handlers=None, force=False, encoding=None, errors=None):
    if force:
        root.handlers = []
    if not root.handlers:
        if handlers is None:
            handlers = [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
        default = {"%": "%(levelname)s:%(name)s:%(message)s", "{": "{levelname}:{name}:{message}",
                   "$": "${levelname}:${name}:${message}"}[style]
        formatter = Formatter(format or default, datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


def _with_root(name):
    def log(msg, *args, **options):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **options)
    return log


debug = _with_root("debug")
info = _with_root("info")
warning = _with_root("warning")
warn = warning
error = _with_root("error")
exception = _with_root("exception")
critical = _with_root("critical")
fatal = critical


def log(level, msg, *args, **options):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **options)


def captureWarnings(capture):
    pass


def shutdown(handlers=None):
    pass
