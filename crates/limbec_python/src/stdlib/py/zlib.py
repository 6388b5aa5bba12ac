"""The checksums; compressing and its way back are refused."""

import _limbec
import binascii as _binascii

__all__ = [
    "DEF_BUF_SIZE", "DEFLATED", "MAX_WBITS", "Z_BEST_COMPRESSION", "Z_BEST_SPEED", "Z_DEFAULT_COMPRESSION",
    "Z_NO_COMPRESSION", "adler32", "compress", "compressobj", "crc32", "decompress", "decompressobj", "error",
]

DEFLATED, DEF_BUF_SIZE, MAX_WBITS, DEF_MEM_LEVEL = 8, 16384, 15, 8
Z_DEFAULT_COMPRESSION, Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION = -1, 0, 1, 9
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4


class error(Exception):
    """Data that cannot be read."""


error.__module__ = "zlib"


def _data(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    return bytes(data)


def crc32(data, value=0, /):
    return _binascii.crc32(data, value)


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16 & 0xFFFF
    for byte in _data(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def _refused(name):
    def refuse(*args, **kw):
        _limbec.unsupported(f"zlib.{name}: the interpreter does not have it; of zlib it has the checksums")

    refuse.__name__ = name
    return refuse


compress, compressobj, decompress, decompressobj = map(_refused, ("compress", "compressobj", "decompress", "decompressobj"))
