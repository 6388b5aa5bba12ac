data = [1, 5, 2, 8]
if (n := len(data)) > 3: print("long", n)
print([y for x in data if (y := x * 2) > 4], y)
while (item := data.pop()) != 1: print("popped", item)
print((a := 1, b := 2), a + b, [z := 3, z * 2])
def f():
    return (total := sum(range(5))) and total * 2
print(f(), {k: (v := k * k) for k in range(3)}, v)
print(any((hit := x) > 3 for x in [1, 4, 9]), hit)
