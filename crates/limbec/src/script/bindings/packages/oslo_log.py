"""The package oslo.log, as the migrations of OpenStack's services use it.

Covers `log.getLogger`, `log.LOG`, `log.getLogger(...)` with `warn`, `trace`, `audit` and the keyword arguments that an
adapter takes, and the levels. Setting up logging (`register_options`, `setup`) does nothing: Limbec's logging is that of
alembic.ini. Does not cover formatters, handlers and the rest of `versionutils`.
"""

import logging as _logging

from logging import CRITICAL, DEBUG, ERROR, INFO, NOTSET, WARN, WARNING

TRACE = 5
_loggers = {}


class KeywordArgumentAdapter(_logging.LoggerAdapter):
    def process(self, msg, kwargs):
        known = {name: kwargs.pop(name) for name in ("exc_info", "stack_info", "stacklevel") if name in kwargs}
        return msg, {**known, "extra": {**(self.extra or {}), **kwargs.pop("extra", {}), **kwargs}}

    def trace(self, msg, *args, **kwargs):
        self.log(TRACE, msg, *args, **kwargs)

    def audit(self, msg, *args, **kwargs):
        self.log(INFO + 1, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        self.warning(msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)


def getLogger(name=None, project="unknown", version="unknown"):
    if name not in _loggers:
        _loggers[name] = KeywordArgumentAdapter(_logging.getLogger(name), {"project": project, "version": version})
    return _loggers[name]


def register_options(conf):
    pass


def setup(conf, product_name, version="unknown", **options):
    pass


def set_defaults(*args, **options):
    pass
