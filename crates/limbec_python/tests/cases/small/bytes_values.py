b = b"hello"
print(b[0], b[1:3], b + b"!", b * 2, b.upper(), b.hex(), b.hex(":"), bytes.fromhex("68 65"), bytes(3), bytes([65, 66]), list(b"ab"), b"a" in b, b.split(b"l"), repr(b"\x00'\n\xff"), bytearray(b"x"), b.find(b"l"), b"%d-%s" % (5, b"x"))
ba = bytearray(b"abc"); ba[0] = 90; ba.extend(b"de"); print(ba, bytes(ba))
