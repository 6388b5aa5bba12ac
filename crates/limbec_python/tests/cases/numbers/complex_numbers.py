a = 3 + 4j
print(a, a.real, a.imag, abs(a), a.conjugate(), -a, +a, a * 2, a / 2, a ** 2, a - 1, 1 - a, 1j * 1j, 2j, 0j, -0j)
print(complex(1, 2), complex("1+2j"), complex("-3j"), complex(" 4 "), complex(1.5), complex(), complex(real=1, imag=-1), complex(1j, 2))
print(repr(complex(1e20, -0.0)), complex(float("nan"), float("inf")), complex(0.1, 1e-7), complex(-0.0, 5), complex(1e16, 1e-5))
print(a == 3 + 4j, a != 3, complex(3, 0) == 3, hash(complex(3, 0)) == hash(3), bool(0j), bool(1j), {1 + 0j: "x"}[1])
for f in (lambda: a < 1, lambda: int(a), lambda: float(a), lambda: a // 2, lambda: a % 2, lambda: complex("x"), lambda: complex(""), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: a / 0, lambda: complex([]), lambda: round(a), lambda: divmod(a, 1), lambda: 0j ** -1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(isinstance(a, complex), type(a), f"{a}", f"{a:.2f}", f"{1 + 2j:>12}", format(a, ""), str(a), "%s" % a)
print(sum([1j, 2, 3.5]), a * (1 - 1j), (1 + 2j) / (3 - 4j), 2 ** (1 + 1j), (1 + 1j) ** 0.5, (1j) ** 2, (2 + 0j) ** -2)
import numbers
print(isinstance(a, numbers.Complex), isinstance(a, numbers.Real), (5).real, (5).imag, (2.5).conjugate())
print(1_0j, 1e3j, .5j, [1j, -1j], (1+0j).__class__.__name__)
