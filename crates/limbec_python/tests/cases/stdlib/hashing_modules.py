import hashlib, hmac, base64, binascii, struct, secrets
for n in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]:
    h = hashlib.new(n, b"abc"); print(n, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256(); h.update(b"a"); c = h.copy(); h.update(b"b"); print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), c.hexdigest() == hashlib.sha256(b"a").hexdigest())
print(hashlib.md5("é".encode()).hexdigest(), hashlib.sha1(b"x", usedforsecurity=False).digest()[:4])
for bad in [lambda: hashlib.sha256("text"), lambda: hashlib.new("nope")]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(hmac.new(b"key", b"msg", hashlib.sha256).hexdigest(), hmac.new(b"k" * 100, b"m", "sha1").hexdigest(), hmac.compare_digest("a", "b"), hmac.digest(b"k", b"m", "md5").hex())
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex())
for data in [b"", b"a", b"ab", b"abc", bytes(range(256))]:
    e = base64.b64encode(data); assert base64.b64decode(e) == data; print(e[:20], base64.urlsafe_b64encode(data)[-8:], base64.b32encode(data)[:16], base64.b16encode(data)[:8])
print(base64.b64decode("aGk="), base64.b32decode("NBUQ===="), base64.urlsafe_b64decode("_-8="), base64.b64decode(b"aG\nk="), base64.encodebytes(b"x" * 60))
try:
    base64.b64decode("abc")
except binascii.Error as e:
    print(e)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), binascii.b2a_hex(b"a"))
try:
    binascii.unhexlify("0")
except binascii.Error as e:
    print(e)
print(struct.pack("<IhB", 1, -2, 3), struct.unpack(">H", b"\x01\x02"), struct.calcsize("<IhB"), struct.calcsize("bI"), struct.pack("!d", 1.5), struct.unpack("<f", struct.pack("<f", 0.5)),
      struct.pack("5s", b"ab"), struct.unpack("<3sx2B", b"abc\0\1\2"), struct.pack("?q", True, -1), struct.Struct("<I").size)
try:
    struct.pack("B", 300)
except struct.error as e:
    print(e)
