import json, copy, datetime
OLD = '{"v": 1, "theme": "dark", "notify": {"email": true, "sms": "no"}, "tags": "a, b,,c", "since": "2021-02-03T04:05:06", "limits": {"max": "10", "min": null}}'
def upgrade(doc):
    doc = copy.deepcopy(doc)
    if doc.get("v", 0) >= 2: return doc
    notify = doc.pop("notify", {}) or {}
    doc["channels"] = sorted(k for k, v in notify.items() if v not in (False, None, "no", "false", 0))
    doc["tags"] = [t.strip() for t in doc.get("tags", "").split(",") if t.strip()]
    doc["limits"] = {k: int(v) for k, v in doc.get("limits", {}).items() if v is not None}
    since = datetime.datetime.fromisoformat(doc.pop("since"))
    doc["created"] = {"date": since.date().isoformat(), "ts": int(since.replace(tzinfo=datetime.timezone.utc).timestamp())}
    doc["v"] = 2
    return doc
def downgrade(doc):
    return {"v": 1, **{k: v for k, v in doc.items() if k in ("theme",)}, "notify": {c: True for c in doc["channels"]}, "tags": ", ".join(doc["tags"])}
new = upgrade(json.loads(OLD)); print(json.dumps(new, indent=2, sort_keys=True)); print(upgrade(new) == new, downgrade(new))
def flatten(d, prefix=""):
    for k, v in (d.items() if isinstance(d, dict) else enumerate(d)):
        key = f"{prefix}.{k}" if prefix else str(k)
        if isinstance(v, (dict, list)) and v: yield from flatten(v, key)
        else: yield key, v
print(dict(flatten(new)))
def unflatten(pairs):
    out = {}
    for key, value in pairs:
        *path, leaf = key.split("."); at = out
        for p in path: at = at.setdefault(p, {})
        at[leaf] = value
    return out
print(unflatten(flatten(new)))
def merge(a, b):
    return {k: merge(a[k], b[k]) if isinstance(a.get(k), dict) and isinstance(b.get(k), dict) else b.get(k, a.get(k)) for k in {**a, **b}}
print(merge({"a": {"x": 1, "y": 2}, "b": 1}, {"a": {"y": 3}, "c": 4}), json.dumps({10: 1, 9: 2, "8": 3} if False else {10: 1, 9: 2}, sort_keys=True))
for bad in ('{"v": 1', '{"v": 1}', "[]"):
    try: print(upgrade(json.loads(bad)))
    except (json.JSONDecodeError, KeyError, AttributeError) as e: print(type(e).__name__, e)
upgrade({"v": 1, "since": "yesterday"})
