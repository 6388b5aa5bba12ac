"""Bytes as text."""

import binascii

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _bytes(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(data).__name__!r}")


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    return encoded.translate(bytes.maketrans(b"+/", altchars)) if altchars is not None else encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


standard_b64encode = b64encode
standard_b64decode = b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(_bytes(s), b"-_")


def encodebytes(s):
    return b"".join(binascii.b2a_base64(s[place:place + 57]) for place in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    s = s.upper() if casefold else s
    if any(letter not in b"0123456789ABCDEF" for letter in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode32(alphabet, s):
    s = bytes(s)
    made = bytearray()
    for place in range(0, len(s), 5):
        part = s[place:place + 5]
        number = int.from_bytes(part.ljust(5, b"\0"), "big")
        letters = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        kept = (len(part) * 8 + 4) // 5
        made += letters[:kept] + b"=" * (8 - kept)
    return bytes(made)


def _decode32(alphabet, s, casefold):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    s = s.upper() if casefold else s
    plain = s.rstrip(b"=")
    if len(s) - len(plain) not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    made = bytearray()
    for place in range(0, len(plain), 8):
        part = plain[place:place + 8]
        number = 0
        for letter in part.ljust(8, alphabet[:1]):
            if letter not in alphabet:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | alphabet.index(letter)
        made += number.to_bytes(5, "big")[:len(part) * 5 // 8]
    return bytes(made)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32HEX, s, casefold)


def __getattr__(name):
    if name in ("a85encode", "a85decode", "b85encode", "b85decode"):
        import _limbec
        _limbec.unsupported(f"base64.{name}()")
    raise AttributeError(f"module 'base64' has no attribute {name!r}")
