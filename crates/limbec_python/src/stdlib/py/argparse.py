"""Arguments of a command line, for the scripts that read their own."""

import _limbec
import sys

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "==SUPPRESS==", "?", "*", "+", "...", "A..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return "Namespace(" + ", ".join(f"{key}={value!r}" for key, value in self.__dict__.items()) + ")"


class HelpFormatter:
    pass


RawTextHelpFormatter = RawDescriptionHelpFormatter = ArgumentDefaultsHelpFormatter = HelpFormatter
_ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count", "extend", "help",
            "version")


class Action:
    def __init__(self, option_strings, dest, action="store", nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None, version=None):
        if action not in _ACTIONS:
            _limbec.unsupported(f"argparse: the action {action!r}")
        if action in ("store_true", "store_false"):
            const = action == "store_true"
            default = (not const) if default is None else default
        self.option_strings, self.dest, self.action, self.nargs, self.const = option_strings, dest, action, nargs, const
        self.default, self.type, self.choices, self.required, self.help = default, type, choices, required, help
        self.metavar, self.version = metavar, version

    @property
    def takes(self):
        return self.action in ("store", "append", "extend")

    def name(self):
        return "/".join(self.option_strings) or self.metavar or self.dest

    def convert(self, text):
        try:
            value = self.type(text) if self.type else text
        except ArgumentTypeError as failure:
            raise ArgumentError(self.name(), str(failure)) from None
        except (TypeError, ValueError):
            kind = getattr(self.type, "__name__", repr(self.type))
            raise ArgumentError(self.name(), f"invalid {kind} value: {text!r}") from None
        if self.choices is not None and value not in self.choices:
            choices = ", ".join(map(repr, self.choices))
            raise ArgumentError(self.name(), f"invalid choice: {value!r} (choose from {choices})")
        return value

    def value(self, texts):
        if self.nargs in (None, OPTIONAL):
            if texts:
                return self.convert(texts[0])
            return self.const if self.option_strings else self.default
        if not texts and self.nargs == ZERO_OR_MORE and not self.option_strings and self.default is not None:
            return self.default
        return [self.convert(text) for text in texts]

    def apply(self, namespace, texts):
        old = getattr(namespace, self.dest, None)
        if self.action == "count":
            value = (old or 0) + 1
        elif self.action == "append":
            value = [*(old or []), self.value(texts)]
        elif self.action == "extend":
            value = [*(old or []), *self.value(texts)]
        elif self.action == "append_const":
            value = [*(old or []), self.const]
        elif self.action == "store":
            value = self.value(texts)
        else:
            value = self.const
        setattr(namespace, self.dest, value)


