"""Internet addresses and networks."""


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _read4(text):
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    number = 0
    for part in parts:
        if not part:
            raise AddressValueError(f"Empty octet not permitted in {text!r}")
        if not (part.isascii() and part.isdigit()):
            raise AddressValueError(f"Only decimal digits permitted in {part!r} in {text!r}")
        if len(part) > 3:
            raise AddressValueError(f"At most 3 characters permitted in {part!r} in {text!r}")
        if part != "0" and part[0] == "0":
            raise AddressValueError(f"Leading zeros are not permitted in {part!r} in {text!r}")
        if int(part) > 255:
            raise AddressValueError(f"Octet {int(part)} (> 255) not permitted in {text!r}")
        number = number << 8 | int(part)
    return number


def _read6(text):
    if "%" in text:
        import _limbec
        _limbec.unsupported("ipaddress: an IPv6 address with a scope")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        last = _read4(parts.pop())
        parts += [f"{last >> 16:x}", f"{last & 0xFFFF:x}"]
    if text.count("::") > 1 or ":::" in text:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if "::" in text:
        head, _, tail = ":".join(parts).partition("::")
        head, tail = (side.split(":") if side else [] for side in (head, tail))
        if len(head) + len(tail) > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = head + ["0"] * (8 - len(head) - len(tail)) + tail
    if len(parts) != 8:
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    number = 0
    for part in parts:
        if not part or any(letter not in "0123456789abcdefABCDEF" for letter in part):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        number = number << 16 | int(part, 16)
    return number


def _text(number, version):
    if version == 4:
        return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
    parts = [number >> shift & 0xFFFF for shift in range(112, -1, -16)]
    best, place = (0, 0), 0
    while place < 8:
        end = place
        while end < 8 and parts[end] == 0:
            end += 1
        if end - place > best[1] - best[0]:
            best = (place, end)
        place = end + 1
    words = [f"{part:x}" for part in parts]
    if best[1] - best[0] > 1:
        return ":".join(words[:best[0]]) + "::" + ":".join(words[best[1]:])
    return ":".join(words)


class _Comparable:
    def __eq__(self, other):
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __lt__(self, other):
        self._same(other)
        return self._key() < other._key()

    def __le__(self, other):
        self._same(other)
        return self._key() <= other._key()

    def __gt__(self, other):
        self._same(other)
        return self._key() > other._key()

    def __ge__(self, other):
        self._same(other)
        return self._key() >= other._key()

    def _same(self, other):
        if not isinstance(other, _Comparable) or self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"


class _Address(_Comparable):
    def __init__(self, address):
        if isinstance(address, int):
            if not 0 <= address < 1 << self.max_prefixlen:
                raise AddressValueError(f"{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv"
                                        f"{self.version} address")
            self._ip = address
        elif isinstance(address, bytes):
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = (_read4 if self.version == 4 else _read6)(text)

    def _key(self):
        return (self.version, self._ip)

    def __int__(self):
        return self._ip

    def __str__(self):
        return _text(self._ip, self.version)

    def __add__(self, other):
        return type(self)(self._ip + other)

    def __sub__(self, other):
        return type(self)(self._ip - other)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        if self.version == 4:
            return str(self)
        return ":".join(f"{self._ip >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16))

    def _in(self, networks):
        return any(self in ip_network(network) for network in networks)

    @property
    def is_loopback(self):
        return self._in(["127.0.0.0/8"]) if self.version == 4 else self._ip == 1

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_multicast(self):
        return self._in(["224.0.0.0/4"] if self.version == 4 else ["ff00::/8"])

    @property
    def is_link_local(self):
        return self._in(["169.254.0.0/16"] if self.version == 4 else ["fe80::/10"])

    @property
    def is_private(self):
        return self._in(_PRIVATE4 if self.version == 4 else _PRIVATE6)

    @property
    def is_global(self):
        return not self.is_private and not self._in(["100.64.0.0/10"] if self.version == 4 else [])


_PRIVATE4 = ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
             "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
             "240.0.0.0/4", "255.255.255.255/32")
_PRIVATE6 = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
             "2001:10::/28", "fc00::/7", "fe80::/10")


class IPv4Address(_Address):
    version, max_prefixlen = 4, 32


class IPv6Address(_Address):
    version, max_prefixlen = 6, 128


class _Network(_Comparable):
    def __init__(self, address, strict=True):
        if isinstance(address, tuple):
            text, prefix = str(address[0]), str(address[1])
        else:
            text, _, prefix = str(address).partition("/")
        size = self.max_prefixlen
        ip = int(self._address(text))
        self.prefixlen = self._prefix(prefix) if prefix else size
        mask = (1 << size) - (1 << size - self.prefixlen)
        if ip & ~mask:
            if strict:
                raise ValueError(f"{text}/{prefix} has host bits set")
            ip &= mask
        self._ip = ip
        self.network_address = self._address(ip)
        self.netmask = self._address(mask)
        self.hostmask = self._address(mask ^ (1 << size) - 1)
        self.broadcast_address = self._address(ip | int(self.hostmask))
        self.num_addresses = 1 << size - self.prefixlen

    def _prefix(self, text):
        if text.isascii() and text.isdigit() and int(text) <= self.max_prefixlen:
            return int(text)
        try:
            mask = int(self._address(text))
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        ones = bin(mask).count("1")
        if mask != (1 << self.max_prefixlen) - (1 << self.max_prefixlen - ones):
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return ones

    def _key(self):
        return (self.version, self._ip, self.prefixlen)

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    def __contains__(self, other):
        if not isinstance(other, _Address) or other.version != self.version:
            return False
        return self._ip <= other._ip <= int(self.broadcast_address)

    def __iter__(self):
        for number in range(self._ip, int(self.broadcast_address) + 1):
            yield self._address(number)

    def __getitem__(self, index):
        return self._address(range(self._ip, int(self.broadcast_address) + 1)[index])

    def hosts(self):
        first, last = self._ip, int(self.broadcast_address)
        if self.prefixlen < self.max_prefixlen - 1:
            first += 1
            last -= self.version == 4
        return (self._address(number) for number in range(first, last + 1))

    def overlaps(self, other):
        return self._ip <= int(other.broadcast_address) and other._ip <= int(self.broadcast_address)

    def subnet_of(self, other):
        return other._ip <= self._ip and int(self.broadcast_address) <= int(other.broadcast_address)

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        step = 1 << self.max_prefixlen - prefix
        for number in range(self._ip, int(self.broadcast_address) + 1, step):
            yield type(self)((_text(number, self.version), prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        return type(self)((str(self.network_address), prefix), strict=False)

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private


class IPv4Network(_Network):
    version, max_prefixlen, _address = 4, 32, IPv4Address


class IPv6Network(_Network):
    version, max_prefixlen, _address = 6, 128, IPv6Address


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except AddressValueError:
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    import _limbec
    _limbec.unsupported("ipaddress.ip_interface()")
