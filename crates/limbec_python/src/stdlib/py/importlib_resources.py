"""Files that lie in packages."""

import _limbec
from contextlib import contextmanager
from pathlib import Path


def files(package):
    if isinstance(package, str):
        package = _limbec.import_module(package)
    path = getattr(package, "__path__", None)
    return Path(path[0]) if path else Path(package.__file__).parent


@contextmanager
def as_file(path):
    yield path


@contextmanager
def path(package, resource):
    yield files(package) / resource


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).read_text(encoding)


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).open("r", encoding=encoding)


def open_binary(package, resource):
    return (files(package) / resource).open("rb")


def is_resource(package, name):
    return (files(package) / name).is_file()


def contents(package):
    return [one.name for one in files(package).iterdir()]
