print("a".center(5, "*"), "ab".center(5, "-"), "a".ljust(3) + "|", "a".rjust(3), "-5".zfill(4), "+5".zfill(5), "abc".zfill(2), "a\tb".expandtabs(4))
