"""Bytes and their texts."""

import _limbec

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _data(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    return bytes(data)


def hexlify(data, sep=None, bytes_per_sep=1):
    text = _data(data).hex() if sep is None else _data(data).hex(sep, bytes_per_sep)
    return text.encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else _data(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(letter not in "0123456789abcdefABCDEF" for letter in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = _data(data)
    made = bytearray()
    for place in range(0, len(data), 3):
        part = data[place:place + 3]
        number = int.from_bytes(part.ljust(3, b"\0"), "big")
        letters = bytes(_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0))
        made += letters[:len(part) + 1] + b"=" * (3 - len(part))
    return bytes(made) + (b"\n" if newline else b"")


def a2b_base64(data, *, strict_mode=False):
    if isinstance(data, str):
        data = data.encode("ascii")
    made, number, count, pads = bytearray(), 0, 0, 0
    for letter in data:
        if letter == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                break
            continue
        value = _VALUES.get(letter)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        pads = 0
        number = number << 6 | value
        count += 1
        if count == 4:
            made += number.to_bytes(3, "big")
            number = count = 0
    if count == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({len(made) // 3 * 4 + 1}) cannot be 1 "
                    "more than a multiple of 4")
    if count and count + pads < 4:
        raise Error("Incorrect padding")
    if count:
        made += (number << 6 * (4 - count)).to_bytes(3, "big")[:count - 1]
    return bytes(made)


def crc32(data, value=0):
    return _limbec.crc32(_data(data), value)
