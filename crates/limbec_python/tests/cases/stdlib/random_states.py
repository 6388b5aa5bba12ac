import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(100), 5), random.uniform(1, 2), random.randrange(0, 10, 3), random.choices("xyz", k=4), random.choices([1, 2], weights=[1, 9], k=5), random.getrandbits(40), round(random.gauss(0, 1), 12))
items = list(range(8)); random.shuffle(items); print(items)
r = random.Random("text"); print(r.random(), r.randint(0, 9), [r.random() for _ in range(2)])
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), random.Random(0).random(), random.Random(2 ** 70).random(), random.Random(1.5).random(), random.Random(b"x").random(), random.Random(-3).random())
for what in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
