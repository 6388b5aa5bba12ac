d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as error:
    print(error)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as error:
    print(error)
x = [1, 2, 3]
for v in x:
    if v < 3:
        x.append(v + 5)
    if len(x) > 6:
        break
print(x)
