from itertools import islice

def batched(rows, size):
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk

def migrate(rows, size=3):
    done = 0
    for number, chunk in enumerate(batched(rows, size), start=1):
        updates = [{"id": row["id"], "total": row["price"] * row["count"]} for row in chunk if row["price"] is not None]
        done += len(updates)
        print(f"batch {number}: {len(updates)}/{len(chunk)} rows, {sum(u['total'] for u in updates):.2f}")
    return done

rows = [{"id": i, "price": None if i % 4 == 0 else i * 1.25, "count": i % 3} for i in range(10)]
print(migrate(rows), migrate([], 2), migrate(rows[:1]))
