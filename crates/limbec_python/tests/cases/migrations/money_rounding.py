from decimal import Decimal, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation, getcontext, localcontext
prices = ["19.99", "0.005", "1e3", "-2.675", "abc", "", "12,50", None, "  7 ", "1_000"]
def cents(text):
    if text is None: return None
    try: return int((Decimal(text.strip().replace(",", ".")) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    except InvalidOperation as e: return f"bad {text!r}"
print([cents(p) for p in prices])
total = sum((Decimal(p) for p in ("0.1", "0.2", "0.3")), Decimal(0)); print(total, total == Decimal("0.6"), 0.1 + 0.2 + 0.3 == 0.6, float(total))
for rate in ("0.2", "0.175", "0.0825"):
    net = Decimal("123.45"); tax = (net * Decimal(rate)).quantize(Decimal("0.01")); print(rate, tax, net + tax, f"{net + tax:>10.2f}", f"{net:,.1f}", f"{tax:08.3f}", f"{Decimal(rate):.1%}", f"{net:e}", f"{-net:+}")
def split(amount, n):
    base = (amount / n).quantize(Decimal("0.01"), rounding=ROUND_DOWN); rest = amount - base * n
    return [base + (Decimal("0.01") if i < rest * 100 else 0) for i in range(n)]
print(split(Decimal("100"), 3), sum(split(Decimal("10.01"), 4)))
getcontext().prec = 6; print(Decimal(2) / 3, Decimal("123456.789") + 0, Decimal("1e10") + 1)
with localcontext() as ctx:
    ctx.prec = 50; print(Decimal(1) / 7)
print(Decimal(1) / 7); getcontext().prec = 28
print(max(Decimal("1.10"), Decimal("1.1")), {Decimal("1.10"): 1}[Decimal("1.1")], Decimal("1.10").normalize(), Decimal("100").normalize(), str(Decimal("1.00") * Decimal("2.0")), Decimal("5") // Decimal("2"), Decimal("-5") % 3, round(Decimal("2.5")), round(Decimal("1.005"), 2), int(Decimal("-1.9")), Decimal(10) ** 20, Decimal("1E+2") + Decimal("1"), Decimal("1e400") + Decimal("1e-400"), Decimal("0.1") < 0.1, Decimal(0.5) == 0.5)
Decimal("1.5") + 0.5
