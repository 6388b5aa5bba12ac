total = 0
def add(n):
    global total, made
    total += n
    made = "yes"
add(3); add(4)
print(total, made)
