"""`event.listens_for` of mapped classes, sessions and attributes."""

__name__ = "sqlalchemy.orm.events"

# Listeners of everything of a kind: (target, name, function).
_LISTENERS = []
_SESSION_LISTENERS = []
_MAPPER_FUNCTION = mapper

_MAPPER_EVENTS = (
    "before_insert", "after_insert", "before_update", "after_update", "before_delete",
    "after_delete", "mapper_configured", "before_configured", "after_configured",
    "instrument_class", "after_mapper_constructed", "before_mapper_configured",
)
_INSTANCE_EVENTS = ("load", "refresh", "init", "first_init", "expire", "refresh_flush")
_ATTRIBUTE_EVENTS = (
    "set", "append", "append_wo_mutation", "remove", "bulk_replace", "dispose_collection", "init_collection", "init_scalar", "modified",
)
_SESSION_EVENTS = (
    "before_flush", "after_flush", "after_flush_postexec", "before_commit", "after_commit",
    "after_rollback", "before_attach", "after_attach", "after_begin", "after_transaction_create",
    "after_transaction_end", "do_orm_execute", "after_soft_rollback", "pending_to_persistent",
    "transient_to_pending", "persistent_to_deleted", "loaded_as_persistent",
)


def _is_event_target(target):
    if isinstance(target, type):
        return (
            _mapper_or_none(target) is not None or hasattr(target, "_sa_registry")
            or issubclass(target, (Session, Mapper, Mapped)) or target.__name__ == "Model"
            # A mixin, whose listeners are told of the classes that extend it.
            or target.__module__.split(".")[0] != "sqlalchemy"
        )
    return isinstance(target, (
        Session, sessionmaker, scoped_session, Mapper, QueryableAttribute, InstanceState
    )) or target is mapper


def _once(function):
    """A listener that is told of the first event alone."""
    told = []

    def first(*args):
        if not told:
            told.append(True)
            return function(*args)

    return first


def _listen(target, name, function, options):
    if options.get("once") and name in ("before_configured", "after_configured"):
        function, options = _once(function), {**options, "once": False}
    for option, value in options.items():
        if option in ("propagate", "retval", "active_history") or not value:
            continue
        _unsupported("%s=%r of an event" % (option, value))
    if isinstance(target, QueryableAttribute):
        if name not in _ATTRIBUTE_EVENTS:
            _unsupported("the event '%s'" % name)
        if name not in ("set", "append"):
            # Objects change without it: one that would have to tell it is not changed in silence.
            function = lambda *args: _unsupported("changing %s, which has a listener of '%s'," % (target, name))
        returns = options.get("retval", False)

        def hook(instance, value, old):
            found = function(instance, value, None) if name == "append" else function(
                instance, value, old, None
            )
            return found if returns else value

        target.prop._set_hooks = tuple(target.prop._set_hooks) + (hook,)
        return
    if name in _SESSION_EVENTS and not (
        isinstance(target, type) and not issubclass(target, Session)
    ):
        _SESSION_LISTENERS.append((target, name, function))
    elif name in _MAPPER_EVENTS or name in _INSTANCE_EVENTS:
        if name in ("expire", "refresh_flush"):
            _unsupported("the event '%s' of a mapped class" % name)
        if options.get("retval"):
            _unsupported("retval=True of the event '%s'" % name)
        _LISTENERS.append((target, name, function, options.get("propagate", False)))
    else:
        _unsupported("the event '%s'" % name)


def _concerns(target, mapper, propagate):
    if target is Mapper or target is _MAPPER_FUNCTION:
        return True
    cls = getattr(target, "class_", target) if isinstance(target, Mapper) else target
    if mapper.class_ is cls:
        return True
    return propagate and isinstance(cls, type) and issubclass(mapper.class_, cls)


def _refuse_made(mapper):
    """Objects are made without the listeners of their making: one that has them is not made in silence."""
    for target, name, _, propagate in _LISTENERS:
        if name in ("init", "first_init") and _concerns(target, mapper, propagate):
            _unsupported("making an object of %s, which has a listener of '%s'," % (mapper.class_.__name__, name))


def _fire_instance(name, state, connection):
    for target, known, function, propagate in _LISTENERS:
        if known == name and _concerns(target, state.mapper, propagate):
            if name == "load":
                function(state.obj(), None)
            elif name == "refresh":
                function(state.obj(), None, None)
            else:
                function(state.mapper, connection, state.obj())


def _fire_mapper(name, mapper):
    for target, known, function, propagate in _LISTENERS:
        if known == name and _concerns(target, mapper, propagate):
            function(mapper, mapper.class_)


def _fire_class(name, cls):
    for target, known, function, propagate in _LISTENERS:
        if known == name and _concerns(target, cls.__mapper__, propagate):
            function(cls.__mapper__, cls)


def _fire_session(name, session, *args):
    for target, known, function in _SESSION_LISTENERS:
        if known != name:
            continue
        if name in ("do_orm_execute", "before_attach", "after_transaction_create"):
            _unsupported("the event '%s' of a session" % name)
        concerned = (
            target is session or target is Session
            or isinstance(target, type) and isinstance(session, target)
            or isinstance(target, sessionmaker) and isinstance(session, target.class_)
            or isinstance(target, scoped_session)
        )
        if concerned:
            function(session, *args)


class ExceptionContext:
    """What a listener of `handle_error` is told."""

    connection = engine = dialect = cursor = execution_context = None
    is_disconnect = is_pre_ping = False
    invalidate_pool_on_disconnect = True

    def __init__(self, error):
        self.sqlalchemy_exception = error
        self.original_exception = error.orig
        self.statement = error.statement
        self.parameters = error.params


def _handle_error(error, listeners):
    """Tell the listeners of an error; raises what they make of it."""
    context = ExceptionContext(error)
    replaced = None
    for function in listeners:
        try:
            answer = function(context)
        except Exception as raised:
            replaced = raised
            break
        if answer is not None:
            context.chained_exception = replaced = answer
    if replaced is not None:
        raise replaced from error
