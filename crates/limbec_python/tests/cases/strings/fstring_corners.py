import datetime, decimal
name, width, value = "wörld", 10, 3.14159
d = {"k": [1, 2], "x": {"y": 5}}
print(f"{name!r:>{width}}|{value:{width}.{2}f}|{value!s:.3}|{d['k'][0]}|{d['x']['y']:03d}|{{literal}}|{'nested ' + f'{name.upper()}'}")
print(f"{name=}", f"{value = :.2f}", f"{1 + 1 = }", f"{d['k']=!s}", f"{ (lambda x: x * 2)(3) }", f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }")
print(f"{True:d} {True} {None} {1e3:g} {10**20:,} {-5:+} {5:+} {255:#06x} {'%':>3} {value:.0f} {1234.5678:_.1f}")
print(f"{datetime.date(2024, 2, 29):%d.%m.%Y} {datetime.datetime(2024, 1, 2, 3, 4, 5):%H:%M} {decimal.Decimal('1.10'):.3f} {datetime.timedelta(days=1)!s:>20}")
print(f'''multi
{name}
  {value:.1f}''' f" joined {1}" " plain {not}")
print(rf"\d{name}\n", f"\x41", f"{'a' if value > 3 else 'b'}", f"{value:>{'1' + '2'}}", f"{'':-^20}", f"{'mid':*^9}")
class F:
    def __format__(self, s): return f"F<{s}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
f = F()
print(f"{f}", f"{f:abc}", f"{f!s:>6}", f"{f!r}", f"{f:{'x'}{'y'}}", "{:{}}".format(f, "spec"), "{0!r:>8} {0}".format(f))
class NoFormat: pass
try: f"{NoFormat():x}"
except TypeError as e: print(e)
for bad in (lambda: f"{'s':d}", lambda: f"{1:s}", lambda: f"{1.5:d}", lambda: f"{None:5}", lambda: f"{[]:5}", lambda: f"{1:.3x}", lambda: f"{'x':+}", lambda: f"{'x':=5}", lambda: f"{1:5:5}", lambda: f"{undefined}", lambda: f"{1:,c}", lambda: f"{1.0:,_}", lambda: f"{'x':,}", lambda: f"{1:{-1}}", lambda: f"{b'x':>5}"):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print("{0[k][1]} {0[x][y]} {1.real} {a:{b}}".format(d, 5, a="z", b=">4"), "{:%Y}".format(datetime.date(2020, 1, 1)), "{{}}".format(), "{a}{a}".format_map({"a": 1}))
class Default(dict):
    def __missing__(self, k): return "{" + k + "}"
print("{x} {y}".format_map(Default(x=1)))
print("%5s|%-5s|%05d|%+d|%x|%X|%o|%e|%.2e|%g|%%|%5.1f|%r|%s|%i|%#x|%(n)s" % () if False else "%5s|%-5s|%05d|%+d|%x|%X|%o|%e|%.2e|%g|%%|%5.1f|%r|%s|%i|%#x" % ("a", "b", 42, 42, 255, 255, 8, 1234.5, 1234.5, 0.0001, 3.14159, "q", None, 3.9, 255))
print("%(a)s-%(b)03d" % {"a": "x", "b": 7}, "%s" % [1], "%s %s" % ("a", (1,)), "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%s" % ((1, 2),))
