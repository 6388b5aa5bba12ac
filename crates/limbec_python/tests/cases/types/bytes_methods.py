b = b"Hello, World"
print(b.upper(), b.lower(), b.title(), b.swapcase(), b"abc".capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.replace(b"l", b"L", 1), b.split(b", "), b" a b ".split(), b.startswith(b"He"), b.endswith((b"ld",)))
print(b.hex(), b.hex(" "), b"\x01\x02\x03".hex(":", 2), bytes.fromhex("0102 ff"), bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytearray(b"ab"), bytes(range(3)))
print(b.partition(b", "), b" x ".strip(), b"xxa".lstrip(b"x"), b"a\nb\r\nc".splitlines(), b"-".join([b"a", b"b"]), b"a".center(3), b"7".zfill(3), b"ab".ljust(4, b"."), b"x".rjust(2), b.removeprefix(b"Hello"), b"abc".translate(None, b"b"))
print(b[0], b[1:3], b[-1], list(b"ab"), 72 in b, b"ell" in b, b + b"!", b * 2, len(b), b == b"Hello, World", b != "x", b < b"I", hash(b"a") == hash(b"a"))
print(b.decode(), b"\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"a\xff".decode("utf-8", "ignore"), b"a\xff".decode("utf-8", "replace"), b"\xff".decode("ascii", "backslashreplace"))
for f in [lambda: b"\xff".decode(), lambda: b"\xc3".decode(), lambda: b"a\xe9b".decode("ascii"), lambda: "é".encode("ascii"), lambda: "aéèb".encode("latin-1").decode("utf-8"), lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"abc"["x"], lambda: bytes([300]), lambda: bytes("a"), lambda: b"%d %s" % (5, b"x"), lambda: b"a".decode("nope"), lambda: b"a" in 5, lambda: "€".encode("latin-1"), lambda: bytes.fromhex("zz"), lambda: b"".join(["a"])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = bytearray(b"abc")
a[0] = 65; a.append(100); a.extend(b"ef"); a += b"g"
print(a, a.pop(), len(a), bytes(a), a[1:3], a == b"Abcdef", a.decode(), bytearray(2))
print((1024).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\x00\x10", "little"))
