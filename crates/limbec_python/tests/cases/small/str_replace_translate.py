print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "AA", 98: None}))
