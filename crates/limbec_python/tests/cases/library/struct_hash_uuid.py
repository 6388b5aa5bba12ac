import struct, hashlib, hmac, uuid, secrets, ipaddress, getpass
print(struct.pack(">IhB", 1, -2, 255), struct.unpack("<I", b"\x01\x00\x00\x00"), struct.calcsize("iq"), struct.pack("4s", b"ab"), struct.unpack_from(">H", b"\x00\x01\x02", 1), struct.pack("<d", 1.5), struct.pack("?", True), struct.unpack(">3B", b"\x01\x02\x03"), struct.pack("!f", 0.1).hex(), list(struct.iter_unpack(">H", b"\x00\x01\x00\x02")))
for f in (lambda: struct.pack("B", 256), lambda: struct.unpack("I", b"ab"), lambda: struct.pack("I"), lambda: struct.pack("z", 1), lambda: struct.pack("I", "x")):
    try: print(f())
    except struct.error as e: print(e)
for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"): print(n, hashlib.new(n, b"data").hexdigest()[:20], getattr(hashlib, n)().digest_size, getattr(hashlib, n)().block_size, getattr(hashlib, n)().name)
h = hashlib.sha256(); h.update(b"a"); h2 = h.copy(); h.update(b"b"); print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), h2.digest()[:4], "md5" in hashlib.algorithms_available, hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:16])
try: hashlib.new("nope")
except ValueError as e: print(e)
try: hashlib.md5("text")
except TypeError as e: print(e)
print(hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), hmac.digest(b"k", b"m", "sha1").hex()[:8], hmac.new(b"k", b"m", hashlib.md5).hexdigest())
u = uuid.UUID("{12345678-1234-5678-1234-567812345678}"); print(u, repr(u), u.hex, u.int, u.bytes[:4], u.version, u.variant, u.urn, u.fields, uuid.UUID(bytes=b"\x00" * 16), uuid.uuid3(uuid.NAMESPACE_DNS, "x"), uuid.uuid5(uuid.NAMESPACE_OID, "y"), u == uuid.UUID(int=u.int), u < uuid.UUID(int=2 ** 127), {u: 1}[u], uuid.uuid4().version, len(str(uuid.uuid1())), u.time_low, u.node)
for f in (lambda: uuid.UUID("x"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"1"), lambda: u < 5):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(5) < 5, secrets.choice("a"), secrets.compare_digest("a", "b"), len(secrets.token_urlsafe(16)))
n = ipaddress.ip_network("10.0.0.0/29"); a = ipaddress.ip_address("10.0.0.5"); print(a in n, n.num_addresses, list(n.hosts())[:2], n.netmask, n.broadcast_address, a + 1, int(a), a.is_private, ipaddress.ip_address("::1").is_loopback, repr(a), n.prefixlen, ipaddress.ip_network("192.168.1.5/24", strict=False), ipaddress.IPv4Address(1), n.subnet_of(ipaddress.ip_network("10.0.0.0/8")), a < ipaddress.ip_address("10.0.0.6"), ipaddress.ip_address("2001:db8::1").exploded)
for t in ("x", "1.2.3", "10.0.0.1/24", "256.1.1.1"):
    try: print(ipaddress.ip_network(t))
    except ValueError as e: print(e)
