from itertools import accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(chain("ab", [1])), list(chain.from_iterable([[1], (2,)])), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", repeat=2)), list(product([1], "xy")))
print(list(compress("abcd", [1, 0, 1])), list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(None, [0, 1, ""])), [(k, list(g)) for k, g in groupby("aabba")], [(k, [r[1] for r in g]) for k, g in groupby([(1, "a"), (1, "b"), (2, "c")], key=lambda r: r[0])], list(pairwise("abcd")), list(repeat("x", 2)), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")))
one, two = tee(iter("xyz")); next(one); print(list(one), list(two), list(islice("abcdef", 1, None, 2)), next(islice([1], 5, None), "none"), list(islice(count(0.5, 0.25), 3)), list(zip(count(), "ab")))
for what in (lambda: list(islice([1], -1)), lambda: list(combinations([1], -1)), lambda: next(iter([])), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(chain(5))):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
