import re
import unicodedata

def slugify(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    return re.sub(r"[-\s]+", "-", text)

taken = set()
for title in ["Hello, World!", "Crème brûlée", "hello world", "  --x--  ", "Ünï cödé", "Привет", "a_b c"]:
    slug = base = slugify(title) or "item"
    n = 2
    while slug in taken:
        slug, n = f"{base}-{n}", n + 1
    taken.add(slug)
    print(repr(title), "->", slug)
print(sorted(taken))
