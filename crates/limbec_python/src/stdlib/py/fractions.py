"""Fractions of integers."""

import math
import numbers
import re

_FORM = re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d*)(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*\Z")


class Fraction(numbers.Rational):
    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            top, bottom = cls._read(numerator)
        else:
            if not isinstance(numerator, (int, Fraction)) or not isinstance(denominator, (int, Fraction)):
                raise TypeError("both arguments should be Rational instances")
            a, b = cls._pair(numerator), cls._pair(denominator)
            top, bottom = a[0] * b[1], a[1] * b[0]
            if bottom == 0:
                raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        made = object.__new__(cls)
        made._numerator, made._denominator = top // common, bottom // common
        return made

    @staticmethod
    def _pair(number):
        return (number._numerator, number._denominator) if isinstance(number, Fraction) else (int(number), 1)

    @classmethod
    def _read(cls, value):
        if isinstance(value, (int, Fraction)):
            return cls._pair(value)
        if type(value).__name__ == "Decimal":
            return cls._read(str(value))
        if isinstance(value, float) or hasattr(value, "as_integer_ratio"):
            return value.as_integer_ratio()
        if isinstance(value, str):
            found = _FORM.match(value)
            if found is None:
                raise ValueError(f"Invalid literal for Fraction: {value!r}")
            sign, whole, bottom, part, power = found.groups()
            top, below = int(whole or "0"), 1
            if bottom:
                below = int(bottom)
                if below == 0:
                    raise ZeroDivisionError(f"Fraction({top}, 0)")
            else:
                if part:
                    below = 10 ** len(part)
                    top = top * below + int(part)
                if power:
                    if int(power) >= 0:
                        top *= 10 ** int(power)
                    else:
                        below *= 10 ** -int(power)
            return (-top if sign == "-" else top), below
        raise TypeError("argument should be a string or a Rational instance")

    @classmethod
    def from_float(cls, number):
        return cls(number)

    from_decimal = from_float

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        a, b, c, d = 0, 1, 1, 0
        top, bottom = self._numerator, self._denominator
        while True:
            whole = top // bottom
            if b + whole * d > max_denominator:
                break
            a, b, c, d = c, d, a + whole * c, b + whole * d
            top, bottom = bottom, top - whole * bottom
        steps = (max_denominator - b) // d
        first, second = Fraction(a + steps * c, b + steps * d), Fraction(c, d)
        return second if abs(second - self) <= abs(first - self) else first

    def _with(self, other, exact, rough):
        if isinstance(other, (int, Fraction)):
            return exact(self._pair(self), self._pair(other))
        if isinstance(other, float):
            return rough(float(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b: Fraction(a[0] * b[1] + b[0] * a[1], a[1] * b[1]), lambda a, b: a + b)

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, lambda a, b: Fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1]), lambda a, b: a - b)

    def __rsub__(self, other):
        return self._with(other, lambda a, b: Fraction(b[0] * a[1] - a[0] * b[1], a[1] * b[1]), lambda a, b: b - a)

    def __mul__(self, other):
        return self._with(other, lambda a, b: Fraction(a[0] * b[0], a[1] * b[1]), lambda a, b: a * b)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(other, lambda a, b: Fraction(a[0] * b[1], a[1] * b[0]), lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._with(other, lambda a, b: Fraction(b[0] * a[1], b[1] * a[0]), lambda a, b: b / a)

    def __floordiv__(self, other):
        return self._with(other, lambda a, b: (a[0] * b[1]) // (a[1] * b[0]), lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, lambda a, b: Fraction((a[0] * b[1]) % (b[0] * a[1]), a[1] * b[1]), lambda a, b: a % b)

    def __pow__(self, other):
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self._numerator ** other, self._denominator ** other)
            return Fraction(self._denominator ** -other, self._numerator ** -other)
        return float(self) ** float(other)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __float__(self):
        return self._numerator / self._denominator

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        whole = abs(self._numerator) // self._denominator
        return -whole if self._numerator < 0 else whole

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 > self._denominator or rest * 2 == self._denominator and whole % 2:
                whole += 1
            return whole
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self._numerator != 0

    def __eq__(self, other):
        return self._with(other, lambda a, b: a == b or a[0] * b[1] == b[0] * a[1], lambda a, b: a == b)

    def __lt__(self, other):
        return self._with(other, lambda a, b: a[0] * b[1] < b[0] * a[1], lambda a, b: a < b)

    def __le__(self, other):
        return self._with(other, lambda a, b: a[0] * b[1] <= b[0] * a[1], lambda a, b: a <= b)

    def __gt__(self, other):
        return self._with(other, lambda a, b: a[0] * b[1] > b[0] * a[1], lambda a, b: a > b)

    def __ge__(self, other):
        return self._with(other, lambda a, b: a[0] * b[1] >= b[0] * a[1], lambda a, b: a >= b)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        prime = 2 ** 61 - 1
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            answer = 314159
        else:
            answer = abs(self._numerator) * inverse % prime
        answer = answer if self._numerator >= 0 else -answer
        return -2 if answer == -1 else answer

    def __repr__(self):
        return f"Fraction({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"
