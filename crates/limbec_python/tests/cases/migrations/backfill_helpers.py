import datetime, decimal, json, re, uuid
from collections import Counter, defaultdict
from itertools import groupby
rows = [(1, "Alice Smith", "alice@EXAMPLE.com", "2021-03-04", "10.50"), (2, "bob", None, "2021-03-04", "3"), (3, "Ève D'Or", "eve@x.org", None, "0.005"), (4, "", "bad", "2020-12-31", "-1")]
def slugify(s):
    s = re.sub(r"[^\w\s-]", "", s.lower()).strip()
    return re.sub(r"[-\s]+", "-", s)
def chunked(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
out = []
for pk, name, email, day, amount in rows:
    first, _, last = name.partition(" ")
    out.append({"id": pk, "slug": slugify(name) or f"user-{pk}", "first": first or None, "last": last or None,
                "email": email.strip().lower() if email and "@" in email else None,
                "day": datetime.date.fromisoformat(day) if day else None,
                "cents": int((decimal.Decimal(amount) * 100).quantize(decimal.Decimal("1"), rounding=decimal.ROUND_HALF_UP))})
for batch in chunked(out, 3): print(len(batch), [r["slug"] for r in batch])
print(json.dumps(out, default=str, ensure_ascii=False, indent=1))
by_day = defaultdict(list)
for r in out: by_day[r["day"]].append(r["id"])
print(dict(by_day), Counter(r["email"] is None for r in out))
for k, g in groupby(sorted(out, key=lambda r: (r["day"] is None, r["day"])), key=lambda r: r["day"]): print(k, [r["id"] for r in g])
params = [{"id": r["id"], "meta": json.dumps({k: v for k, v in r.items() if v is not None and k not in {"id", "day"}}, sort_keys=True, separators=(",", ":"))} for r in out]
for p in params: print(p["meta"])
print(uuid.uuid5(uuid.NAMESPACE_URL, "user-1"), uuid.UUID(int=5), uuid.UUID("12345678123456781234567812345678").hex[:8])
print("INSERT INTO t (%s) VALUES (%s)" % (", ".join(out[0]), ", ".join(f":{k}" for k in out[0])))
seen = set(); dupes = [x for x in "abcabd" if x in seen or seen.add(x)]; print(dupes)
total = sum(r["cents"] for r in out); print(total, divmod(total, 100), f"{total / 100:,.2f}", round(total / 3, 1))
old_to_new = {"draft": "DRAFT", "live": "PUBLISHED"}
print("CASE status " + " ".join(f"WHEN '{o}' THEN '{n}'" for o, n in old_to_new.items()) + " END")
print("\n".join(line.rstrip() for line in """
    UPDATE t
       SET a = 1   
""".strip("\n").splitlines()))
