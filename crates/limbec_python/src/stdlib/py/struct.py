"""Numbers as bytes."""

import _limbec

_SIZES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "?": 1,
          "c": 1, "x": 1, "s": 1, "p": 1, "n": 8, "N": 8, "P": 8}


class error(Exception):
    pass


def _read(format):
    if isinstance(format, bytes):
        format = format.decode()
    order, native = "little", True
    if format[:1] in ("@", "=", "<", ">", "!"):
        native = format[0] == "@"
        order = "big" if format[0] in ">!" else "little"
        format = format[1:]
    items, count = [], ""
    for letter in format:
        if letter.isdigit():
            count += letter
        elif letter.isspace():
            continue
        elif letter not in _SIZES or letter in "nNP" and not native:
            raise error("bad char in struct format")
        else:
            size = 8 if native and letter in "lL" else _SIZES[letter]
            items.append((letter, int(count) if count else 1, size))
            count = ""
    if count:
        raise error("repeat count given without format specifier")
    return order, native, items


def _places(native, items):
    """Each field: letter, size and place, with the gaps of the native alignment."""
    place, fields = 0, []
    for letter, count, size in items:
        if native and letter not in "xsp":
            place = -(-place // size) * size
        if letter in "sp":
            fields.append((letter, count, place))
            place += count
        elif letter == "x":
            place += count
        else:
            for _ in range(count):
                fields.append((letter, size, place))
                place += size
    return fields, place


def calcsize(format):
    _, native, items = _read(format)
    return _places(native, items)[1]


def _packed(letter, size, value, order):
    if letter == "s":
        if not isinstance(value, (bytes, bytearray)):
            raise error("argument for 's' must be a bytes object")
        return bytes(value)[:size].ljust(size, b"\0")
    if letter == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value
    if letter == "?":
        return b"\1" if value else b"\0"
    if letter in "fd":
        if not isinstance(value, (int, float)):
            raise error("required argument is not a float")
        return _limbec.float_bits(value, letter == "d").to_bytes(size, order)
    if letter in "ep":
        _limbec.unsupported(f"struct: the format {letter!r}")
    if not isinstance(value, int):
        raise error("required argument is not an integer")
    signed = letter.islower()
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if not low <= value <= high:
        if letter in "bBhH":
            kind = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}[letter]
            shown = (f"{low} <= number <= {high}" if letter in "bB" else f"{low} <= number <= {high}")
            raise error(f"{kind} format requires {shown}")
        raise error(f"'{letter}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


def pack(format, *values):
    order, native, items = _read(format)
    fields, size = _places(native, items)
    if len(values) != len(fields):
        raise error(f"pack expected {len(fields)} items for packing (got {len(values)})")
    made = bytearray(size)
    for (letter, width, place), value in zip(fields, values):
        made[place:place + width] = _packed(letter, width, value, order)
    return bytes(made)


def _unpacked(letter, data, order):
    if letter == "s" or letter == "c":
        return data
    if letter == "?":
        return data != b"\0"
    number = int.from_bytes(data, order)
    if letter in "fd":
        return _limbec.float_from_bits(number >> 32, number & 0xFFFFFFFF, letter == "d")
    if letter in "ep":
        _limbec.unsupported(f"struct: the format {letter!r}")
    return int.from_bytes(data, order, signed=letter.islower())


def unpack(format, buffer):
    order, native, items = _read(format)
    fields, size = _places(native, items)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return tuple(_unpacked(letter, bytes(buffer[place:place + width]), order) for letter, width, place in fields)


def unpack_from(format, /, buffer, offset=0):
    size = calcsize(format)
    if len(buffer) - offset < size:
        raise error(f"unpack_from requires a buffer of at least {offset + size} bytes for unpacking {size} bytes at offset "
                    f"{offset} (actual buffer size is {len(buffer)})")
    return unpack(format, buffer[offset:offset + size])


def iter_unpack(format, buffer):
    size = calcsize(format)
    for place in range(0, len(buffer), size):
        yield unpack(format, buffer[place:place + size])


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)
