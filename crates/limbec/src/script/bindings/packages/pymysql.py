"""The driver PyMySQL, as env.py and settings name it.

Covers `install_as_MySQLdb` and `version_info`, which do nothing here: Limbec's own driver serves every MySQL URL, and the
classes of errors, which stand in `except` clauses. Connections (`connect`, cursors) are not covered.
"""

version_info = (1, 4, 6, "final", 1)
VERSION = version_info
__version__ = "1.4.6"


class Warning(Exception):
    pass


class Error(Exception):
    pass


class MySQLError(Error):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


def install_as_MySQLdb():
    pass
