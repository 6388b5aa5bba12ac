import random
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 100), random.choice("abcdef"), random.randrange(0, 100, 5))
print(random.sample(range(100), 5), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6), random.uniform(1, 2))
x = list(range(10)); random.shuffle(x); print(x)
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2.0), random.triangular(0, 1), random.getrandbits(70))
r = random.Random("text"); print(r.random(), r.randint(0, 9), random.Random(b"x").random(), random.Random(2 ** 70).random(), random.Random(-5).random())
print(random.Random(7).sample(["a", "b", "c", "d"], 2), random.Random(1.5).random())
state = r.getstate(); a = r.random(); r.setstate(state); print(a == r.random())
try:
    random.choice([])
except IndexError as e:
    print(e)
try:
    random.sample([1], 2)
except ValueError as e:
    print(e)
import secrets
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice("a"), len(secrets.token_urlsafe(16)), secrets.compare_digest("a", "a"))
