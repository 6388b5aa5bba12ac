"""The user."""

import _limbec


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    _limbec.unsupported("getpass.getpass(): a migration runs without a person to ask")


def getuser():
    import os
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    _limbec.unsupported("getpass.getuser() without the variables LOGNAME and USER")
