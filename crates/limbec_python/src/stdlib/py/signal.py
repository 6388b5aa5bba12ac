"""Signals: their numbers (Linux)."""

import _limbec

SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGKILL, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = (
    1, 2, 3, 6, 9, 10, 12, 13, 14, 15, 17)
SIG_DFL, SIG_IGN = 0, 1


def __getattr__(name):
    if name in ("signal", "alarm", "pause", "setitimer", "getsignal", "raise_signal", "sigwait", "set_wakeup_fd"):
        def refused(*args, **options):
            _limbec.unsupported(f"signal.{name}(): signals belong to the program that runs the migration")
        return refused
    raise AttributeError(f"module 'signal' has no attribute {name!r}")
