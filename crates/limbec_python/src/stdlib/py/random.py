"""Random numbers: with a seed, those of CPython."""

import _limbec
import _random
import math as _math
import operator as _operator

_LOG4 = _math.log(4.0)
_SG_MAGIC = 1.0 + _math.log(4.5)
_NV_MAGIC = 4 * _math.exp(-0.5) / _math.sqrt(2.0)


class Random(_random.Random):
    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = int.from_bytes(_limbec.random_bytes(32), "big")
        elif isinstance(a, (str, bytes, bytearray)):
            a = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(a + _limbec.digest("sha512", a), "big")
        elif isinstance(a, float):
            a = hash(a)
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self._seed(abs(int(a)))
        self._spare = None

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _below(self, n):
        bits = n.bit_length()
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def randrange(self, start, stop=None, step=1):
        start = _operator.index(start)
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        stop, step = _operator.index(stop), _operator.index(step)
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * size)] for _ in range(k)]
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        import bisect
        return [population[bisect.bisect(cum_weights, self.random() * total, 0, size - 1)] for _ in range(k)]

    def shuffle(self, x):
        for index in range(len(x) - 1, 0, -1):
            other = self._below(index + 1)
            x[index], x[other] = x[other], x[index]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        size = len(population)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        # A set of places is smaller than a copy of the population when few of many are wanted.
        limit = 21
        if k > 5:
            limit += 4 ** _math.ceil(_math.log(k * 3, 4))
        if size <= limit:
            pool, found = list(population), []
            for index in range(k):
                place = self._below(size - index)
                found.append(pool[place])
                pool[place] = pool[size - index - 1]
            return found
        taken, found = set(), []
        for _ in range(k):
            place = self._below(size)
            while place in taken:
                place = self._below(size)
            taken.add(place)
            found.append(population[place])
        return found

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        at = self.random()
        cut = 0.5 if mode is None else (mode - low) / (high - low) if high != low else None
        if cut is None:
            return low
        if at > cut:
            at, cut, low, high = 1.0 - at, 1.0 - cut, high, low
        return low + (high - low) * _math.sqrt(at * cut)

    def gauss(self, mu=0.0, sigma=1.0):
        spare, self._spare = self._spare, None
        if spare is None:
            angle = self.random() * 2 * _math.pi
            length = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            spare = _math.cos(angle) * length
            self._spare = _math.sin(angle) * length
        return mu + spare * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            first = self.random()
            second = 1.0 - self.random()
            z = _NV_MAGIC * (first - 0.5) / second
            if z * z / 4.0 <= -_math.log(second):
                return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_math.log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)


class SystemRandom(Random):
    def seed(self, *args, **options):
        pass

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(_limbec.random_bytes(size), "big") >> (size * 8 - k)

    def random(self):
        return self.getrandbits(53) * 2 ** -53

    def getstate(self):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_shared = Random()
for _name in ("seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
              "normalvariate", "lognormvariate", "expovariate", "gauss", "paretovariate", "getrandbits", "randbytes",
              "getstate", "setstate"):
    globals()[_name] = getattr(_shared, _name)
