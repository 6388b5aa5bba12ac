"""Logging from a configuration: fileConfig, dictConfig."""

import logging
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        config = fname
    else:
        config = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            config.read_file(fname)
        elif not config.read(fname, encoding=encoding):
            raise FileNotFoundError(f"{fname} doesn't exist")
    formatters = _formatters(config)
    handlers = _handlers(config, formatters)
    _loggers(config, handlers, disable_existing_loggers)


def _list(text):
    return [one.strip() for one in text.split(",") if one.strip()]


def _formatters(config):
    made = {}
    for name in _list(config["formatters"]["keys"]):
        section = f"formatter_{name}"
        fmt = config.get(section, "format", raw=True, fallback=None)
        datefmt = config.get(section, "datefmt", raw=True, fallback=None)
        style = config.get(section, "style", raw=True, fallback="%")
        cls = logging.Formatter
        if config[section].get("class"):
            cls = _resolve(config[section]["class"])
        made[name] = cls(fmt, datefmt, style)
    return made


def _resolve(name):
    name = name.strip()
    if hasattr(logging, name):
        return getattr(logging, name)
    if name == "handlers.RotatingFileHandler" or name.startswith("logging."):
        short = name.rpartition(".")[2]
        if hasattr(logging, short):
            return getattr(logging, short)
    module, _, attribute = name.rpartition(".")
    return getattr(__import__(module, fromlist=[attribute]), attribute)


def _arguments(text):
    """The value of `args`, which names streams or holds literals."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    values = []
    for part in _list(text):
        if part in ("sys.stderr", "sys.stdout"):
            values.append(getattr(sys, part[4:]))
        elif part[:1] in "'\"" and part[-1:] == part[:1]:
            values.append(part[1:-1])
        elif part in ("True", "False", "None"):
            values.append({"True": True, "False": False, "None": None}[part])
        elif part.isdigit():
            values.append(int(part))
        else:
            raise ValueError(f"cannot read the argument {part!r} of a log handler")
    return values


def _handlers(config, formatters):
    made = {}
    for name in _list(config["handlers"]["keys"]):
        section = config[f"handler_{name}"]
        handler = _resolve(section["class"])(*_arguments(section.get("args", "()")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        made[name] = handler
    return made


def _loggers(config, handlers, disable_existing_loggers):
    names = _list(config["loggers"]["keys"])
    section = config["logger_root"]
    root = logging.root
    if "level" in section:
        root.setLevel(section["level"])
    root.handlers = []
    for name in _list(section.get("handlers", "")):
        root.addHandler(handlers[name])
    existing = {name for name in logging.Logger.manager.loggerDict}
    for name in names:
        if name == "root":
            continue
        section = config[f"logger_{name}"]
        qualname = section["qualname"]
        logger = logging.getLogger(qualname)
        existing = {one for one in existing if one != qualname and not one.startswith(qualname + ".")}
        if "level" in section:
            logger.setLevel(section["level"])
        logger.handlers = []
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
        for one in _list(section.get("handlers", "")):
            logger.addHandler(handlers[one])
    if disable_existing_loggers:
        for name in existing:
            logging.getLogger(name).disabled = True


def dictConfig(config):
    if config.get("version") != 1:
        raise ValueError("Unsupported version: %s" % config.get("version"))
    formatters = {}
    for name, one in config.get("formatters", {}).items():
        formatters[name] = logging.Formatter(one.get("format"), one.get("datefmt"), one.get("style", "%"))
    handlers = {}
    for name, one in config.get("handlers", {}).items():
        options = {key: value for key, value in one.items() if key not in ("class", "level", "formatter", "filters")}
        if isinstance(options.get("stream"), str):
            options["stream"] = getattr(sys, options["stream"].rpartition(".")[2])
        handler = _resolve(one["class"])(**options)
        if "level" in one:
            handler.setLevel(one["level"])
        if "formatter" in one:
            handler.setFormatter(formatters[one["formatter"]])
        handlers[name] = handler
    if not config.get("incremental") and config.get("disable_existing_loggers", True):
        wanted = config.get("loggers", {})
        for name, logger in logging.Logger.manager.loggerDict.items():
            if not any(name == one or name.startswith(one + ".") for one in wanted):
                logger.disabled = True
    for name, one in config.get("loggers", {}).items():
        _configure(logging.getLogger(name), one, handlers)
    if "root" in config:
        _configure(logging.root, config["root"], handlers)


def _configure(logger, one, handlers):
    if "level" in one:
        logger.setLevel(one["level"])
    logger.handlers = []
    for name in one.get("handlers", []):
        logger.addHandler(handlers[name])
    if "propagate" in one:
        logger.propagate = one["propagate"]
    logger.disabled = False
