"""The package oslo.utils, as the migrations of OpenStack's services use it.

Covers of `timeutils`: utcnow, utcnow_ts, normalize_time, parse_isotime, is_older_than, is_newer_than, delta_seconds; of
`uuidutils`: generate_uuid, is_uuid_like; of `strutils`: bool_from_string, int_from_bool_as_string, is_int_like; of
`encodeutils`: safe_decode, safe_encode; of `importutils`: import_module, import_class, try_import; of `excutils`:
save_and_reraise_exception. All stand in every module of the package. Does not cover the rest.
"""

import datetime as _datetime
import importlib as _importlib
import uuid as _uuid


def utcnow(with_timezone=False):
    if with_timezone:
        return _datetime.datetime.now(_datetime.timezone.utc)
    return _datetime.datetime.now(_datetime.timezone.utc).replace(tzinfo=None)


def utcnow_ts(microsecond=False):
    now = utcnow(with_timezone=True).timestamp()
    return now if microsecond else int(now)


def normalize_time(timestamp):
    offset = timestamp.utcoffset()
    if offset is None:
        return timestamp
    return timestamp.replace(tzinfo=None) - offset


def parse_isotime(timestr):
    text = timestr[:-1] + "+00:00" if timestr.endswith(("Z", "z")) else timestr
    found = _datetime.datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=_datetime.timezone.utc)


def is_older_than(before, seconds):
    if isinstance(before, str):
        before = parse_isotime(before)
    return utcnow() - normalize_time(before) > _datetime.timedelta(seconds=seconds)


def is_newer_than(after, seconds):
    if isinstance(after, str):
        after = parse_isotime(after)
    return normalize_time(after) - utcnow() > _datetime.timedelta(seconds=seconds)


def delta_seconds(before, after):
    return (after - before).total_seconds()


def generate_uuid(dashed=True):
    return str(_uuid.uuid4()) if dashed else _uuid.uuid4().hex


def is_uuid_like(val):
    plain = str(val).replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "").lower()
    try:
        return _uuid.UUID(str(val)).hex == plain
    except (TypeError, ValueError, AttributeError):
        return False


_TRUE = ("1", "t", "true", "on", "y", "yes")
_FALSE = ("0", "f", "false", "off", "n", "no")


def bool_from_string(subject, strict=False, default=False):
    if isinstance(subject, bool):
        return subject
    lowered = str(subject).strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    if strict:
        acceptable = ", ".join(f"'{text}'" for text in sorted(_TRUE + _FALSE))
        raise ValueError(f"Unrecognized value '{subject}', acceptable values are: {acceptable}")
    return default


def int_from_bool_as_string(subject):
    return int(bool_from_string(subject))


def is_int_like(val):
    try:
        return str(int(val)) == str(val)
    except (TypeError, ValueError):
        return False


def safe_decode(text, incoming=None, errors="strict"):
    if isinstance(text, str):
        return text
    if not isinstance(text, bytes):
        raise TypeError(f"{type(text)} can't be decoded")
    return text.decode(incoming or "utf-8", errors)


def safe_encode(text, incoming=None, encoding="utf-8", errors="strict"):
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        raise TypeError(f"{type(text)} can't be encoded")
    return text.encode(encoding, errors)


def import_module(import_str):
    return _importlib.import_module(import_str)


def import_class(import_str):
    module, _, name = import_str.rpartition(".")
    return getattr(_importlib.import_module(module), name)


def try_import(import_str, default=None):
    try:
        return _importlib.import_module(import_str)
    except ImportError:
        return default


class save_and_reraise_exception:
    def __init__(self, reraise=True, logger=None):
        self.reraise = reraise

    def __enter__(self):
        import sys
        self.value = sys.exc_info()[1]
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None and self.reraise and self.value is not None:
            raise self.value
        return False
