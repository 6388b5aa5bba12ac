import io, csv, shlex, html, pprint, ast, textwrap, string, copy, unicodedata, re
s = io.StringIO("a\nb\nc")
print(s.readline(), list(s), s.read(), s.seek(0), s.read(3), s.tell())
w = io.StringIO(); print(w.write("hello"), w.getvalue()); w.write(" x"); print(w.getvalue(), w.tell()); print("p", file=w); print(repr(w.getvalue()))
b = io.BytesIO(b"abc"); print(b.read(2), b.read(), b.getvalue(), b.write(b"d"), b.getvalue())
with io.StringIO() as f:
    f.write("q")
try:
    f.getvalue()
except ValueError as e:
    print(e)
try:
    io.StringIO().write(b"x")
except TypeError as e:
    print(e)
rows = list(csv.reader(io.StringIO('a,b,"c,d"\r\n1,"x ""y""",\r\n\r\n"multi\nline",2,3\r\n')))
print(rows)
for row in csv.DictReader(io.StringIO("id,name\n1,a\n2,b,extra\n3\n")):
    print(row)
o = io.StringIO(); wr = csv.writer(o); wr.writerow([1, "a,b", 'q"q', None, 1.5, ""]); wr.writerows([["x"], [""]]); print(repr(o.getvalue()))
o = io.StringIO(); dw = csv.DictWriter(o, fieldnames=["a", "b"], delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL); dw.writeheader(); dw.writerow({"a": 1}); print(repr(o.getvalue()))
try:
    dw.writerow({"z": 1})
except ValueError as e:
    print(e)
print(list(csv.reader(["a|b|'c|d'"], delimiter="|", quotechar="'")), list(csv.reader(["x\ty"], dialect="excel-tab")), list(csv.reader(["1, 2"], skipinitialspace=True)))
print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.split("a # b", comments=True), shlex.quote("it's"), shlex.quote("ok"), shlex.quote(""), shlex.join(["a", "b c"]))
print(html.escape("<a href=\"x\">'&</a>"), html.unescape("&lt;&#39;&amp;&#x41;&quot;&eacute;"), html.escape("'", quote=False))
print(ast.literal_eval("[1, -2.5, 'x', (None, True), {'a': {1, 2}}, b'q']"), ast.literal_eval(" {} "))
for bad in ["f()", "a", "1+", "[x for x in y]"]:
    try:
        ast.literal_eval(bad)
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__)
pprint.pprint({"b": [1, 2], "a": {"x": "y" * 30, "z": "w" * 40}, "c": (1,)})
pprint.pprint(list(range(40)))
print(pprint.pformat({"a": 1}), pprint.pformat([["x" * 30] * 2, ["y" * 30] * 2], width=40))
print(unicodedata.normalize("NFKD", "é"), "".join(c for c in unicodedata.normalize("NFD", "Ünïcödé") if unicodedata.category(c) != "Mn"), unicodedata.category("A"), unicodedata.combining("\u0301"))
print(textwrap.dedent("""
    a
      b
    c"""), textwrap.indent("a\nb", "> "), textwrap.fill("the quick brown fox " * 4, 30), textwrap.shorten("hello big world", 12), textwrap.wrap("aaa bbb ccc", 7))
print(string.ascii_lowercase, string.digits, string.punctuation, string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$a $z").safe_substitute(a=1), string.capwords("a bc"))
x = {"a": [1, {2}], "b": (3, [4])}
y = copy.deepcopy(x); z = copy.copy(x); y["a"].append(9)
print(x, y, z["a"] is x["a"], y["b"] is x["b"], y["b"][1] is x["b"][1])
