def t(x): print(x, end=" "); return x
class D(dict):
    def __setitem__(self, k, v): print("set", k, v, end=" "); super().__setitem__(k, v)
    def __getitem__(self, k): print("get", k, end=" "); return super().__getitem__(k)
d = D(a=1)
d[t("k")] = t("v"); print()
d[t("a")] += t(5); print(d)
[t(1), t(2)][t(0)]; print()
{t("x"): t("y"), t("z"): t("w")}; print()
t(1) < t(0) < t(9); print()
t(0) or t(2) and t(3); print()
(t(1) if t(False) else t(2)); print()
x = y = t(7); print()
t("f") and print(*[t("arg")], **{t("sep"): t("-")})
def f(a=t("default"), *, b=t("kw")): pass
print()
print([t(i) for i in range(3) if t(i) % 2 == 0])
lst = [0, 0]; i = 0
i, lst[i] = 1, t("unpacked"); print(lst)
del d[t("k")]; print(d)
assert t(True), t("not evaluated"); print()
print(f"{t('one')}{t('two')!r:>{t(8)}}")
