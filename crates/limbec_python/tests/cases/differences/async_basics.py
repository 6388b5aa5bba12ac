import asyncio
async def one(n):
    await asyncio.sleep(0)
    return n * 2
async def gen():
    for i in range(3):
        yield i
        await asyncio.sleep(0)
class CM:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *exc): print("exit", exc[0]); return True
async def main():
    print(await asyncio.gather(one(1), one(2)), [x async for x in gen()], {x: await one(x) async for x in gen() if x})
    async with CM() as value:
        print(value)
        raise ValueError("x")
    async for i in gen():
        if i: break
    else:
        print("never")
    t = asyncio.create_task(one(5))
    print(await t, t.done(), t.result())
    try:
        await asyncio.wait_for(one(1), 1)
        await 5
    except TypeError as error:
        print(error)
    return "done"
print(asyncio.run(main()))
