words = ["", "abc", "ABC def", "  pad\t", "a,b,,c", "ß Straße", "日本語", "tab\tend", "x" * 5, "it's", "123", "½", "a\nb\r\nc"]
for word in words:
    print(repr(word), repr(word.upper()), repr(word.lower()), repr(word.title()), repr(word.capitalize()), repr(word.swapcase()), repr(word.casefold()), word.split(), word.split(","), word.rsplit(",", 1), word.partition(","), word.splitlines(), word.isalpha(), word.isdigit(), word.isnumeric(), word.isspace(), word.istitle(), word.isupper(), word.isidentifier(), word.isascii(), repr(word.expandtabs(4)), word.find("b"), word.count(""), repr(word.zfill(6)), repr(word.center(9, "*")), repr(word.removeprefix("a").removesuffix("c")), word.encode("utf-8"), len(word))
print("a-b_c".translate(str.maketrans("-_", "  ", "c")), "x".join("abc"), "%s|%5s|%-5s|%r" % ("a", "b", "c", "d"), "abc"[::-1], "abc"[-2:], "a" * 3, "b" in "abc", max("hello"), sorted("hello"), "a" < "B", ord("я"), chr(1103), "\u0041\x41\101\N{BULLET}", ascii("é"), "é".encode("latin-1"), "x=%d%%" % 5)
for what in (lambda: "a" + 1, lambda: "abc".index("z"), lambda: "a" * "b", lambda: "%d" % "x", lambda: "%s %s" % "a", lambda: "{}{}".format(1), lambda: "{x}".format(), lambda: ",".join([1]), lambda: "abc"[5], lambda: "a".split(""), lambda: "é".encode("ascii"), lambda: chr(-1), lambda: ord("ab"), lambda: "{:d}".format("x"), lambda: "%q" % 1, lambda: "{".format()):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
