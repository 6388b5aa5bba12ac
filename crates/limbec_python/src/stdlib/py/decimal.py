"""Decimal arithmetic: the numbers are native, the contexts are here."""

import _decimal
import _limbec
from _decimal import ConversionSyntax, Decimal, DivisionByZero, DivisionUndefined, InvalidOperation

from collections import namedtuple as _namedtuple

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"
ROUND_CEILING = "ROUND_CEILING"
ROUND_DOWN = "ROUND_DOWN"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_UP = "ROUND_UP"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999

DecimalException = DivisionByZero.__mro__[1]


def _signal(name, *bases):
    return type(name, bases or (DecimalException,), {"__module__": "decimal"})


Clamped = _signal("Clamped")
Rounded = _signal("Rounded")
Inexact = _signal("Inexact")
Subnormal = _signal("Subnormal")
Overflow = _signal("Overflow", Inexact, Rounded)
Underflow = _signal("Underflow", Inexact, Rounded, Subnormal)
FloatOperation = _signal("FloatOperation", DecimalException, TypeError)
DivisionImpossible = _signal("DivisionImpossible", InvalidOperation)
InvalidContext = _signal("InvalidContext", InvalidOperation)


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        for name, value in (("Emin", Emin), ("Emax", Emax), ("capitals", capitals), ("clamp", clamp), ("traps", traps)):
            if value is not None:
                _limbec.unsupported(f"decimal.Context({name}=...)")
        object.__setattr__(self, "prec", 28 if prec is None else prec)
        object.__setattr__(self, "rounding", ROUND_HALF_EVEN if rounding is None else rounding)

    def __setattr__(self, name, value):
        if name not in ("prec", "rounding"):
            _limbec.unsupported(f"setting {name!r} of a decimal context")
        before = _decimal.context()
        # Checks the value, too.
        _decimal.set_context(*((value, self.rounding) if name == "prec" else (self.prec, value)))
        object.__setattr__(self, name, value)
        if self is not _current[0]:
            _decimal.set_context(*before)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        _limbec.unsupported(f"decimal.Context.{name}")

    def copy(self):
        return Context(self.prec, self.rounding)

    __copy__ = copy

    def _run(self, compute):
        before = _decimal.context()
        _decimal.set_context(self.prec, self.rounding)
        try:
            return compute()
        finally:
            _decimal.set_context(*before)

    def create_decimal(self, num="0"):
        return self._run(lambda: +Decimal(num))

    def create_decimal_from_float(self, f):
        return self._run(lambda: +Decimal.from_float(f))

    def add(self, a, b):
        return self._run(lambda: Decimal(a) + Decimal(b))

    def subtract(self, a, b):
        return self._run(lambda: Decimal(a) - Decimal(b))

    def multiply(self, a, b):
        return self._run(lambda: Decimal(a) * Decimal(b))

    def divide(self, a, b):
        return self._run(lambda: Decimal(a) / Decimal(b))

    def power(self, a, b):
        return self._run(lambda: Decimal(a) ** Decimal(b))

    def plus(self, a):
        return self._run(lambda: +Decimal(a))

    def minus(self, a):
        return self._run(lambda: -Decimal(a))

    def abs(self, a):
        return self._run(lambda: abs(Decimal(a)))

    def sqrt(self, a):
        return self._run(lambda: Decimal(a).sqrt())

    def quantize(self, a, b):
        return self._run(lambda: Decimal(a).quantize(Decimal(b)))

    def to_integral_value(self, a):
        return self._run(lambda: Decimal(a).to_integral_value())

    def normalize(self, a):
        return self._run(lambda: Decimal(a).normalize())


_current = [Context()]
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
ExtendedContext = Context(prec=9)


def getcontext():
    return _current[0]


def setcontext(context):
    _current[0] = context
    _decimal.set_context(context.prec, context.rounding)


class _LocalContext:
    def __init__(self, context, changes):
        self.context = (context or getcontext()).copy()
        for name, value in changes.items():
            setattr(self.context, name, value)

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.context)
        return self.context

    def __exit__(self, *error):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    return _LocalContext(ctx, kwargs)


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(f"module 'decimal' has no attribute {name!r}")
    _limbec.unsupported(f"'{name}' of the module 'decimal'")
