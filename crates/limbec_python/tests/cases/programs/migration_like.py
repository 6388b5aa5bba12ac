chain = {}
class Op:
    def __init__(self): self.log = []
    def __getattr__(self, name):
        def call(*a, **k):
            args = ", ".join([repr(x) for x in a] + [f"{n}={v!r}" for n, v in k.items()])
            self.log.append(f"{name}({args})")
        return call
    def batch(self, table): return Batch(self, table)
class Batch:
    def __init__(self, op, table): self.op, self.table = op, table
    def __enter__(self): self.op.log.append(f"begin {self.table}"); return self
    def __exit__(self, exc_type, exc, tb): self.op.log.append(f"end {self.table} {exc_type.__name__ if exc_type else 'ok'}"); return False
    def add(self, *cols, **kw): self.op.log.extend(f"  add {c}" for c in cols)
op = Op()
def upgrade(existing=("users",)):
    for table, cols in {"users": ["id", "email"], "orders": ["id"]}.items():
        if table in existing:
            print(f"[SKIP] {table}")
            with op.batch(table) as b: b.add(*cols[1:])
        else:
            op.create_table(table, *cols, schema=None)
            print(f"[OK] {table}: {len(cols)} column{'s' if len(cols) != 1 else ''}")
    op.execute("UPDATE users SET x = %(x)s" % {"x": 1})
upgrade()
try:
    with op.batch("bad"): raise LookupError("missing")
except LookupError as e: print("failed:", e)
print(*op.log, sep="\n")
rows = [{"id": i, "name": n, "tags": t} for i, (n, t) in enumerate([("a", None), ("b", ["x", "y"]), ("c", [])], 1)]
for r in rows: print("{id:>3}: {name} -> {tags}".format(**r), r["tags"] or "-", (r.get("tags") or [])[:1])
print({r["name"]: r["id"] for r in rows if r["tags"] is not None}, [r for r in rows if not r["tags"]][0]["name"])
batch = [rows[i:i + 2] for i in range(0, len(rows), 2)]
print([len(b) for b in batch], ", ".join(f":p{i}" for i in range(3)))
