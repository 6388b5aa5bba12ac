s = "hello hello"
print(s.find("l"), s.rfind("l"), s.find("z"), s.index("e"), s.count("l"), s.count(""), s.find("l", 4), s.find("", 20), "" in s, s.startswith(("x", "he")), s.endswith("lo", 0, 5))
try:
    s.index("zz")
except ValueError as error:
    print(error)
