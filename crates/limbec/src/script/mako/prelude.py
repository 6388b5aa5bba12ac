_mako_stack = [[]]

def _mako_write(text):
    _mako_stack[-1].append(text)
    return ''

class _MakoUndefined:
    def __str__(self):
        raise NameError("Undefined")
    def __repr__(self):
        raise NameError("Undefined")
    def __bool__(self):
        return False

_mako_undefined = _MakoUndefined()
UNDEFINED = _mako_undefined

class _MakoContext:
    def __init__(self, data):
        self._data = data
    def get(self, key, default=None):
        return self._data.get(key, default)
    def __getitem__(self, key):
        return self._data[key]
    def __contains__(self, key):
        return key in self._data
    def keys(self):
        return list(self._data.keys())
    def write(self, text):
        _mako_write(text)
    @property
    def kwargs(self):
        return dict(self._data)

def capture(function, *args, **kwargs):
    _mako_stack.append([])
    try:
        function(*args, **kwargs)
        return "".join(_mako_stack[-1])
    finally:
        _mako_stack.pop()

def _mako_comma(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return ", ".join(value)

def _mako_filter_h(value):
    text = str(value)
    text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")

def _mako_filter_u(value):
    safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"
    out = []
    for byte in value.encode("utf-8"):
        character = chr(byte)
        if character in safe:
            out.append(character)
        else:
            out.append("+" if character == " " else "%%%02X" % byte)
    return "".join(out)

def _mako_filter_trim(value):
    return value.strip()

class _MakoLoop:
    def __init__(self, iterable, parent):
        self._items = iterable
        self.index = 0
        self.parent = parent
    def run(self):
        for item in self._items:
            yield item
            self.index += 1
    @property
    def reverse_index(self):
        return len(self._items) - self.index - 1
    @property
    def first(self):
        return self.index == 0
    @property
    def last(self):
        return self.index == len(self._items) - 1
    @property
    def odd(self):
        return bool(self.index % 2)
    @property
    def even(self):
        return not self.odd
    def cycle(self, *values):
        return values[self.index % len(values)]
