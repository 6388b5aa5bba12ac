"""Configuration files with sections: ConfigParser, RawConfigParser."""

__all__ = ["ConfigParser", "DuplicateOptionError", "DuplicateSectionError", "Error", "InterpolationError",
           "MissingSectionHeaderError", "NoOptionError", "NoSectionError", "ParsingError", "RawConfigParser",
           "SafeConfigParser"]

DEFAULTSECT = "DEFAULT"
_UNSET = object()


class Error(Exception):
    def __init__(self, message=""):
        self.message = message
        Exception.__init__(self, message)

    def __str__(self):
        return self.message


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = f"While reading from {source!r} [line {lineno:2d}]: section " if source else "Section "
        Error.__init__(self, f"{where}{section!r} already exists")


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = f"While reading from {source!r} [line {lineno:2d}]: option " if source else "Option "
        Error.__init__(self, f"{where}{option!r} in section {section!r} already exists")


class ParsingError(Error):
    pass


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")


class InterpolationError(Error):
    pass


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationMissingOptionError(InterpolationError):
    pass


class SectionProxy:
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    @property
    def name(self):
        return self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __iter__(self):
        return iter(self._parser.options(self._name) if self._name != DEFAULTSECT else self._parser.defaults())

    def __len__(self):
        return len(list(iter(self)))

    def keys(self):
        return list(self)

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None):
        return self._parser.getint(self._name, option, fallback=fallback)

    def getfloat(self, option, fallback=None):
        return self._parser.getfloat(self._name, option, fallback=fallback)

    def getboolean(self, option, fallback=None):
        return self._parser.getboolean(self._name, option, fallback=fallback)


