from decimal import Decimal
def total(rows): return sum(r["price"] * r["qty"] for r in rows)
print(total([{"price": Decimal("1.5"), "qty": 2}]))
total([{"price": Decimal("1.5"), "qty": 0.5}])
