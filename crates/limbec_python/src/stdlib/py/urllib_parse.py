"""URLs: quote, unquote, urlsplit, urlparse, urlunsplit, urlunparse, urlencode, parse_qs, parse_qsl, urljoin."""

from collections import namedtuple

__all__ = ["parse_qs", "parse_qsl", "quote", "quote_plus", "unquote", "unquote_plus", "urlencode", "urljoin", "urlparse",
           "urlsplit", "urlunparse", "urlunsplit", "ParseResult", "SplitResult"]

_ALWAYS_SAFE = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    data = string.encode(encoding or "utf-8", errors or "strict") if isinstance(string, str) else bytes(string)
    if isinstance(safe, bytes):
        safe = safe.decode("ascii", "ignore")
    keep = _ALWAYS_SAFE | set(safe)
    return "".join(chr(byte) if byte < 128 and chr(byte) in keep else f"%{byte:02X}" for byte in data)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, (safe if isinstance(safe, str) else safe.decode()) + " ", encoding, errors).replace(" ", "+")


def _hex(text):
    return len(text) == 2 and all(letter in "0123456789abcdefABCDEF" for letter in text)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        string = string.decode("ascii")
    if "%" not in string:
        return string
    out, data = [], []
    at = 0
    while at < len(string):
        if string[at] == "%" and _hex(string[at + 1:at + 3]):
            data.append(int(string[at + 1:at + 3], 16))
            at += 3
            continue
        if data:
            out.append(bytes(data).decode(encoding, errors))
            data = []
        out.append(string[at])
        at += 1
    if data:
        out.append(bytes(data).decode(encoding, errors))
    return "".join(out)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


class _Location:
    """What the parts of a network location say."""

    def _split_location(self):
        user, at, host = self.netloc.rpartition("@")
        username, colon, password = user.partition(":")
        if host.startswith("["):
            name, _, port = host[1:].partition("]")
            port = port[1:] if port.startswith(":") else ""
        else:
            name, _, port = host.partition(":")
        return (username if at else None), (password if at and colon else None), name, port

    @property
    def username(self):
        return self._split_location()[0]

    @property
    def password(self):
        return self._split_location()[1]

    @property
    def hostname(self):
        return self._split_location()[2].lower() or None

    @property
    def port(self):
        text = self._split_location()[3]
        if not text:
            return None
        if not text.isdigit():
            raise ValueError(f"Port could not be cast to integer value as {text!r}")
        if int(text) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(text)

    def geturl(self):
        return urlunsplit(self) if len(self) == 5 else urlunparse(self)


class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Location):
    pass


class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Location):
    pass


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.lstrip().replace("\n", "").replace("\r", "").replace("\t", "")
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isalpha() and all(c.isalnum() or c in "+-." for c in head) and head.isascii():
        scheme, url = head.lower(), rest
    if url.startswith("//"):
        end = min([at for at in (url.find(mark, 2) for mark in "/?#") if at >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    parts = urlsplit(url, scheme, allow_fragments)
    path, params = parts.path, ""
    last = path.rfind("/") + 1
    if ";" in path[last:]:
        cut = path.index(";", last)
        path, params = path[:cut], path[cut + 1:]
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc or url.startswith("//"):
        if url and not url.startswith("/"):
            url = "/" + url
        url = "//" + netloc + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = parts
    if params:
        url = f"{url};{params}"
    return urlunsplit((scheme, netloc, url, query, fragment))


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    pairs = query.items() if hasattr(query, "items") else query
    out = []

    def text(value):
        return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe)

    for key, value in pairs:
        values = value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__") else [value]
        out.extend(f"{text(key)}={text(one)}" for one in values)
    return "&".join(out)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    out = []
    for part in qs.split(separator):
        if not part and not strict_parsing:
            continue
        name, equals, value = part.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values:
            out.append((unquote_plus(name), unquote_plus(value)))
    return out


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **options):
    out = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, **options):
        out.setdefault(name, []).append(value)
    return out


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    b, u = urlparse(base), urlparse(url)
    if u.scheme and u.scheme != b.scheme:
        return url
    if u.netloc:
        return urlunparse((b.scheme,) + tuple(u)[1:])
    if not u.path and not u.params:
        return urlunparse((b.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
    folders = u.path.split("/") if u.path.startswith("/") else b.path.split("/")[:-1] + u.path.split("/")
    out = []
    for number, folder in enumerate(folders):
        if folder == ".." and len(out) > 1:
            out.pop()
        elif folder not in (".", "..") and (folder or number in (0, len(folders) - 1)):
            out.append(folder)
    if folders[-1] in (".", ".."):
        out.append("")
    return urlunparse((b.scheme, b.netloc, "/".join(out), u.params, u.query, u.fragment))
