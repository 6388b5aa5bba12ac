import itertools, math, time
def chunks(seq, size):
    it = iter(seq)
    while batch := list(itertools.islice(it, size)): yield batch
class Progress:
    def __init__(self, total): self.total, self.done = total, 0
    def __enter__(self): return self
    def __exit__(self, *exc): print(f"finished {self.done}/{self.total}", "with error" if exc[0] else "")
    def advance(self, n=1):
        self.done += n; pct = self.done / self.total
        print(f"[{'#' * round(pct * 10):<10}] {pct:>6.1%} {self.done:>4}/{self.total}")
ids = range(1, 24)
with Progress(len(ids)) as p:
    for batch in chunks(ids, 10): p.advance(len(batch))
failed = []
try:
    with Progress(3) as p:
        for i, x in enumerate(["1", "two", "3"]):
            try: int(x)
            except ValueError as e: failed.append((i, str(e)))
            else: p.advance()
        if failed: raise RuntimeError(f"{len(failed)} rows failed") from ValueError(failed[0][1])
except RuntimeError as e: print(e, "<-", e.__cause__)
def retry(times):
    def deco(fn):
        def run(*a):
            for attempt in range(1, times + 1):
                try: return fn(*a, attempt)
                except OSError as e:
                    print("attempt", attempt, e)
                    if attempt == times: raise
        return run
    return deco
@retry(3)
def flaky(x, attempt):
    if attempt < x: raise OSError(5, "busy")
    return attempt
print(flaky(2))
offset, last = 0, None
while True:
    page = list(ids)[offset:offset + 9]
    if not page: break
    offset += len(page); last = page[-1]
print(offset, last, math.ceil(len(ids) / 9), list(itertools.accumulate(len(b) for b in chunks(ids, 6))), sum(map(sum, chunks(ids, 5))), [b[0] for b in chunks("abcdefg", 3)])
flaky(9)
