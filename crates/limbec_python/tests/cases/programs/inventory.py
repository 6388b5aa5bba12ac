stock = [("bolt", 10, 0.5), ("nut", 0, 0.25), ("gear", 3, 12.0)]
by_name = {name: {"qty": q, "price": p, "total": q * p} for name, q, p in stock}
print(by_name["gear"], sum(v["total"] for v in by_name.values()), min(by_name, key=lambda n: by_name[n]["price"]))
def order(**wanted):
    missing, cost = [], 0
    for name, n in wanted.items():
        item = by_name.get(name)
        if not item: missing.append(f"{name}?")
        elif item["qty"] < n: missing.append(f"{name}:{n - item['qty']}")
        else: cost += n * item["price"]
    if missing: raise LookupError(", ".join(missing))
    for name, n in wanted.items(): by_name[name]["qty"] -= n
    return round(cost, 2)
for w in [dict(bolt=4, gear=1), dict(nut=1, gear=5), {"cog": 1}]:
    try: print("cost", order(**w))
    except LookupError as e: print("missing", e)
print(sorted(by_name.items(), key=lambda kv: (-kv[1]["qty"], kv[0]))[0][0], [n for n, v in by_name.items() if not v["qty"]])
groups = {}
for name, q, p in stock: groups.setdefault("cheap" if p < 1 else "dear", []).append(name)
print(groups, {k: len(v) for k, v in groups.items()}, list(groups)[::-1])
lines = [f"{n:<6}{v['qty']:>4}{v['price']:>8.2f}" for n, v in by_name.items()]
print("\n".join(["-" * 18, *lines, "-" * 18]))
matrix = [[(i + 1) * (j + 1) for j in range(4)] for i in range(4)]
print("\n".join(" ".join(f"{c:3d}" for c in row) for row in matrix), sum(matrix[i][i] for i in range(4)), [row[-1] for row in matrix][::2])
