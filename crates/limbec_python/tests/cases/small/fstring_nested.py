name, width, value = "x", 10, 3.14159
print(f"{name!r:>{width}}|{value:{width}.{2}f}|{ {'a': 1}['a'] }|{value=}|{name = !s}|{[i for i in range(3)]}|{'nested ' + f'{1 + 1}'}|{{}}|{(lambda x: x * 2)(4)}")
