"""The package Flask-Login, as far as the models that migrations import use it.

Covers what models extend: UserMixin and AnonymousUserMixin, which declare no columns; the signals, which nobody sends. Other names are as those of packages that are not there.
"""

import _limbec


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'flask_login' has no attribute '{name}'")
    return _limbec.absent(f"flask_login.{name}")


class UserMixin:
    @property
    def is_active(self):
        return True

    @property
    def is_authenticated(self):
        return self.is_active

    @property
    def is_anonymous(self):
        return False

    def get_id(self):
        return str(self.id)


class AnonymousUserMixin:
    is_authenticated = False
    is_active = False
    is_anonymous = True

    def get_id(self):
        return None


class _Signal:
    """A signal that nobody sends."""

    def connect(self, receiver, sender=None, weak=True):
        return receiver

    def connect_via(self, sender, weak=False):
        return lambda receiver: receiver


user_logged_in = _Signal()
user_logged_out = _Signal()
user_loaded_from_cookie = _Signal()
user_loaded_from_request = _Signal()
user_login_confirmed = _Signal()
user_unauthorized = _Signal()
user_needs_refresh = _Signal()
user_accessed = _Signal()
session_protected = _Signal()
