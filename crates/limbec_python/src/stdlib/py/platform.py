"""The machine and the interpreter."""

import _limbec
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine", module="platform")


def system():
    return {"linux": "Linux", "macos": "Darwin", "windows": "Windows"}.get(_limbec.system(), _limbec.system())


def machine():
    return _limbec.machine()


def node():
    import os
    return os.environ.get("HOSTNAME", "")


def release():
    return ""


version = processor = release


def uname():
    return uname_result(system(), node(), release(), version(), machine())


def platform(aliased=False, terse=False):
    return f"{system()}-{machine()}"


def python_version():
    return "3.11.0"


def python_version_tuple():
    return ("3", "11", "0")


def python_implementation():
    return "limbec"


def python_compiler():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return ("64bit", "")
