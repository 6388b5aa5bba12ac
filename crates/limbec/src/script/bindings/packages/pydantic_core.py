"""The package pydantic_core, as far as settings use it.

Covers `MultiHostUrl`, `Url` and `ValidationError`. Does not cover schemas: the other names are as those of packages that are not there.
"""

import _limbec
import pydantic as _pydantic

ValidationError = _pydantic.ValidationError


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'pydantic_core' has no attribute '{name}'")
    return _limbec.absent(f"pydantic_core.{name}")


class _Made(_pydantic._Url):
    """A URL that a program makes, not a field."""

    def __init__(self, url):
        try:
            super().__init__(url)
        except _pydantic._Problem as problem:
            raise ValidationError("multi-host-url" if self._several else "url", list(problem.rows)) from None


class Url(_Made):
    __module__ = "pydantic_core._pydantic_core"


class MultiHostUrl(_Made):
    __module__ = "pydantic_core._pydantic_core"
    _several = True
