print('a' "b" 'c', "tab\tnl\\n", r"raw\n", "\x41\u0042\U00000043\N{BULLET}\101\0".encode(), b"\x00\xff" rb"\x")
print("""triple
line""", '''it's "q"''')
print("line\
 continued")
print("\'\"\a\b\f\v".encode())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\\\x00\x7f\xe9\u200b\U0001f600"), ascii("é😀"))
print(repr(b"it's\x00\"\n"), str(b"x"), repr(bytearray(b"ab")))
print("a" * 3, 3 * "ab", "a" + "b", "x" * 0, "x" * -1, len("é"), "%" "s" % 5)
