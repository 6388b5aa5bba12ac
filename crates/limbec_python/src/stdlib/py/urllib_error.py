"""What goes wrong with URLs."""


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        self.url, self.code, self.msg, self.hdrs, self.fp = url, code, msg, hdrs, fp
        self.args = (url, code, msg, hdrs, fp)
        self.reason = msg

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"


class ContentTooShortError(URLError):
    pass
