import zlib

print(zlib.crc32(b""), zlib.crc32(b"hello world"), zlib.crc32(b"world", zlib.crc32(b"hello ")))
print(zlib.adler32(b""), zlib.adler32(b"hello world"), zlib.adler32(b"world", zlib.adler32(b"hello ")))
print(zlib.adler32(bytes(range(256)) * 40), zlib.crc32(bytes(range(256)) * 4))
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.Z_BEST_COMPRESSION, zlib.error, issubclass(zlib.error, Exception))
