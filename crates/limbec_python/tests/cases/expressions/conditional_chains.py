for n in range(-1, 8):
    size = "neg" if n < 0 else "zero" if n == 0 else "small" if n < 3 else "big"
    odd = n % 2 and "odd" or "even"
    pick = (n > 5 and "A") or (n > 2 and "B") or None
    print(n, size, odd, pick, [n, -n][n < 0], {0: "z"}.get(n, n), n if n else "none", (n or 0) + 1, not n, n and n - 1, 1 <= n <= 3, n in (1, 2), n is 1 if False else n == 1, bool(n) is True, ("x", "y")[bool(n)], max(n, 0) or "floor")
def lazy(v): print("called", v, end=" "); return v
print(lazy(0) or lazy("") or lazy([]) or lazy("last"), lazy(1) and lazy(0) and lazy(2), lazy(1) if lazy(False) else lazy(2))
x = None; print(x and x.attr, x is None or x.attr, (x or {}).get("k"), getattr(x, "attr", "dflt"), [] or None, None or [], 0 or False, "" and 1)
assert not (x and x.attr)
print((x or "fallback").upper()); print((x and x.upper()).lower())
