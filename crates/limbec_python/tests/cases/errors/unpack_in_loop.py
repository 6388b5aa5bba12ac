rows = [(1, "a"), (2, "b", "extra"), (3,)]
done = []
for pk, name in rows:
    done.append(pk)
