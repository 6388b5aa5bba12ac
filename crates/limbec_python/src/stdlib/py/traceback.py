"""Exceptions as text."""

import _limbec
import sys
from _traceback import (format_exc, format_exception, format_exception_only, format_tb, print_exc,
                        print_exception)


class FrameSummary:
    def __init__(self, filename, lineno, name, line=None, **options):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return format_list(self)


def extract_tb(tb, limit=None):
    return StackSummary([FrameSummary(*row) for row in _limbec.traceback(tb)])


def format_list(rows):
    return [f'  File "{file}", line {line}, in {name}\n' + (f"    {text}\n" if text else "")
            for file, line, name, text in rows]


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def extract_stack(f=None, limit=None):
    rows, level = [], 0
    while (frame := _limbec.frame(level)) is not None:
        rows.append(FrameSummary(frame[0], frame[1], frame[2], frame[4]))
        level += 1
    return StackSummary(rows[::-1])


def format_stack(f=None, limit=None):
    return format_list(extract_stack())


def print_stack(f=None, limit=None, file=None):
    (file or sys.stderr).write("".join(format_stack()))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, **options):
        self.exc_type = exc_type
        self._value = exc_value

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        yield from format_exception(self._value)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def __str__(self):
        return str(self._value)
