print("xxabcxx".strip("x"), "  a ".lstrip() + "|", "abc".strip("cba"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "\u2003a\t".strip())
