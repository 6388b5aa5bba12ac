from itertools import *
import operator
print(list(chain([1], "ab", ())), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(10, 2), 1, 6, 2)), list(islice("abcdef", 3)), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=100)), list(accumulate("abc", operator.add)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(combinations("abcd", 3)), list(combinations_with_replacement("ab", 2)), list(product()), list(permutations([1, 2, 3]))[:3])
print(list(zip_longest("abc", [1], fillvalue="-")), list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abcd")), list(repeat("x", 3)), list(islice(cycle("ab"), 5)))
for k, g in groupby([1, 1, 2, 1], key=lambda x: x > 1): print(k, list(g), end=";")
print([(k, len(list(g))) for k, g in groupby("aaabbc")], [k for k, g in groupby(sorted("banana"))])
a, b = tee(iter([1, 2, 3])); print(next(a), list(b), list(a))
g = groupby("aab"); k, first = next(g); k2, second = next(g); print(k, list(first), k2, list(second))
for f in (lambda: list(islice([1], -1)), lambda: list(combinations([1], -1)), lambda: list(chain(5)), lambda: list(zip([1], 5)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(repeat(1, "x"))):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def batched(it, n):
    it = iter(it)
    while chunk := tuple(islice(it, n)): yield chunk
print(list(batched("abcdefg", 3)), dict(zip("ab", count())), next(count(2.5, 0.5)), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a", None])), sum(1 for _ in takewhile(bool, [1, 1, 0, 1])))
grouped = {k: [v for _, v in g] for k, g in groupby(sorted([("b", 1), ("a", 2), ("b", 3)]), key=operator.itemgetter(0))}; print(grouped, list(enumerate("ab", start=5)), list(zip(*[iter("abcdef")] * 2)))
