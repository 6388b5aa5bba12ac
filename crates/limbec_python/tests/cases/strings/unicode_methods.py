words = ["straße", "İstanbul", "ΣΑΣ", "ǆ", "ﬁn", "éclair", "e\u0301", "Привет Мир", "١٢٣", "½", "Ⅷ", "日本語", "o'neil's x", "a\tb", "ñandú", "ß", "ŉ", "\u00a0x\u2003", "x\u200by"]
for w in words:
    print(ascii(w), ascii(w.upper()), ascii(w.lower()), ascii(w.title()), ascii(w.capitalize()), ascii(w.swapcase()), ascii(w.casefold()))
    print(w.isalpha(), w.isalnum(), w.isdigit(), w.isdecimal(), w.isnumeric(), w.isupper(), w.islower(), w.istitle(), w.isspace(), w.isidentifier(), w.isprintable(), w.isascii(), len(w))
print("a\x1cb\x1dc\u2028d\x85e\r\nf\n\rg\vh".splitlines(), "x\n\ny\n".splitlines(True), " \u3000a b\u2009 ".split(), "\x1f a".strip() == "a")
print(repr("\x00\x7f\x80\xad\u200b\u2028\ud7ff\ue000\U0001f600\U000e0001\t\\'\""), repr("it's"), repr('say "hi"'), repr("both ' and \""))
print(ascii("é\U0001f600"), "é".encode(), "é".encode("latin-1"), "€".encode("cp1252"), "Я".encode("cp1251"), "日".encode("utf-16"), "a".encode("utf-32-le"), "é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é€".encode("ascii", "backslashreplace"), "é".encode("ascii", "ignore"))
for enc in ("ascii", "latin-1", "nope"):
    try: print("€".encode(enc))
    except (UnicodeEncodeError, LookupError) as e: print(type(e).__name__, e)
for raw in (b"\xff", b"\xe2\x82", b"ab\xc3(", b"\xed\xa0\x80"):
    try: print(raw.decode())
    except UnicodeDecodeError as e: print(e)
    print(ascii(raw.decode("utf-8", "replace")), ascii(raw.decode("utf-8", "ignore")), raw.decode("utf-8", "backslashreplace"))
print("abc".center(10, "é"), "x".zfill(5), "-42".zfill(6), "+1".zfill(4), "a".ljust(3) + "|", "tab\tstop\tx".expandtabs(4), "01\t012\n0\t1".expandtabs())
print("%c%c" % (233, "z"), "%r %a" % ("é", "é"), "é" < "f", sorted("zÉéeE"), max("aé"), "\N{BULLET}", "\u00e9" == "e\u0301")
print("Hello".translate({72: "J", 101: None, ord("l"): 0x4c}), str.maketrans("ab", "xy", "c"), "abcabc".translate(str.maketrans("ab", "xy", "c")))
print("aXbXc".partition("X"), "aXbXc".rpartition("X"), "abc".partition("Z"), "a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "  a  b ".split(None, 1), "".split(), "".split(","), "x".join([]))
print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "aaaa".count("aa"), "abc".count(""), "abcabc".find("c", 3), "abc".rfind("z"), "abc".index("b"))
for f in (lambda: "abc".index("z"), lambda: "a".join([1]), lambda: "a" + 1, lambda: "abc"[5], lambda: "a".center(3, "ab"), lambda: "a".split(""), lambda: "a" * "b", lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%z" % 1, lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{!z}".format(1), lambda: "abc".startswith(1), lambda: "a" in 5, lambda: 5 in "a", lambda: "".join(5), lambda: "x".encode(5), lambda: ord(""), lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%x" % 1.5, lambda: "{:d}".format("x"), lambda: "{:q}".format(1), lambda: "{:.2d}".format(1), lambda: "{:,s}".format("x"), lambda: "{[a]}".format([1]), lambda: "{.x}".format(1)):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
