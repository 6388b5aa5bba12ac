"""Hash functions."""

import _limbec

_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128),
          "sha512": (64, 128)}
_ELSEWHERE = ("blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")
algorithms_guaranteed = {*_SIZES, *_ELSEWHERE}
algorithms_available = set(algorithms_guaranteed)


class _Hash:
    def __init__(self, name, data=b""):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = bytearray()
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += data

    def digest(self):
        return _limbec.digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ 0x{id(self):x}>"


def _maker(name):
    def make(string=b"", *, usedforsecurity=True, **options):
        if name not in _SIZES:
            _limbec.unsupported(f"hashlib.{name}()")
        return _Hash(name, string)
    make.__name__ = make.__qualname__ = "openssl_" + name if name in _SIZES else name
    return make


for _name in (*_SIZES, *_ELSEWHERE):
    globals()[_name] = _maker(_name)


def new(name, data=b"", *, usedforsecurity=True):
    plain = name.lower().replace("-", "_" if "3-" in name else "")
    if plain not in algorithms_guaranteed:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[plain](data)


def file_digest(file, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(file.read())
    return made


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    if hash_name not in _SIZES:
        raise ValueError("unsupported hash type")
    size = _SIZES[hash_name][0]
    dklen = size if dklen is None else dklen
    key = b""
    block = 1
    while len(key) < dklen:
        step = total = hmac.digest(password, salt + block.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(total, "big")
        for _ in range(iterations - 1):
            step = hmac.digest(password, step, hash_name)
            total ^= int.from_bytes(step, "big")
        key += total.to_bytes(size, "big")
        block += 1
    return key[:dklen]


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    _limbec.unsupported("hashlib.scrypt()")
