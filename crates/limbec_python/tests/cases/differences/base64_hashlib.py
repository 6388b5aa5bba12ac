import base64, hashlib, hmac, binascii
print(base64.b64encode(b"\xff\xfe hi"), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b64decode("aGk="), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b16decode("6869"), hashlib.sha256(b"a").hexdigest(), hashlib.md5(b"").hexdigest(), hashlib.new("sha1", b"x").hexdigest(), hashlib.sha512(b"").digest()[:4], hmac.new(b"k", b"m", "sha256").hexdigest(), hashlib.sha256().name, binascii.hexlify(b"ab"), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex()[:16])
h = hashlib.sha1()
h.update(b"a")
h.update(b"b")
print(h.hexdigest() == hashlib.sha1(b"ab").hexdigest(), h.digest_size, h.copy().hexdigest()[:8])
for action in (lambda: hashlib.sha256("a"), lambda: hashlib.new("nope"), lambda: base64.b64decode("a"), lambda: base64.b64encode("a")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
