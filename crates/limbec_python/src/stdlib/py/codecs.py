"""Encodings."""

import _limbec
from io import open

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE, BOM_UTF16_BE = b"\xff\xfe", b"\xfe\xff"


def encode(obj, encoding="utf-8", errors="strict"):
    if encoding in ("rot13", "rot_13"):
        return obj.translate(_ROT13)
    if encoding in ("hex", "hex_codec"):
        return bytes(obj).hex().encode()
    if encoding in ("base64", "base64_codec"):
        import base64
        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    if encoding in ("rot13", "rot_13"):
        return obj.translate(_ROT13)
    if encoding in ("hex", "hex_codec"):
        import binascii
        return binascii.unhexlify(obj)
    if encoding in ("base64", "base64_codec"):
        import base64
        return base64.decodebytes(obj)
    return bytes(obj).decode(encoding, errors)


_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROT13 = str.maketrans(_UPPER + _UPPER.lower(), _UPPER[13:] + _UPPER[:13] + (_UPPER[13:] + _UPPER[:13]).lower())


def __getattr__(name):
    if name in ("lookup", "register", "getreader", "getwriter", "getencoder", "getdecoder", "iterencode", "iterdecode",
                "StreamReader", "StreamWriter", "CodecInfo", "IncrementalDecoder", "IncrementalEncoder"):
        _limbec.unsupported(f"codecs.{name}")
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")
