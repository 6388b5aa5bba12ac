"""Averages and spread."""

import math
from collections import Counter
from fractions import Fraction


class StatisticsError(ValueError):
    pass


def _items(data, words):
    data = list(data)
    if not data:
        raise StatisticsError(words)
    return data


def _exact(value):
    return Fraction(value)


def _as(value, data):
    kinds = {type(item) for item in data}
    if kinds <= {int, bool}:
        return value.numerator if value.denominator == 1 else float(value)
    for kind in kinds:
        if kind.__name__ in ("Decimal", "Fraction"):
            return kind(value.numerator) / kind(value.denominator)
    return float(value)


def mean(data):
    data = _items(data, "mean requires at least one data point")
    return _as(sum(map(_exact, data), Fraction(0)) / len(data), data)


def fmean(data, weights=None):
    data = [float(item) for item in data]
    if weights is not None:
        weights = [float(weight) for weight in weights]
        return math.fsum(item * weight for item, weight in zip(data, weights)) / math.fsum(weights)
    return math.fsum(_items(data, "fmean requires at least one data point")) / len(data)


def geometric_mean(data):
    data = _items(data, "geometric mean requires a non-empty dataset containing positive numbers")
    return math.exp(fmean(map(math.log, data)))


def harmonic_mean(data, weights=None):
    data = _items(data, "harmonic_mean requires at least one data point")
    return _as(len(data) / sum((1 / _exact(item) for item in data), Fraction(0)), data)


def median(data):
    data = sorted(_items(data, "no median for empty data"))
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = sorted(_items(data, "no median for empty data"))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_items(data, "no median for empty data"))
    return data[len(data) // 2]


def mode(data):
    return Counter(_items(data, "no mode for empty data")).most_common(1)[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _spread(data, mu):
    middle = sum(map(_exact, data), Fraction(0)) / len(data) if mu is None else _exact(mu)
    return sum(((_exact(item) - middle) ** 2 for item in data), Fraction(0))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as(_spread(data, xbar) / (len(data) - 1), data)


def pvariance(data, mu=None):
    data = _items(data, "pvariance requires at least one data point")
    return _as(_spread(data, mu) / len(data), data)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return math.sqrt(_spread(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    data = _items(data, "pstdev requires at least one data point")
    return math.sqrt(_spread(data, mu) / len(data))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    size = len(data)
    found = []
    if method == "inclusive":
        for index in range(1, n):
            place, rest = divmod(index * (size - 1), n)
            found.append((data[place] * (n - rest) + data[place + 1] * rest) / n)
    elif method == "exclusive":
        for index in range(1, n):
            place = min(max(index * (size + 1) // n, 1), size - 1)
            rest = index * (size + 1) - place * n
            found.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return found
