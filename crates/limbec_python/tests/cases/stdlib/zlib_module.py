import base64
import zlib

print(zlib.crc32(b""), zlib.crc32(b"hello world"), zlib.crc32(b"world", zlib.crc32(b"hello ")))
print(zlib.adler32(b""), zlib.adler32(b"hello world"), zlib.adler32(b"world", zlib.adler32(b"hello ")))
print(zlib.adler32(bytes(range(256)) * 40), zlib.crc32(bytes(range(256)) * 4))
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.Z_BEST_COMPRESSION, zlib.error, issubclass(zlib.error, Exception))

# One stored block, one with the fixed codes, one with codes of its own, and one that repeats itself.
STORED = "eAEBBQD6/2hlbGxvBiwCFQ=="
FIXED = "eJzLSM3JyVcozy/KSQEAGgsEXQ=="
LONG = (
    "eNqVlj1LA0EQhv/Kdkkgxe3Ozn5gZZEiIBFMtA9oYaGI+P9RhH0PK5+t7x5mZt9n9u54Oh8eLuF4utyHj+vnV9i+Pu/D+/XtZRee"
    "bu8eD+ewXfZh8/ts2exufl79n4iDiJRIg8iUsEF0SmR1VSjiA0lOkTIQw1WqhseztIEUfGB9IA2nEhW9YUTZJ9xZXNOvmFH+NWFG"
    "BnBEBhg/NSlQeB050LFpURIYj0cWVLzNSRZEPE+SBo57S9Kg49VJ0iBj3ZI06Px+kgeZzyMPOu9NHjjPRx40jEiDgnUzaZDwlpo0"
    "aLg3kwbOPwbSIGFFTRo0fO2aNChYHVu/CPyspUHkdVYN8PrY6gFmsjzIONMsDwznk+VB5HXkAR9nvQ3wZmdp0HCkWRpU/sciDSqv"
    "Iw0qn6fPM77M9+Zx/gw8zZ+123ymnqfVcZ831Mv8Jnid3zhv85vt/c8N8g3z6E9H"
)
SAME = "eJxLTEochaNwFA53OAqIBgAPXO6Y"
print(zlib.decompress(base64.b64decode(STORED)), zlib.decompress(base64.b64decode(FIXED)))


text = zlib.decompress(base64.b64decode(LONG))
print(len(text), text[:80], zlib.crc32(text))
same = zlib.decompress(base64.b64decode(SAME))
print(len(same), same == b"ab" * 500 + b"a" * 300)


def trial(data, **kw):
    try:
        print(zlib.decompress(data, **kw)[:60])
    except (zlib.error, TypeError) as problem:
        print(type(problem).__name__, problem)


FIXED = base64.b64decode(FIXED)
trial(FIXED[2:-4], wbits=-15)
trial(FIXED[:-1])
trial(FIXED[:-1] + b"\0")
trial(FIXED[:5])
trial(b"")
trial(b"x")
trial(b"not compressed")
trial(bytes([0x78, 0x9C, 0x07]))
trial("text")
trial(base64.b64decode("H4sIAAAAAAACA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA=="), wbits=31)
trial(base64.b64decode("H4sIAAAAAAACA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA=="), wbits=47)
trial(FIXED, wbits=47)
trial(FIXED, wbits=31)
