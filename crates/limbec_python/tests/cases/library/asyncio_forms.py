import asyncio
async def work(n, d=0):
    await asyncio.sleep(d); return n * 2
class Ctx:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, *e): print("exit", e[0]); return False
async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1; return self.n
async def main():
    print(await work(1), await asyncio.gather(work(2), work(3)))
    async with Ctx() as c: print(type(c).__name__)
    print([x async for x in agen(3)], [x async for x in agen(4) if x % 2], {x: 1 async for x in AIter(2)})
    async for x in AIter(2): print(x, end=" ")
    else: print("done")
    t = asyncio.create_task(work(5)); print(await t, t.done(), t.result())
    try: await asyncio.wait_for(work(6), timeout=5)
    except asyncio.TimeoutError: print("timeout")
    r = await asyncio.gather(work(1), fail(), return_exceptions=True); print(r[0], repr(r[1]))
    try: await fail()
    except ValueError as e: print("caught", e)
    loop = asyncio.get_running_loop(); print(loop.is_running())
    q = asyncio.Queue(); await q.put(1); print(await q.get(), q.empty())
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
    g = agen(2); print(await g.__anext__(), await g.asend(None)); await g.aclose()
    return "result"
async def fail(): raise ValueError("async")
print(asyncio.run(main()), asyncio.iscoroutinefunction(main), asyncio.iscoroutine(c := work(1))); c.close()
try: asyncio.run(fail())
except ValueError as e: print(e)
loop = asyncio.new_event_loop(); print(loop.run_until_complete(work(7))); loop.close()
def sync(): return 5
async def thread(): return await asyncio.to_thread(sync)
print(asyncio.run(thread()))
async def bad(): return await 5
try: asyncio.run(bad())
except TypeError as e: print(e)
