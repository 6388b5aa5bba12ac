import random
r = random.Random(42)
print([r.random() for _ in range(3)], r.randint(1, 100), r.randrange(0, 100, 7), r.choice("abcdef"), r.sample(range(100), 5), r.uniform(1, 2), r.getrandbits(40), r.choices([1, 2, 3], k=5), r.choices("ab", weights=[1, 9], k=5))
l = list(range(10)); r.shuffle(l); print(l, r.gauss(0, 1), r.normalvariate(5, 2), r.triangular(0, 1, 0.5), r.expovariate(1.5), r.randbytes(4))
random.seed("text"); print(random.random(), random.randint(0, 10 ** 20)); random.seed(b"bytes"); print(random.random()); random.seed(1.5); print(random.random()); random.seed(-7); print(random.random()); random.seed(2 ** 100); print(random.random())
s = random.getstate() if hasattr(random, "getstate") else None
a = [random.random() for _ in range(2)]; random.setstate(s); print(a == [random.random() for _ in range(2)])
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.choice("")):
    try: print(f())
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
random.seed(0); print("".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=16)), random.sample(["x", "y", "z"], k=2), random.choices(range(3), cum_weights=[1, 3, 6], k=4))
