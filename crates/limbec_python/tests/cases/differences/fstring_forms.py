x, w, name = 3.14159, 12, "ann"
print(f"{x!r:>{w}}|{name!s:^{w}}|{name!a}|{x=}|{x = :.2f}|{name=!s}|{{}}|{{{name}}}")
print(f"{'nested ' + f'{x:{w}.{2}f}'}", f"{(lambda a: a * 2)(4)}", f"{ {'a': 1}['a'] }", f"{[i for i in range(3)]!r:*^20}")
print(f"{name:{'>'}{w}}", f"{x:{''}}", f'{name!r}' "tail" f"{w:#x}")
print(rf"\n{name}\t", f"\x41{name}\N{BULLET}", f"""{
    x
    + 1
    :.3f}""")
class F:
    def __format__(self, spec):
        return f"<{spec}>"
    def __repr__(self):
        return "F()"
print(f"{F()}", f"{F():a b}", f"{F()!r:>5}", f"{F():{w}}", f"{F()=}")
