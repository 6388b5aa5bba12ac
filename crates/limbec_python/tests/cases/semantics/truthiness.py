class B:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool", self.v, end=" "); return self.v
class L:
    def __len__(self): print("len", end=" "); return 0
for v in (None, 0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), False, "0", [0], B(False), B(True), L(), object, ..., NotImplemented if False else 1): print(bool(v), end=";")
print()
print(B(True) and "yes", B(False) or "no", not B(True), all([1, B(False), 1 / 1]), any([B(False), B(True)]))
if L(): print("never")
elif B(True): print("elif")
while B(False): pass
else: print("while else")
print([x for x in [0, 1, "", "a", None] if x], list(filter(B, [True, False])) if False else "", 1 if [] else 2, [] is [], () is (), "" or None or 0 or "last", 1 and 2 and 0 and 3)
