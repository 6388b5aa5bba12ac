import logging, io, sys, logging.config
s = io.StringIO(); h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-5.5s [%(name)s] %(message)s"))
log = logging.getLogger("alembic.runtime"); log.setLevel(logging.INFO); log.addHandler(h); log.propagate = False
log.info("x %s %d", "a", 5); log.debug("hidden"); log.warning("w %(k)s", {"k": 1}); log.error("e"); log.log(35, "custom"); log.critical("c")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
print(s.getvalue())
print(logging.getLogger("a.b").parent.name, logging.getLogger().name, log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(20), logging.getLevelName("WARNING"), logging.getLevelName(35), log.hasHandlers(), log.name, repr(log), logging.getLogger("alembic") is log.parent or log.parent.name)
class F(logging.Filter):
    def filter(self, r): return "skip" not in r.getMessage()
s.truncate(0); s.seek(0); h.addFilter(F()); log.info("skip me"); log.info("keep me"); print(repr(s.getvalue()))
class L(logging.Handler):
    def emit(self, record): print("emit", record.levelname, record.getMessage(), record.name, record.args, record.levelno)
l2 = logging.getLogger("two"); l2.addHandler(L()); l2.setLevel("DEBUG"); l2.propagate = False; l2.debug("d %s", 1); l2.info("%s", {"a": 1}); l2.info("100%"); l2.warning("tuple %s", (1, 2)); l2.disabled = True; l2.error("no"); l2.disabled = False
a = logging.LoggerAdapter(l2, {"id": 1}); a.info("adapted"); l2.setLevel(logging.ERROR); l2.info("below")
logging.addLevelName(25, "NOTICE"); print(logging.getLevelName(25), logging.NOTSET, logging.WARN)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "{levelname}|{message}", "style": "{"}}, "handlers": {"c": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}}, "loggers": {"three": {"handlers": ["c"], "level": "INFO", "propagate": False}}})
logging.getLogger("three").info("configured"); logging.getLogger("three").debug("no")
try: log.setLevel("LOUD")
except ValueError as e: print(e)
logging.disable(logging.CRITICAL); logging.getLogger("three").error("disabled"); logging.disable(logging.NOTSET)
print(logging.Formatter("%(message)s").format(logging.LogRecord("n", 20, "p", 1, "m %s", ("x",), None)), logging.makeLogRecord({"msg": "q"}).getMessage())
