"""Modules that reach out of the project. They can be imported; what they do is refused when it is asked for."""

import _limbec

_PROCESSES = "migration scripts may not run or steer processes"
_NETWORK = "migration scripts may not use the network"
_FILES = "migration scripts may read files below the project, but not change any"
_OTHER = "the interpreter does not have it"

_ROWS = {
    "subprocess": (_PROCESSES, {"SubprocessError": Exception, "CalledProcessError": "SubprocessError",
                                "TimeoutExpired": "SubprocessError"},
                   {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3}),
    "multiprocessing": (_PROCESSES, {"ProcessError": Exception, "TimeoutError": "ProcessError"}, {}),
    "pty": (_PROCESSES, {}, {}),
    "sched": (_PROCESSES, {}, {}),
    "socket": (_NETWORK, {"error": OSError, "gaierror": OSError, "herror": OSError, "timeout": TimeoutError},
               {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "SOCK_STREAM": 1, "SOCK_DGRAM": 2}),
    "ssl": (_NETWORK, {"SSLError": OSError, "SSLCertVerificationError": "SSLError", "CertificateError": "SSLError"},
            {"CERT_NONE": 0, "CERT_OPTIONAL": 1, "CERT_REQUIRED": 2}),
    "select": (_NETWORK, {"error": OSError}, {}),
    "selectors": (_NETWORK, {}, {}),
    # The module http itself has only names.
    "http.client": (_NETWORK, {"HTTPException": Exception, "NotConnected": "HTTPException",
                               "RemoteDisconnected": "HTTPException"}, {}),
    "http.server": (_NETWORK, {}, {}),
    "http.cookies": (_OTHER, {}, {}),
    "urllib.request": (_NETWORK, {}, {}),
    "smtplib": (_NETWORK, {"SMTPException": OSError}, {}),
    "ftplib": (_NETWORK, {}, {}),
    "poplib": (_NETWORK, {}, {}),
    "imaplib": (_NETWORK, {}, {}),
    "telnetlib": (_NETWORK, {}, {}),
    "xmlrpc": (_NETWORK, {}, {}),
    "xmlrpc.client": (_NETWORK, {}, {}),
    "tempfile": (_FILES, {}, {"tempdir": None}),
    "shutil": (_FILES, {"Error": OSError, "SameFileError": "Error", "ReadError": OSError}, {}),
    "zipfile": (_FILES, {"BadZipFile": Exception}, {"ZIP_STORED": 0, "ZIP_DEFLATED": 8}),
    "tarfile": (_FILES, {"TarError": Exception}, {}),
    "fcntl": (_FILES, {}, {}),
    "mmap": (_FILES, {}, {}),
    "dbm": (_FILES, {}, {}),
    "shelve": (_FILES, {}, {}),
    "sqlite3": ("a script reaches the database through op.get_bind()", {
        "Warning": Exception, "Error": Exception, "DatabaseError": "Error", "InterfaceError": "Error",
        "OperationalError": "DatabaseError", "IntegrityError": "DatabaseError", "ProgrammingError": "DatabaseError",
        "DataError": "DatabaseError", "InternalError": "DatabaseError", "NotSupportedError": "DatabaseError"}, {}),
    "ctypes": (_OTHER, {}, {}),
    "ctypes.util": (_OTHER, {}, {}),
    "pickle": (_OTHER, {"PickleError": Exception, "PicklingError": "PickleError", "UnpicklingError": "PickleError"}, {}),
    "marshal": (_OTHER, {}, {}),
    "gzip": (_OTHER, {"BadGzipFile": OSError}, {}),
    "bz2": (_OTHER, {}, {}),
    "lzma": (_OTHER, {}, {}),
    "pdb": (_OTHER, {}, {}),
    "cProfile": (_OTHER, {}, {}),
    "tracemalloc": (_OTHER, {}, {}),
    "unittest": (_OTHER, {"SkipTest": Exception}, {}),
    "unittest.mock": (_OTHER, {}, {}),
    "doctest": (_OTHER, {}, {}),
    "curses": (_OTHER, {}, {}),
    "tkinter": (_OTHER, {}, {}),
    "resource": (_OTHER, {}, {}),
    "pwd": (_OTHER, {}, {}),
    "grp": (_OTHER, {}, {}),
    "faulthandler": (_OTHER, {}, {}),
    "xml": (_OTHER, {}, {}),
    "xml.etree": (_OTHER, {}, {}),
    "xml.etree.ElementTree": (_OTHER, {"ParseError": SyntaxError}, {}),
    "email": (_OTHER, {}, {}),
    "email.message": (_OTHER, {}, {}),
    "email.mime": (_OTHER, {}, {}),
    "email.mime.text": (_OTHER, {}, {}),
    "email.mime.multipart": (_OTHER, {}, {}),
    "email.utils": (_OTHER, {}, {}),
    "difflib": (_OTHER, {}, {}),
    "optparse": (_OTHER, {}, {}),
    "tokenize": (_OTHER, {}, {}),
    "runpy": (_OTHER, {}, {}),
    "code": (_OTHER, {}, {}),
    "array": (_OTHER, {}, {}),
    "cmath": (_OTHER, {}, {}),
    "readline": (_OTHER, {}, {}),
    "syslog": (_OTHER, {}, {}),
    "webbrowser": (_PROCESSES, {}, {}),
}
_why, _exceptions, _values = _ROWS[__name__]
_made = {}


def _exception(name):
    base = _exceptions[name]
    if isinstance(base, str):
        base = __getattr__(base)
    return type(name, (base,), {"__module__": __name__})


class _Refused(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(f"type object '{cls.__name__}' has no attribute '{name}'")
        _limbec.unsupported(f"{cls.__module__}.{cls.__name__}.{name}: {_why}")


def _refused(module, name):
    def __new__(cls, *args, **options):
        # A module of the project may ask `git` for its version: whoever uses the answer is told.
        return _limbec.refused(f"{module}.{name}", f"{module}.{name}: {_why}")
    return _Refused(name, (), {"__module__": module, "__new__": __new__})


def _cpu_count():
    import os
    return os.cpu_count() or 1


def __getattr__(name):
    if name == "cpu_count" and __name__ == "multiprocessing":
        return _cpu_count
    if name.startswith("__"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    if name in _values:
        return _values[name]
    if name not in _made:
        _made[name] = _exception(name) if name in _exceptions else _refused(__name__, name)
    return _made[name]


# What `from ctypes import *` binds is there, and is told of where it is used.
globals()[" from an absent module import *"] = _limbec.absent(__name__)


def _no_number(cls):
    _limbec.unsupported(f"{cls.__module__}.{cls.__name__}: {_why}")


_Refused.__int__ = _no_number
