import re

name = re.compile(r"^[a-zA-Z0-9][\w\-]{0,255}$")
print(bool(name.match("a" * 256)), bool(name.match("a" * 257)), bool(name.fullmatch("имя")), bool(name.match("1-_я")))
print(re.sub(r"(\w{1,300}) ", r"<\1>", "один two "), re.findall(r"[^\W\d]{1,200}", "a1б2"))
