import re
from collections import OrderedDict
PEOPLE = ["Иванов Иван Иванович", "O'Brien, Pat", "  madonna ", "", None, "van der Berg  Jan", "李 小龙"]
def split(full):
    if not full or not full.strip(): return None, None
    full = re.sub(r"\s+", " ", full.strip())
    if "," in full:
        last, _, first = full.partition(",")
        return first.strip(), last.strip()
    first, _, rest = full.partition(" ")
    return (first, rest or None)
rows = []
for pk, full in enumerate(PEOPLE, start=1):
    try: first, last = split(full)
    except (AttributeError, ValueError) as exc: print("skipping", pk, exc); continue
    rows.append(OrderedDict(id=pk, first=first and first.title(), last=last))
for row in rows: print(dict(row))
updates = [f"UPDATE people SET first={r['first']!r}, last={r['last']!r} WHERE id={r['id']};" for r in rows if r["first"]]
print(*updates, sep="\n")
width = max(len(r["first"] or "") for r in rows)
for r in rows: print(f"{r['id']:>3} {r['first'] or '-':<{width}} {(r['last'] or '-')[:6]:.<8}|")
print(sorted((r["last"] or "~" for r in rows), key=str.casefold), sum(r["last"] is None for r in rows), len({bool(r["first"]) for r in rows}))
slug = lambda s: re.sub(r"[^\w]+", "-", s.lower(), flags=re.UNICODE).strip("-")
print([slug(p) for p in PEOPLE if p and p.strip()], [p.encode("cp1251", "replace") for p in PEOPLE[:1]], PEOPLE[0].encode("koi8-r").decode("koi8-r") == PEOPLE[0])
split(5)
