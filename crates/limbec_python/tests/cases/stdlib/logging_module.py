import io, logging, logging.config, sys
out = io.StringIO()
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(levelname)-8s [%(name)s] %(message)s"))
log = logging.getLogger("app.db")
log.addHandler(h)
log.setLevel(logging.DEBUG)
log.propagate = False
log.debug("d %s %d", "x", 3)
log.info("%(a)s", {"a": 5})
log.warning("w")
log.error("e")
log.critical("c")
log.log(25, "custom")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
print(out.getvalue())
print(log.name, log.level, log.parent.name, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLogger("app.db") is log, logging.getLevelName(20), logging.getLevelName("INFO"))
print(logging.getLogger(), logging.getLogger("x.y"), logging.root.level)
child = log.getChild("pool"); print(child.name, child.parent is log)
text = io.StringIO()
f2 = logging.Formatter("{levelname}:{message}:{lineno}:{funcName}:{filename}:{module}", style="{")
h2 = logging.StreamHandler(text); h2.setFormatter(f2)
other = logging.getLogger("other"); other.addHandler(h2); other.setLevel("INFO"); other.propagate = False
def inside():
    other.info("here")
inside()
print(text.getvalue())
class Only(logging.Filter):
    def filter(self, record):
        return "keep" in record.getMessage()
h2.addFilter(Only())
other.info("drop"); other.info("keep me")
print(text.getvalue())
logging.disable(logging.CRITICAL); other.critical("keep no"); logging.disable(logging.NOTSET)
a = logging.LoggerAdapter(other, {"u": 1}); a.info("keep adapter")
print(text.getvalue().count("keep"))
ini = io.StringIO("""
[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stdout,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
""")
logging.config.fileConfig(ini, disable_existing_loggers=False)
logging.getLogger("alembic.runtime.migration").info("Running upgrade %s -> %s", "a", "b")
logging.getLogger("sqlalchemy.engine").info("hidden")
logging.getLogger("sqlalchemy.engine.Engine").warning("shown")
logging.warning("root")
print(len(logging.root.handlers), log.disabled)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": True, "formatters": {"f": {"format": "<%(message)s>"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}},
    "loggers": {"z": {"handlers": ["h"], "level": "DEBUG", "propagate": False}}, "root": {"level": "ERROR", "handlers": ["h"]}})
logging.getLogger("z").debug("dict"); logging.getLogger("q").warning("no"); logging.getLogger("q").error("yes")
print(other.disabled)
