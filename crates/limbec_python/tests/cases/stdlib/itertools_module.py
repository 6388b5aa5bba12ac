import itertools
import operator
from itertools import *

print(list(chain([1], "ab", ())), list(chain.from_iterable([[1], [2, 3]])))
print(list(islice(count(5, 2), 3)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 2)), list(islice("abcdef", 2, 4)))
print(list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(islice(repeat("x"), 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])))
print(list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1])), list(starmap(pow, [(2, 3), (3, 2)])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(pairwise("abcd")), list(pairwise("a")))
print([(k, list(g)) for k, g in groupby("aaabbc")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([k for k, g in groupby("aabbcc")])
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(4)))), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations_with_replacement("ab", 2)))
print(count(3), repeat(1, 2), repeat("x"), count(1, 0.5))
it = chain([1, 2], [3])
print(next(it), list(it), next(it, "end"))
i = iter(range(10))
print(list(islice(i, 3)), next(i))
try:
    islice([1], -1)
except ValueError as e:
    print(e)
for n, ch in zip(count(1), "ab"):
    print(n, ch)
def batched(iterable, n):
    it = iter(iterable)
    while batch := list(islice(it, n)):
        yield batch
print(list(batched(range(7), 3)))
