name, n, f = "bob", 42, 3.14159
print(f"{name} {n} {f:.2f} {n:05d} {n:>6}| {name!r} {name!s:>5}| {{}} {n + 1} {'q' + name}")
w, p = 10, 3
print(f"{f:{w}.{p}f}|{name:^{w}}|{n:#x}|{n:,}|{1234567:_}|{n:+}|{n: }|{-n:=+8}|{n:08b}|{0.5:%}|{12345.678:,.1f}|{1e10:g}|{f:e}")
print(f"{n=} {name=} {n + 1 = } {n=:>5} {name=!s} {f=:.1f}")
print(f"{'nested ' + f'{n}'} {[x for x in range(3)]} {{'a': 1}}" f" joined" " plain")
print(f"{None} {True} {[1, 'a']} {(1,)} { {'k': 1}['k'] }")
print(f'{n if n > 1 else 0} {(lambda x: x * 2)(3)} {name[0]} {name.upper()}')
print(f"""multi
{n}
line""")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r} {F()!s:>6}")
try:
    f"{n:z}"
except ValueError as e: print(e)
try:
    f"{[]:>5}"
except TypeError as e: print(e)
print(f"{name:s}|{name:.2}|{name:*^9}|{True:d}|{65:c}|{3.0}|{1e-7}|{100000000000000000000.0}")
