"""Streams in memory."""

import _limbec

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open = open


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def flush(self):
        self._open()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1):
        return list(self)

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *info):
        self.close()

    def __iter__(self):
        self._open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _Memory(IOBase):
    def _start(self, data):
        self._data = data
        self._place = 0

    def _take(self, end):
        self._open()
        part = self._data[self._place:end]
        self._place += len(part)
        return part

    def read(self, size=-1, /):
        return self._take(None if size is None or size < 0 else self._place + size)

    def readline(self, size=-1, /):
        end = self._data.find(self._newline, self._place)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        return self._take(end)

    def write(self, text, /):
        self._open()
        if not isinstance(text, self._kinds):
            raise TypeError(self._wrong.format(type(text).__name__))
        pad = self._place - len(self._data)
        if pad > 0:
            self._data += self._zero * pad
        self._data = self._data[:self._place] + text + self._data[self._place + len(text):]
        self._place += len(text)
        return len(text)

    def seek(self, offset, whence=0, /):
        self._open()
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}" if self._zero == "\0" else
                             f"negative seek value {offset}")
        self._place = max(0, {0: 0, 1: self._place, 2: len(self._data)}[whence] + offset)
        return self._place

    def tell(self):
        self._open()
        return self._place

    def truncate(self, size=None, /):
        size = self._place if size is None else size
        self._data = self._data[:size]
        return size

    def getvalue(self):
        self._open()
        return self._data


class StringIO(_Memory, TextIOBase):
    _newline, _zero, _kinds, _wrong = "\n", "\0", str, "string argument expected, got {!r}"
    encoding = errors = newlines = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        text = initial_value or ""
        self._start(text if newline else text.replace("\r\n", "\n").replace("\r", "\n") if newline is None else text)


class BytesIO(_Memory, BufferedIOBase):
    _newline, _zero, _kinds, _wrong = b"\n", b"\0", (bytes, bytearray), "a bytes-like object is required, not {!r}"

    def __init__(self, initial_bytes=b""):
        self._start(bytes(initial_bytes))

    def getbuffer(self):
        return bytearray(self._data)

    read1 = _Memory.read


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self._text = None

    def _load(self):
        if self._text is None:
            self._text = StringIO(self.buffer.read().decode(self.encoding).replace("\r\n", "\n"))
        return self._text

    def read(self, size=-1, /):
        return self._load().read(size)

    def readline(self, size=-1, /):
        return self._load().readline(size)

    def write(self, text, /):
        self.buffer.write(text.encode(self.encoding))
        return len(text)

    def flush(self):
        self.buffer.flush()

    def detach(self):
        return self.buffer


def __getattr__(name):
    if name in ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "open_code",
                "text_encoding", "IncrementalNewlineDecoder"):
        _limbec.unsupported(f"io.{name}")
    raise AttributeError(f"module 'io' has no attribute {name!r}")
