"""Checksums, and reading what was compressed. Compressing is refused: the bytes would not be those of the C library."""

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

# What the codes of lengths and distances begin with, and how many bits follow them.
_LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
_LENGTH_BITS = [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4 + [5] * 4 + [0]
_DISTANCES = [1, 2, 3, 4] + [(2 + odd << more) + 1 for more in range(1, 14) for odd in (0, 1)]
_DISTANCE_BITS = [0, 0, 0, 0] + [more for more in range(1, 14) for _ in (0, 1)]
_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]


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


class _Bits:
    """Bits from the lowest on."""

    def __init__(self, data, at):
        self.data, self.at, self.held, self.count = data, at, 0, 0

    def take(self, count):
        while self.count < count:
            if self.at >= len(self.data):
                raise _incomplete()
            self.held |= self.data[self.at] << self.count
            self.at += 1
            self.count += 8
        value = self.held & (1 << count) - 1
        self.held >>= count
        self.count -= count
        return value

    def whole(self):
        """From the next whole byte on."""
        self.at -= self.count // 8
        self.held = self.count = 0

    def symbol(self, codes):
        code = length = 0
        while length < 15:
            code = code << 1 | self.take(1)
            length += 1
            found = codes.get((length, code))
            if found is not None:
                return found
        raise _wrong("invalid code")


def _incomplete():
    return error("Error -5 while decompressing data: incomplete or truncated stream")


def _wrong(what):
    return error(f"Error -3 while decompressing data: {what}")


def _codes(lengths):
    """The symbols by the length and the value of their codes."""
    codes, code = {}, 0
    for length in range(1, 16):
        for symbol, own in enumerate(lengths):
            if own == length:
                codes[length, code] = symbol
                code += 1
        code <<= 1
    return codes


def _tables(bits):
    """The codes that a block brings along."""
    literals, distances, count = bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4
    if literals > 286 or distances > 30:
        raise _wrong("too many length or distance symbols")
    own = [0] * 19
    for place in _ORDER[:count]:
        own[place] = bits.take(3)
    codes, lengths = _codes(own), []
    while len(lengths) < literals + distances:
        symbol = bits.symbol(codes)
        if symbol < 16:
            lengths.append(symbol)
        elif symbol == 16:
            if not lengths:
                raise _wrong("invalid bit length repeat")
            lengths += [lengths[-1]] * (3 + bits.take(2))
        else:
            lengths += [0] * (3 + bits.take(3) if symbol == 17 else 11 + bits.take(7))
    if len(lengths) > literals + distances:
        raise _wrong("invalid bit length repeat")
    return _codes(lengths[:literals]), _codes(lengths[literals:])


def _fixed():
    return _codes([8] * 144 + [9] * 112 + [7] * 24 + [8] * 8), _codes([5] * 30)


def _inflate(bits):
    out, last = bytearray(), 0
    while not last:
        last, kind = bits.take(1), bits.take(2)
        if kind == 0:
            bits.whole()
            length, other = bits.take(16), bits.take(16)
            if length != other ^ 0xFFFF:
                raise _wrong("invalid stored block lengths")
            bits.whole()
            if bits.at + length > len(bits.data):
                raise _incomplete()
            out += bits.data[bits.at : bits.at + length]
            bits.at += length
            continue
        if kind == 3:
            raise _wrong("invalid block type")
        literals, distances = _fixed() if kind == 1 else _tables(bits)
        while True:
            symbol = bits.symbol(literals)
            if symbol < 256:
                out.append(symbol)
                continue
            if symbol == 256:
                break
            if symbol > 285:
                raise _wrong("invalid literal/length code")
            length = _LENGTHS[symbol - 257] + bits.take(_LENGTH_BITS[symbol - 257])
            symbol = bits.symbol(distances)
            distance = _DISTANCES[symbol] + bits.take(_DISTANCE_BITS[symbol])
            if distance > len(out):
                raise _wrong("invalid distance too far back")
            start = len(out) - distance
            if length <= distance:
                out += out[start : start + length]
            else:
                # What repeats is longer than what is there.
                out += (bytes(out[start:]) * (length // distance + 1))[:length]
    bits.whole()
    return bytes(out)


def _after_gzip_header(data):
    """Where the data begins after the header of a gzip file."""
    if len(data) < 10:
        raise _incomplete()
    if data[:2] != b"\x1f\x8b":
        raise _wrong("incorrect header check")
    flags, at = data[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    for flag in (8, 16):
        if flags & flag:
            end = data.find(b"\0", at)
            if end < 0:
                raise _incomplete()
            at = end + 1
    return at + 2 if flags & 2 else at


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    data = _data(data)
    is_gzip = wbits > 31 and data[:2] == b"\x1f\x8b" or 15 < wbits < 32
    if wbits < 0:
        return _inflate(_Bits(data, 0))
    if is_gzip:
        bits = _Bits(data, _after_gzip_header(data))
        out = _inflate(bits)
        if len(data) < bits.at + 8:
            raise _incomplete()
        if crc32(out) != int.from_bytes(data[bits.at : bits.at + 4], "little"):
            raise _wrong("incorrect data check")
        if len(out) & 0xFFFFFFFF != int.from_bytes(data[bits.at + 4 : bits.at + 8], "little"):
            raise _wrong("incorrect length check")
        return out
    if len(data) < 2:
        raise _incomplete()
    if (data[0] << 8 | data[1]) % 31:
        raise _wrong("incorrect header check")
    if data[0] & 15 != 8:
        raise _wrong("unknown compression method")
    if data[1] & 32:
        raise error("Error 2 while decompressing data")
    bits = _Bits(data, 2)
    out = _inflate(bits)
    if len(data) < bits.at + 4:
        raise _incomplete()
    if adler32(out) != int.from_bytes(data[bits.at : bits.at + 4], "big"):
        raise _wrong("incorrect data check")
    return out


def compress(data, /, level=-1, wbits=MAX_WBITS):
    _limbec.unsupported("zlib.compress: the interpreter does not have it, as its bytes would not be those of the C library")


def compressobj(*args, **kw):
    _limbec.unsupported("zlib.compressobj: the interpreter does not have it, as its bytes would not be those of the C library")


def decompressobj(*args, **kw):
    _limbec.unsupported("zlib.decompressobj: the interpreter does not have it; zlib.decompress() reads all at once")
