name, n = "Ann", 3.14159
print(r"\d\n", b"\x00a", rb"\x", f"{name!r:>8}|{n:.2f}|{n=:.1f}|{name=}|{'a' if n else 'b'}|{{}}", fr"\{name}", "a" "b" f"{n:.0f}" r"\c")
print("""one
  two\
 three""", '''it's''', "\t|\\|\'|\"|\u00e9|\U0001F600|\x7e", "con" "cat", ("multi "
  "line"), f"{name:{'>'}{10}}", f"{n:{5}.{2}f}", f"{[i for i in range(3)]}", f"{ {'k': 1}['k'] }", f"{name.upper()!s:^7}", f"""{
    name
}""", f"{1_000:,}", f"{0x10}", f"{(lambda x: x * 2)(4)}", f"{name!a}", u"plain")
import datetime
moment = datetime.datetime(2024, 3, 5, 7, 8, 9)
print(f"{moment:%Y-%m-%d %H:%M}", f"{moment!s}", f"{moment:%j}", f"{None}", f"{True:d}", f"{'x':*<3}", f"{-0.0:+}", f"{1e10:g}")
for what in (lambda: f"{name:d}", lambda: f"{n:s}", lambda: f"{None:>5}", lambda: f"{[]:x}", lambda: f"{missing}"):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
