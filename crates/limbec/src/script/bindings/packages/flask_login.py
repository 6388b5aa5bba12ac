"""The package Flask-Login, as far as the models that migrations import use it.

Covers what models extend: UserMixin and AnonymousUserMixin, which declare no columns.
"""


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
