import re
p = re.compile(r"\w+")
print(p.match("ab cd", 3), p.match("ab cd", 2), p.search("ab cd", 2).span(), p.fullmatch("ab cd", 3).group(), p.match("héé wö", 4), p.findall("a b c", 2), [m.span() for m in p.finditer("a bb", 1)], p.search("abcdef", 2, 4).group(), p.match("abc", 9), p.findall("abc def", 0, 5))
print(re.match("a|ab", "ab").group(), re.fullmatch("a|ab", "ab").group(), re.fullmatch("a", "ab"), re.match("b", "ab"), re.match("^b", "a\nb", re.M), re.compile("^b").match("ab", 1), re.match(r"(?x) a # c", "a"), re.compile("a # c", re.X).fullmatch("a"))
print(re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.sub("x*", "-", "abxd"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "b", "aa"), re.sub(r"(?P<n>\d+)", r"<\g<n>>", "a12"))
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b"), re.split("x", "axbxc", maxsplit=1), re.split("", "ab"))
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))?", "on 2024-05!")
print(m.groups(), m.groupdict(), m["y"], m.start("m"), m.end(), m.group(1, 2), m.groups("z"), m.lastindex, m.lastgroup, m.string, m.re.pattern, re.match('(a(b))(c)?', 'ab').lastindex, m.expand(r"\1/\2"))
print(re.findall(r"(a)(b)?", "ab a"), re.findall("a", "banana"), re.escape("a.b-c d"), bool(re.match("", "")), re.IGNORECASE | re.M == 10, re.match("A", "a", re.I), re.search("a.c", "a\nc", re.S))
print(re.match(r"(?i)ABC", "abc"), re.search(r"(?<=a)b", "ab").start(), re.search(r"(?<!a)b", "ab"), re.search(r"(\w)\1", "hello").group(), re.search(r"a{2,}", "aaa").group(), re.search("a+?", "aaa").group(), re.search(r"\bfoo\b", "a foo b"), re.match(r"(?:a|b)+", "abab").group())
try:
    re.compile("(")
except re.error as e:
    print("error")
print(p.pattern, p.groups, re.compile("(?P<q>a)").groupindex, re.template if False else "", repr(re.compile("a")))
for w in ["CamelCaseName", "HTTPServer"]:
    print(re.sub(r"(?<!^)(?=[A-Z])", "_", w).lower(), re.sub("([a-z0-9])([A-Z])", r"\1_\2", w))
