from decimal import Decimal as D
print(D("1.0") == 1, D("1.5") == 1.5, D("0.1") == 0.1, D(1) < 2.5, hash(D("1.0")) == hash(1), sorted([D("2"), 1, 1.5]), max(D(1), 2), int(D("3.9")), float(D("0.1")), round(D("2.5")), round(D("2.675"), 2), bool(D("0.0")), abs(D("-1")), -D("0"), D("1.10").normalize(), D("100").normalize(), D("123").adjusted(), D("1.5").is_nan())
