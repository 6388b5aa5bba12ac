"""Messages, untranslated."""

import _limbec


class NullTranslations:
    def gettext(self, message):
        return message

    def ngettext(self, singular, plural, n):
        return singular if n == 1 else plural

    def pgettext(self, context, message):
        return message

    def install(self, names=None):
        _limbec.unsupported("gettext: a name in the builtins")


def gettext(message):
    return message


def ngettext(singular, plural, n):
    return singular if n == 1 else plural


def pgettext(context, message):
    return message


def dgettext(domain, message):
    return message


def textdomain(domain=None):
    return domain or "messages"


def bindtextdomain(domain, localedir=None):
    return localedir


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if fallback:
        return NullTranslations()
    raise FileNotFoundError(2, "No translation file found for domain", domain)


def install(domain, localedir=None, *, names=None):
    _limbec.unsupported("gettext.install(): a name in the builtins")
