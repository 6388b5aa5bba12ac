def numbers(upto):
    print("open")
    try:
        for n in range(upto):
            got = yield n
            if got:
                print("got", got)
    finally:
        print("close")

def squares(source):
    for n in source:
        yield n * n

def both(*sources):
    counts = []
    for source in sources:
        counts.append((yield from source))
    return counts

def counted(items):
    n = 0
    for item in items:
        yield item
        n += 1
    return n

inner = numbers(3)
pipe = squares(inner)
print(next(pipe), next(pipe)); pipe.close(); inner.close()
source = numbers(2)
print(next(source), source.send("hi"))
try:
    source.throw(KeyError("out"))
except KeyError as error:
    print("thrown", error)
outer = both(counted("ab"), counted([1]), counted([]))
while True:
    try:
        print(next(outer))
    except StopIteration as stop:
        print(stop.value)
        break
print(sum(x for x in (y for y in range(5)) if x % 2), dict(zip("ab", counted("xy"))), [*squares(range(4))])
def broken():
    yield 1
    raise StopIteration
try:
    list(broken())
except RuntimeError as error:
    print(error, repr(error.__cause__))
