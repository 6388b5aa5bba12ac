"""Tables as text."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting",
            "strict")


def register_dialect(name, dialect=None, **options):
    _dialects[name] = _dialect(dialect or "excel", options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    return 131072


def _dialect(dialect, options):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    made = Dialect()
    for name in _OPTIONS:
        setattr(made, name, options.pop(name, getattr(base, name)))
    if options:
        raise TypeError(f"{next(iter(options))!r} is an invalid keyword argument for this function")
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return made


class _Reader:
    def __init__(self, csvfile, dialect="excel", **options):
        self._lines = iter(csvfile)
        self.dialect = _dialect(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        self._row, self._field, self._state, self._quoted = [], "", "start", False
        while True:
            line = next(self._lines, None)
            if line is None:
                if self._state == "quoted":
                    if d.strict:
                        raise Error("unexpected end of data")
                    self._save()
                    return self._row
                raise StopIteration
            self.line_num += 1
            for letter in line:
                self._take(letter, d)
            if self._state != "quoted":
                if self._state != "start" or self._row:
                    self._save()
                return self._row

    def _save(self):
        field = self._field
        if self.dialect.quoting == QUOTE_NONNUMERIC and not self._quoted:
            field = float(field)
        self._row.append(field)
        self._field, self._state, self._quoted = "", "start", False

    def _take(self, letter, d):
        if self._state == "escaped":
            self._field += letter
            self._state = "plain"
        elif self._state == "quoted":
            if letter == d.escapechar:
                self._state = "escaped in quotes"
            elif letter == d.quotechar:
                self._state = "quote" if d.doublequote else "plain"
            else:
                self._field += letter
        elif self._state == "escaped in quotes":
            self._field += letter
            self._state = "quoted"
        elif self._state == "quote" and letter == d.quotechar:
            self._field += letter
            self._state = "quoted"
        elif letter in "\r\n":
            pass
        elif letter == d.delimiter:
            self._save()
            self._state = "after"
        elif self._state in ("start", "after") and letter == " " and d.skipinitialspace:
            pass
        elif self._state in ("start", "after") and letter == d.quotechar and d.quoting != QUOTE_NONE:
            self._state, self._quoted = "quoted", True
        elif letter == d.escapechar:
            self._state = "escaped"
        elif self._state == "quote" and d.strict:
            raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
        else:
            self._field += letter
            self._state = "plain"


def reader(csvfile, dialect="excel", **options):
    return _Reader(csvfile, dialect, **options)


class _Writer:
    def __init__(self, csvfile, dialect="excel", **options):
        self._write = csvfile.write
        self.dialect = _dialect(dialect, options)

    def _field(self, value, alone):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = d.delimiter + (d.quotechar or "") + (d.escapechar or "") + "\r\n"
        if d.quoting == QUOTE_NONE:
            made = ""
            for letter in text:
                if letter in special:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    made += d.escapechar
                made += letter
            return made
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
                or any(letter in special for letter in text) or alone and not text):
            quote = d.quotechar
            if d.doublequote:
                text = text.replace(quote, quote * 2)
            elif d.escapechar:
                text = text.replace(quote, d.escapechar + quote)
            return quote + text + quote
        return text

    def writerow(self, row):
        row = list(row)
        line = self.dialect.delimiter.join(self._field(value, len(row) == 1) for value in row)
        return self._write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **options):
    return _Writer(csvfile, dialect, **options)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **options)
        self.dialect = dialect

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **options):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **options)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [repr(key) for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


def __getattr__(name):
    if name == "Sniffer":
        import _limbec
        _limbec.unsupported("csv.Sniffer")
    raise AttributeError(f"module 'csv' has no attribute {name!r}")
