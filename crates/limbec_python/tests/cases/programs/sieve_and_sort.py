def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i, p in enumerate(sieve) if p]
print(primes(50), len(primes(1000)))
def quick(xs):
    if len(xs) <= 1: return xs
    p, *rest = xs
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
print(quick([3, 6, 1, 8, 2, 9, 2]))
def merge(a, b):
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
print(merge([1, 4, 9], [2, 3, 10]))
def perms(s): return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(48, 18), [gcd(n, 12) for n in range(1, 7)])
memo = {}
def fib(n):
    if n not in memo: memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90))
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)))
def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
print(list(collatz(6)), max(range(1, 30), key=lambda n: len(list(collatz(n)))))
m = [[1, 2], [3, 4]]
mul = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
print(mul(m, m), [list(r) for r in zip(*m[::-1])])
bits = "".join(str((37 >> i) & 1) for i in reversed(range(8)))
print(bits, int(bits, 2), f"{37:08b}", bin(37).count("1"))
