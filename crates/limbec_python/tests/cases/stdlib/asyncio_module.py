import asyncio
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
async def main():
    x = await add(1, 2)
    y, z = await asyncio.gather(add(3, 4), add(5, 6))
    t = asyncio.create_task(add(7, 8))
    w = await asyncio.wait_for(add(9, 9), timeout=1)
    print(x, y, z, await t, w, t.done(), t.result())
    rs = await asyncio.gather(add(1, 1), fail(), return_exceptions=True)
    print(rs)
    async with Ctx() as c:
        print("in", c)
    async for i in agen():
        print(i, end=" ")
    print([i async for i in agen()])
    loop = asyncio.get_running_loop()
    print(loop.is_running(), await loop.run_in_executor(None, lambda: 5), await asyncio.to_thread(max, 1, 2))
    return "done"
async def fail():
    raise ValueError("boom")
class Ctx:
    async def __aenter__(self):
        return "ctx"
    async def __aexit__(self, *a):
        print("exit", a[0])
async def agen():
    for i in range(3):
        yield i
        await asyncio.sleep(0)
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(add(1, 1)), asyncio.get_event_loop() is loop)
loop.close()
print(loop.is_closed())
with asyncio.Runner() as r:
    print(r.run(add(2, 2)))
try:
    asyncio.run(fail())
except ValueError as e:
    print("caught", e)
try:
    asyncio.run(3)
except ValueError as e:
    print(e)
print(asyncio.iscoroutinefunction(add), asyncio.iscoroutinefunction(print), asyncio.iscoroutine(3))
async def order():
    log = []
    async def work(n):
        log.append(("start", n))
        return n
    tasks = [asyncio.create_task(work(i)) for i in range(3)]
    log.append("made")
    print([await t for t in tasks], log)
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    q = asyncio.Queue()
    await q.put(1)
    print(await q.get(), q.empty())
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(work(8))
    print(t1.result())
    try:
        async with asyncio.timeout(5):
            print("within")
    except asyncio.TimeoutError:
        print("timeout")
    f = asyncio.ensure_future(work(3))
    print(await f)
asyncio.run(order())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
async def nested():
    try:
        asyncio.run(add(1, 2))
    except RuntimeError as e:
        print(e)
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    asyncio.run(nested())
