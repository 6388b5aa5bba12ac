"""Handlers that write to files or keep records in memory; those that send are refused when they are made."""

import _limbec
import logging


def _refused(name, why):
    def __init__(self, *args, **options):
        _limbec.unsupported(f"logging.handlers.{name}: {why}")
    return type(name, (logging.Handler,), {"__init__": __init__, "__module__": __name__})


class BaseRotatingHandler(logging.FileHandler):
    """A file that grows: a migration says too little for it to be exchanged for a new one."""


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, "a", encoding, delay, errors)
        self.when, self.interval, self.backupCount = when.upper(), interval, backupCount


class WatchedFileHandler(logging.FileHandler):
    pass


for _name in ("SocketHandler", "DatagramHandler", "SysLogHandler", "SMTPHandler", "NTEventLogHandler", "HTTPHandler"):
    globals()[_name] = _refused(_name, "migration scripts may not use the network")


class QueueHandler(logging.Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def emit(self, record):
        self.queue.put_nowait(record)


class MemoryHandler(logging.Handler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__()
        self.capacity, self.flushLevel, self.target, self.buffer = capacity, flushLevel, target, []

    def setTarget(self, target):
        self.target = target

    def emit(self, record):
        self.buffer.append(record)
        if len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel:
            self.flush()

    def flush(self):
        if self.target is not None:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        self.flush()
