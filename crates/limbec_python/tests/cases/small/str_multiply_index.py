s = "héllo"
print(s * 2, s[1], s[-1], s[::-1], s[1:10], s[5:], s[::2], s[-3:-1], "ab" * 0, 3 * "x")
try:
    s[10]
except IndexError as error:
    print(error)
try:
    s["a"]
except TypeError as error:
    print(error)
