from itertools import *
print(list(accumulate([1, 2, 3], initial=10)), list(accumulate("abc")), list(accumulate([3, 1, 4], max)), list(batched_like := zip(*[iter("abcdef")] * 2)))
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
print(list(islice(count(5, 2), 3)), list(islice("abcdef", 1, None, 2)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(chain("ab", [1])), list(chain.from_iterable([[1], "b"])), list(compress("abcd", [1, 0, True, None])), list(dropwhile(str.isalpha, "ab1c")), list(takewhile(str.isalpha, "ab1c")), list(filterfalse(None, [0, 1, ""])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")), list(pairwise("abc")))
print(list(product("ab", repeat=2)), list(product([1, 2], "x")), list(permutations("abc", 2)), list(combinations("abcd", 3)), list(combinations_with_replacement("ab", 2)), list(permutations([])), list(combinations([1], 2)), list(product()))
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), next(c), count(1), repeat(5, 2), repr(count(1.5, 2)))
for bad in (lambda: list(islice([1], -1)), lambda: list(islice([1], 0, 5, 0)), lambda: list(combinations([1], -1)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(chain(5)), lambda: tee([1], -1), lambda: list(accumulate([1, "a"]))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
