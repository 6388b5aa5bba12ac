"""Keyed hashes."""

import hashlib

trans_5C = bytes(number ^ 0x5C for number in range(256))
trans_36 = bytes(number ^ 0x36 for number in range(256))


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = (lambda data=b"": hashlib.new(digestmod, data)) if isinstance(digestmod, str) else (
            digestmod if callable(digestmod) else digestmod.new)
        self._inner, self._outer = make(), make()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        self.name = "hmac-" + self._inner.name
        if len(key) > self.block_size:
            hashed = make()
            hashed.update(key)
            key = hashed.digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = object.__new__(HMAC)
        made.__dict__.update(self.__dict__)
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        return made

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    if type(a) is not type(b) and not (isinstance(a, (bytes, bytearray)) and isinstance(b, (bytes, bytearray))):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"{type(a).__name__!r} and {type(b).__name__!r}")
    return a == b
