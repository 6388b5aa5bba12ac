a, b = 1, 2
def f():
    for k, v in [(1, 2, 3)]:
        print(k)
f()
