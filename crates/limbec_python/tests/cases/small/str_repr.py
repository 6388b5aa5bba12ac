print([repr(s) for s in ("a'b", 'a"b', "a'\"b", "\n\t\\", "\x00\x7f\x80", "é€😀", "\u200b")])
