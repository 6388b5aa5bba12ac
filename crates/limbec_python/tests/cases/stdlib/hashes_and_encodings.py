import base64, binascii, hashlib, hmac, secrets, uuid
data = "пароль".encode()
print(hashlib.md5(data).hexdigest(), hashlib.sha1(data).hexdigest(), hashlib.sha256(data).hexdigest()[:20], hashlib.sha512(data).hexdigest()[-20:], hashlib.new("sha256", b"x").digest()[:4])
h = hashlib.sha256(); h.update(b"a"); c = h.copy(); h.update(b"b"); print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), c.hexdigest() == hashlib.sha256(b"a").hexdigest(), h.name, h.digest_size, h.block_size)
print(base64.b64encode(data), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b64decode("eA=="), base64.b32encode(b"hi"), base64.b16encode(b"hi"), binascii.hexlify(b"hi"), binascii.unhexlify("6869"))
print(hmac.new(b"key", b"msg", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:16])
u = uuid.UUID("12345678123456781234567812345678"); print(u, repr(u), u.hex, u.int % 1000, u.version, uuid.uuid5(uuid.NAMESPACE_DNS, "a.b"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.uuid4().version, len(secrets.token_hex(8)), uuid.UUID(int=5), u == uuid.UUID(bytes=u.bytes), u < uuid.UUID(int=2 ** 127))
for what in (lambda: uuid.UUID("x"), lambda: base64.b64decode("a"), lambda: hashlib.new("nope"), lambda: binascii.unhexlify("abc"), lambda: uuid.UUID()):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
