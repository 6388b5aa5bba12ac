table, cols = "users", [("id", "INTEGER", False), ("name", "VARCHAR(40)", True)]
lines = [f"    {n} {t}{'' if null else ' NOT NULL'}" for n, t, null in cols]
print(f"CREATE TABLE {table} (\n" + ",\n".join(lines) + "\n)")
print("%-10s|%8.2f|%+d|%05d|%x|%s" % ("ab", 3.14159, 5, 42, 255, None), "{:<6}|{:>6}|{:^6}|{:*^7}".format("a", "b", "c", "d"), "{0}{1}{0}".format(1, 2), "{a[0]}{b.real}".format(a=[9], b=5))
sql = ("SELECT id "
       "FROM t "
       'WHERE x = "y"')
print(sql, len(sql), r"raw\n", "tab\there", 'it''s', "a" "b" * 2, """two
lines""".splitlines(), "\x41\u00e9\101\N{SNOWMAN}", b"\x00a\xff", "é".encode().hex(), "%s" % ("x",), "%%", "{{}}".format(), f"{'{'}{{")
print("a,b;c".replace(";", ",").split(","), " x ".strip().center(5, "-"), "CamelCase".swapcase(), "x=1&y=2".partition("&"), "ab" in "cabd", "abc"[::-1], "-".join(["a"]), "title case".title(), "a\tb".expandtabs(4), "z".zfill(3), "%r" % "q'", "aXbX".rsplit("X", 1), "x".isidentifier(), "1".isdigit(), "abc".find("z"), "aaa".count("a"))
out = ""
for i, w in enumerate("the quick brown fox".split()): out += w.capitalize() if i else w
print(out, "".join(chr(ord(c) + 1) for c in "HAL"), "".join(reversed("abc")), "abc".translate(str.maketrans("abc", "xyz")), max("hello"), sorted("bca"), "a" < "B", "straße".upper(), "İ".lower() == "i̇", "ab\n".rstrip(), "www.x.com".removeprefix("www."), "a.b.c".rpartition("."))
