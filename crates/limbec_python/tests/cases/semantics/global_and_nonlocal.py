count = 0
def bump():
    global count, fresh
    count += 1; fresh = count * 10
bump(); bump(); print(count, fresh)
def outer():
    level = "outer"; log = []
    def mid():
        nonlocal level
        level += ">mid"
        def inner():
            nonlocal level
            level += ">inner"; log.append(level)
        inner(); inner()
    mid(); return level, log
print(outer())
def shadow(count): count = count + 1; return count
print(shadow(5), count)
def reads(): return count
count = 99; print(reads())
class K:
    count = 1
    def get(self): return count
    def own(self): return self.count
    both = [count for _ in range(2)]
print(K().get(), K().own(), K.both)
def deleter():
    global temp
    temp = 1; del temp
    try: temp
    except NameError as e: return str(e)
print(deleter())
funcs = {}
for name in ("a", "b"):
    def make(name=name): return lambda: name * 2
    funcs[name] = make()
print({k: f() for k, f in funcs.items()}, name)
def acc(n, memo={}):
    if n not in memo: memo[n] = n if n < 2 else acc(n - 1) + acc(n - 2)
    return memo[n]
print(acc(30), len(acc.__defaults__[0]))
exec("count = count + 1"); print(count)
