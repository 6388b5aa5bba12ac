import string, textwrap, html, shlex, fnmatch, base64, binascii, urllib.parse as up, pprint
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.capwords("a  b c"), string.Template("$a ${b}x $$ $c").safe_substitute(a=1, b=2), string.Template("$x").substitute({"x": 5}), string.hexdigits)
for f in (lambda: string.Template("$x").substitute(), lambda: string.Template("$ x").substitute()):
    try: print(f())
    except (KeyError, ValueError) as e: print(type(e).__name__, e)
t = "The quick brown fox jumps over the lazy dog. " * 2
print(textwrap.fill(t, 30), textwrap.wrap(t, 40)[:2], textwrap.shorten(t, 25), textwrap.shorten("a b c", 4, placeholder="..."), textwrap.fill("x " * 10, 10, initial_indent="* ", subsequent_indent="  "), sep="\n")
print(repr(textwrap.dedent("""
    SELECT *
      FROM t
    \tWHERE x
   
    """)), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda l: True)), textwrap.wrap("averyveryverylongword short", 8), textwrap.wrap("hyphen-ated-words here", 10), textwrap.dedent("\tx\n\t y"))
print(html.escape("<a href='x'>&\"</a>"), html.escape("'", quote=False), html.unescape("&lt;&amp;&#39;&eacute;&nbsp;&#x41;"))
print(shlex.split("a 'b c' \"d e\" f\\ g # h"), shlex.quote("it's"), shlex.quote("plain"), shlex.join(["a b", "c"]))
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.filter(["a1", "b2", "ab"], "[ab][0-9]"), fnmatch.translate("*.t?t"), fnmatch.fnmatchcase("A", "a"))
print(base64.b64encode(b"hello\xff"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"ab"), base64.b16encode(b"\x01\xab"), base64.b64decode(b"aGk"+b"="), base64.standard_b64encode(b""), binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"), binascii.crc32(b"abc"), bytes.fromhex("de ad"), b"\xde\xad".hex("-"))
for f in (lambda: base64.b64decode("abc"), lambda: bytes.fromhex("xyz"), lambda: binascii.unhexlify("abc"), lambda: base64.b64encode("str")):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
u = up.urlparse("postgresql+psycopg2://us%40er:p%2Fw@host:5432/db?sslmode=require&x=1#frag"); print(u, u.scheme, u.username, u.password, u.hostname, u.port, u.path, u.query, u.fragment, u._replace(netloc="h").geturl())
print(up.quote("a b/c?é"), up.quote("a/b", safe=""), up.quote_plus("a b&c"), up.unquote("%41%20%C3%A9"), up.unquote_plus("a+b"), up.urlencode({"a": 1, "b": "x y"}), up.urlencode([("k", [1, 2])], doseq=True), up.parse_qs("a=1&a=2&b="), up.parse_qsl("a=1&b=2"), up.urljoin("http://h/a/b", "../c"), up.urlsplit("//h/p").netloc, up.urlunsplit(("http", "h", "/p", "q=1", "")))
pprint.pprint({"b": [1, 2], "a": {"nested": "x" * 60, "other": list(range(20))}, "c": ("t",)}, width=60)
print(pprint.pformat([{"k": i} for i in range(3)], width=20), pprint.pformat("short"))
