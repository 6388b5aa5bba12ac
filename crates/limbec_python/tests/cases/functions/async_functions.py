def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value
async def one():
    return 1
async def two():
    x = await one()
    return x + await one()
print(run(two()))
class Ctx:
    async def __aenter__(self):
        print("aenter")
        return self
    async def __aexit__(self, *a):
        print("aexit", a[0])
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def agen():
    yield 1
    await one()
    yield 2
async def main():
    async with Ctx() as c:
        print("inside")
    async for i in AIter(): print("i", i)
    async for i in agen(): print("g", i)
    print([x async for x in agen()], {x async for x in agen()} == {1, 2}, [await one() for _ in range(2)])
    try:
        async with Ctx():
            raise ValueError("x")
    except ValueError as e: print(e)
    class Aw:
        def __await__(self):
            return iter([])
    print(await Aw())
    return "done"
print(run(main()))
async def bad():
    await 5
try:
    run(bad())
except TypeError as e: print(e)
c = one()
print(type(c).__name__)
c.close()
