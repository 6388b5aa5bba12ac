from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

CENT = Decimal("0.01")
for text in ["1.005", "2.675", "-0.125", "1e3", "0", "12345678901234567890.555", "NaN", "abc", " 7.5 "]:
    try:
        amount = Decimal(text)
        print(text, amount.quantize(CENT, ROUND_HALF_UP), amount.quantize(CENT, ROUND_HALF_EVEN), amount.normalize(), f"{amount:,.2f}", int(amount) if amount == amount else None)
    except InvalidOperation as error:
        print("bad", repr(text), [kind.__name__ for kind in error.args[0]])
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / Decimal(3), Decimal("123456.789") + 0)
print(sum([Decimal("0.1")] * 3), 0.1 * 3, Decimal("0.1") * 3 == Decimal("0.3"), Decimal(0.1), Decimal("10").as_tuple(), Decimal("1.10") == Decimal("1.1"), hash(Decimal("1.10")) == hash(Decimal("1.1")))