class RawConfigParser:
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False,
                      "off": False}
    _interpolates = False

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._defaults = {}
        self._sections = {}
        self._delimiters = delimiters
        self._comments = comment_prefixes
        self._inline_comments = inline_comment_prefixes or ()
        self._strict = strict
        self._allow_no_value = allow_no_value
        if interpolation is None:
            self._interpolates = False
        for key, value in dict(defaults or {}).items():
            self._defaults[self.optionxform(key)] = str(value)

    def optionxform(self, name):
        return name.lower()

    def defaults(self):
        return self._defaults

    def write(self, fp, space_around_delimiters=True):
        delimiter = " = " if space_around_delimiters else "="
        groups = ([("DEFAULT", self._defaults)] if self._defaults else []) + list(self._sections.items())
        for section, pairs in groups:
            fp.write(f"[{section}]\n")
            for key, value in pairs.items():
                value = "" if value is None else delimiter + str(value).replace("\n", "\n\t")
                fp.write(f"{key}{value}\n")
            fp.write("\n")

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == DEFAULTSECT:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def read(self, filenames, encoding=None):
        if isinstance(filenames, str) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        read = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file.read(), str(name))
            except OSError:
                continue
            read.append(name)
        return read

    def read_file(self, file, source=None):
        self._read("".join(file), source or getattr(file, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string, source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            if section != DEFAULTSECT and section not in self._sections:
                self._sections[section] = {}
            for key, value in values.items():
                self.set(section, key, None if value is None else str(value))

    def _read(self, text, source):
        section, option, indent, seen = None, None, 0, set()
        for number, line in enumerate(text.splitlines(), 1):
            stripped = line.strip()
            if stripped.startswith(tuple(self._comments)):
                continue
            for prefix in self._inline_comments:
                at = line.find(prefix)
                while at > 0 and not line[at - 1].isspace():
                    at = line.find(prefix, at + 1)
                if at >= 0:
                    line = line[:at]
            stripped = line.strip()
            margin = len(line) - len(line.lstrip())
            if not stripped:
                if option is not None and section is not None and section[option] is not None:
                    section[option].append("")
                continue
            if section is not None and option is not None and margin > indent:
                section[option].append(stripped)
                continue
            indent = margin
            if stripped.startswith("[") and "]" in stripped:
                name = stripped[1:stripped.rindex("]")]
                option = None
                if name == DEFAULTSECT:
                    section = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    section = self._sections[name]
                else:
                    section = self._sections[name] = {}
                seen.add(name)
                current = name
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, line + "\n")
            places = [at for at in (stripped.find(mark) for mark in self._delimiters) if at >= 0]
            if not places:
                if not self._allow_no_value:
                    raise ParsingError(f"Source contains parsing errors: {source!r}\n\t[line {number:2d}]: {line!r}")
                option = self.optionxform(stripped)
                section[option] = None
                continue
            at = min(places)
            option = self.optionxform(stripped[:at].rstrip())
            if self._strict and (current, option) in seen:
                raise DuplicateOptionError(current, option, source, number)
            seen.add((current, option))
            section[option] = [stripped[at + 1:].strip()]
        for values in [self._defaults, *self._sections.values()]:
            for key, value in values.items():
                if isinstance(value, list):
                    values[key] = "\n".join(value).rstrip()

    def _values(self, section, vars=None):
        if section != DEFAULTSECT and section not in self._sections:
            raise NoSectionError(section)
        extra = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **self._sections.get(section, {}), **extra}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        name = self.optionxform(option)
        if name not in values:
            if fallback is _UNSET:
                raise NoOptionError(name, section)
            return fallback
        value = values[name]
        if raw or value is None or not self._interpolates:
            return value
        return self._interpolate(section, name, value, values, 1)

    def _interpolate(self, section, option, value, values, depth):
        if depth > 10:
            raise InterpolationError(f"Recursion limit exceeded in value substitution: option {option!r} in section "
                                     f"{section!r} contains an interpolation key which cannot be substituted in 10 steps. "
                                     f"Raw value: {value!r}")
        out, at = [], 0
        while True:
            mark = value.find("%", at)
            if mark < 0:
                out.append(value[at:])
                return "".join(out)
            out.append(value[at:mark])
            if value[mark + 1:mark + 2] == "%":
                out.append("%")
                at = mark + 2
            elif value[mark + 1:mark + 2] == "(" and ")s" in value[mark:]:
                end = value.index(")s", mark)
                name = self.optionxform(value[mark + 2:end])
                if name not in values:
                    raise InterpolationMissingOptionError(
                        f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
                        f"{name!r} which is not a valid option name. Raw value: {value!r}")
                out.append(self._interpolate(section, option, values[name], values, depth + 1))
                at = end + 2
            else:
                raise InterpolationSyntaxError(f"'%' must be followed by '%' or '(', found: {value[mark:]!r}")

    def _converted(self, section, option, convert, raw, vars, fallback):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        def convert(value):
            if value.lower() not in self.BOOLEAN_STATES:
                raise ValueError(f"Not a boolean: {value}")
            return self.BOOLEAN_STATES[value.lower()]
        return self._converted(section, option, convert, raw, vars, fallback)

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in [DEFAULTSECT, *self._sections]]
        values = self._values(section, vars)
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in values]

    def set(self, section, option, value=None):
        if not section or section == DEFAULTSECT:
            self._defaults[self.optionxform(option)] = value
        elif section in self._sections:
            self._sections[section][self.optionxform(option)] = value
        else:
            raise NoSectionError(section)

    def remove_option(self, section, option):
        values = self._defaults if section == DEFAULTSECT else self._sections.get(section)
        if values is None:
            raise NoSectionError(section)
        return values.pop(self.optionxform(option), None) is not None

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def __getitem__(self, section):
        if section != DEFAULTSECT and section not in self._sections:
            raise KeyError(section)
        return SectionProxy(self, section)

    def __contains__(self, section):
        return section == DEFAULTSECT or section in self._sections

    def __iter__(self):
        return iter([DEFAULTSECT, *self._sections])

    def __len__(self):
        return len(self._sections) + 1


class ConfigParser(RawConfigParser):
    _interpolates = True


SafeConfigParser = ConfigParser