class _Group:
    def __init__(self, parser, required=False):
        self._parser, self.required, self.actions = parser, required, []

    def add_argument(self, *names, **options):
        action = self._parser.add_argument(*names, **options)
        self.actions.append(action)
        return action


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", argument_default=None, add_help=True, allow_abbrev=True, exit_on_error=True, **options):
        self.prog = prog or (sys.argv[0].rpartition("/")[2] if sys.argv else "")
        self.usage, self.description, self.epilog = usage, description, epilog
        self.exit_on_error = exit_on_error
        self._actions, self._exclusive, self._defaults = [], [], {}
        if add_help:
            self.add_argument("-h", "--help", action="help")
        for parent in parents:
            self._actions += [action for action in parent._actions if action.action != "help"]

    def add_argument(self, *names, **options):
        flags = [name for name in names if name.startswith("-")]
        dest = options.pop("dest", None)
        if dest is None:
            if flags:
                longest = next((flag for flag in flags if flag.startswith("--")), flags[0])
                dest = longest.lstrip("-").replace("-", "_")
            else:
                dest = names[0]
        action = Action(flags, dest, **options)
        self._actions.append(action)
        return action

    def add_argument_group(self, *args, **options):
        return _Group(self)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Group(self, required)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, **options):
        _limbec.unsupported("argparse: subparsers")

    def set_defaults(self, **values):
        self._defaults.update(values)

    def get_default(self, dest):
        return next((action.default for action in self._actions if action.dest == dest), self._defaults.get(dest))

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.action not in ("help", "version") and action.default is not SUPPRESS and (
                    not hasattr(namespace, action.dest)):
                default = action.default
                if isinstance(default, str) and action.type is not None:
                    default = action.convert(default)
                setattr(namespace, action.dest, default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return self._parse(args, namespace)
        except ArgumentError as failure:
            if not self.exit_on_error:
                raise
            self.error(str(failure))

    def _find(self, flag):
        exact = [action for action in self._actions if flag in action.option_strings]
        if exact or not flag.startswith("--"):
            return exact[:1]
        return [action for action in self._actions if any(option.startswith(flag) for option in action.option_strings)]

    def _looks_like_option(self, text):
        if not text.startswith("-") or text == "-":
            return False
        if text[1:].replace(".", "", 1).isdigit():
            return any(option[1:].isdigit() for action in self._actions for option in action.option_strings)
        return " " not in text

    def _parse(self, args, namespace):
        plain, rest, seen, place = [], [], [], 0
        while place < len(args):
            text = args[place]
            place += 1
            if text == "--":
                plain += args[place:]
                break
            if not self._looks_like_option(text):
                plain.append(text)
                continue
            flag, equals, value = text.partition("=")
            found = self._find(flag)
            if not found and not text.startswith("--") and len(text) > 2:
                found = self._find(text[:2])
                if found and found[0].takes:
                    flag, equals, value = text[:2], "=", text[2:]
                elif found:
                    flag = text[:2]
                    args.insert(place, "-" + text[2:])
            if len(found) > 1:
                matches = ", ".join(option for action in found for option in action.option_strings
                                    if option.startswith(flag))
                raise ArgumentError(None, f"ambiguous option: {text} could match {matches}")
            if not found:
                rest.append(text)
                continue
            action = found[0]
            seen.append(action)
            if action.action == "help":
                self.print_help()
                self.exit()
            if action.action == "version":
                print(action.version)
                self.exit()
            if not action.takes:
                if equals:
                    raise ArgumentError(action.name(), f"ignored explicit argument {value!r}")
                action.apply(namespace, [])
                continue
            least, most = self._count(action)
            texts = [value] if equals else []
            while not equals and len(texts) < most and place < len(args) and not self._looks_like_option(args[place]):
                texts.append(args[place])
                place += 1
            if len(texts) < least:
                words = {None: "expected one argument", ONE_OR_MORE: "expected at least one argument"}
                raise ArgumentError(action.name(), words.get(action.nargs, f"expected {least} arguments"))
            action.apply(namespace, texts)
        rest = self._positionals(plain, namespace, rest)
        missing = [action.name() for action in self._actions
                   if action.option_strings and action.required and action not in seen]
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        for group in self._exclusive:
            given = [action for action in group.actions if action in seen]
            if len(given) > 1:
                raise ArgumentError(given[1].name(), f"not allowed with argument {given[0].name()}")
            if group.required and not given:
                names = " ".join(action.name() for action in group.actions)
                raise ArgumentError(None, f"one of the arguments {names} is required")
        return namespace, rest

    def _count(self, action):
        if action.nargs is None:
            return 1, 1
        if action.nargs == OPTIONAL:
            return 0, 1
        if action.nargs in (ZERO_OR_MORE, REMAINDER):
            return 0, sys.maxsize
        if action.nargs == ONE_OR_MORE:
            return 1, sys.maxsize
        return action.nargs, action.nargs

    def _positionals(self, plain, namespace, rest):
        actions = [action for action in self._actions if not action.option_strings]
        missing = []
        for index, action in enumerate(actions):
            least, most = self._count(action)
            later = sum(self._count(other)[0] for other in actions[index + 1:])
            texts = plain[:max(min(most, len(plain) - later), 0)]
            if len(texts) < least:
                # From the first that is missing on, all that must be there are named.
                missing = [other.name() for other in actions[index:] if other.nargs != OPTIONAL and not (
                    other.nargs == ZERO_OR_MORE and other.default is not None)]
                break
            plain = plain[len(texts):]
            if texts or action.nargs in (ZERO_OR_MORE, OPTIONAL):
                if texts or action.default is None or action.nargs == ZERO_OR_MORE:
                    action.apply(namespace, texts)
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        return rest + plain

    def format_usage(self):
        return f"usage: {self.usage or self.prog}\n"

    def print_usage(self, file=None):
        (file or sys.stderr).write(self.format_usage())

    def print_help(self, file=None):
        _limbec.unsupported("argparse: the help text")

    format_help = print_help

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage()
        self.exit(2, f"{self.prog}: error: {message}\n")


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._encoding = mode, encoding

    def __call__(self, path):
        return open(path, self._mode, encoding=self._encoding)


class BooleanOptionalAction:
    def __init__(self, *args, **options):
        _limbec.unsupported("argparse.BooleanOptionalAction")
