def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(50), odd(7))
def depth(x): return 1 + max(map(depth, x), default=0) if isinstance(x, list) else 0
print(depth([1, [2, [3, []]]]))
def subsets(s):
    if not s: return [[]]
    rest = subsets(s[1:])
    return rest + [[s[0]] + r for r in rest]
print(subsets([1, 2, 3]))
def down(n): return n if n == 0 else down(n - 1)
print(down(400))
def count(n):
    try: return count(n + 1)
    except RecursionError: return "too deep"
print(count(0))
