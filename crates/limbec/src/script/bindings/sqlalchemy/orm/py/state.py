"""What the ORM remembers of an object besides its values."""

import weakref

__name__ = "sqlalchemy.orm.state"


class History(tuple):
    """What was added to an attribute, is unchanged, and was deleted."""

    def __new__(cls, added, unchanged, deleted):
        return tuple.__new__(cls, (added, unchanged, deleted))

    added = property(lambda self: self[0])
    unchanged = property(lambda self: self[1])
    deleted = property(lambda self: self[2])

    def has_changes(self):
        return bool(self[0] or self[2])

    def empty(self):
        return not self.has_changes() and not self[1]

    def sum(self):
        return list(self[0] or ()) + list(self[1] or ()) + list(self[2] or ())

    def non_deleted(self):
        return list(self[0] or ()) + list(self[1] or ())

    def non_added(self):
        return list(self[1] or ()) + list(self[2] or ())

    def __bool__(self):
        return self.has_changes()

    def __repr__(self):
        return "History(added=%r, unchanged=%r, deleted=%r)" % tuple(self)


HISTORY_BLANK = History((), (), ())


class InstanceState(InspectionAttr):
    """The state of one object: `inspect(obj)`."""

    __type_params__ = ()

    is_instance = True

    def __init__(self, obj, mapper):
        self._ref = weakref.ref(obj)
        self.class_ = type(obj)
        self.mapper = mapper
        # Values as they are in the database, of the attributes that were set since.
        self.committed_state = {}
        self.key = None
        self._session = None
        self._strong = None
        self.expired_attributes = set()
        self._pending_mutations = {}
        self.modified = False
        self._deleted = False
        self.insert_order = None
        self.load_options = ()
        self.info = {}

    def obj(self):
        return self._ref()

    @property
    def object(self):
        return self._ref()

    @property
    def dict(self):
        obj = self._ref()
        return {} if obj is None else obj.__dict__

    @property
    def session(self):
        return self._session

    @property
    def session_id(self):
        return None if self._session is None else self._session.hash_key

    @property
    def identity(self):
        return None if self.key is None else self.key[1]

    @property
    def identity_key(self):
        return self.key

    @property
    def has_identity(self):
        return self.key is not None

    @property
    def transient(self):
        return self.key is None and self._session is None

    @property
    def pending(self):
        return self.key is None and self._session is not None

    @property
    def persistent(self):
        return self.key is not None and self._session is not None and not self._deleted

    @property
    def deleted(self):
        return self.key is not None and self._session is not None and self._deleted

    @property
    def was_deleted(self):
        return self._deleted

    @property
    def detached(self):
        return self.key is not None and self._session is None

    @property
    def expired(self):
        return bool(self.expired_attributes)

    @property
    def unloaded(self):
        return {key for key in self.mapper._props if key not in self.dict}

    @property
    def unmodified(self):
        return {key for key in self.mapper._props if key not in self.committed_state}

    @property
    def attrs(self):
        return _AttributeStates(self)

    def __getattr__(self, name):
        raise AttributeError("'InstanceState' object has no attribute %r" % name)

    def _modify(self, key, old):
        """An attribute is about to change."""
        if key not in self.committed_state:
            self.committed_state[key] = old
        if not self.modified:
            self.modified = True
            # Until it is written, a changed object stays, whoever forgets it.
            self._strong = self.obj()
            if self._session is not None:
                self._session._changed(self)

    def _commit_all(self):
        """The present values are those of the database."""
        self.committed_state = {}
        self.modified = False
        self._strong = None
        self._pending_mutations = {}
        for value in self.dict.values():
            if isinstance(value, MutableBase):
                value._parents_of(self)

    def _expire(self, keys=None):
        """Forget values, so that they are read again when they are asked for."""
        values = self.dict
        names = self.mapper._props if keys is None else keys
        for key in names:
            prop = self.mapper._props.get(key)
            if prop is None:
                continue
            if key in values:
                collection = values[key]
                if hasattr(collection, "_sa_adapter"):
                    collection._sa_adapter = _SILENT
                del values[key]
            self.committed_state.pop(key, None)
            self._pending_mutations.pop(key, None)
            if isinstance(prop, ColumnProperty):
                if keys is not None or not prop.deferred:
                    self.expired_attributes.add(key)
        if keys is None:
            self.committed_state = {}
            self.modified = False
            self._strong = None


class _AttributeStates:
    """`inspect(obj).attrs`"""

    def __init__(self, state):
        self._state = state

    def __getattr__(self, key):
        if key not in self._state.mapper._props:
            raise AttributeError(key)
        return AttributeState(self._state, key)

    def __getitem__(self, key):
        return AttributeState(self._state, key)

    def __iter__(self):
        return iter([AttributeState(self._state, key) for key in self._state.mapper._props])

    def keys(self):
        return list(self._state.mapper._props)

    def items(self):
        return [(key, AttributeState(self._state, key)) for key in self._state.mapper._props]


class AttributeState:
    """`inspect(obj).attrs.name`"""

    def __init__(self, state, key):
        self.state = state
        self.key = key

    @property
    def value(self):
        return getattr(self.state.obj(), self.key)

    @property
    def loaded_value(self):
        return self.state.dict.get(self.key, NO_VALUE)

    @property
    def history(self):
        return _history(self.state, self.key)

    def load_history(self):
        getattr(self.state.obj(), self.key)
        return _history(self.state, self.key)


def instance_state(obj):
    """The state of an object of a mapped class."""
    state = obj.__dict__.get("_sa_instance_state")
    if state is None:
        mapper = _mapper_or_none(type(obj))
        if mapper is None:
            raise UnmappedInstanceError(obj)
        mapper._configure()
        _refuse_made(mapper)
        state = obj.__dict__["_sa_instance_state"] = InstanceState(obj, mapper)
    return state


instance_dict = lambda obj: obj.__dict__


def _state_of(obj):
    """The state of an object, or the error of one that is not mapped."""
    if not hasattr(obj, "__dict__") or _mapper_or_none(type(obj)) is None:
        raise UnmappedInstanceError(obj)
    return instance_state(obj)


def object_session(instance):
    """The session that an object is in."""
    return _state_of(instance)._session


def _same(a, b):
    return a is b or (type(a) is not NO_VALUE and bool(a == b))


def _history(state, key):
    """What changed of an attribute since it was read or written."""
    prop = state.mapper._props[key]
    values = state.dict
    if isinstance(prop, RelationshipProperty) and prop.uselist:
        if key not in values:
            added, removed = state._pending_mutations.get(key, ((), ()))
            return History(list(added), (), list(removed))
        current = values[key]._sa_items()
        before = state.committed_state.get(key, NO_VALUE)
        if key not in state.committed_state:
            return History((), current, ())
        before = [] if before is NO_VALUE else before
        return History(
            [item for item in current if not _has(before, item)],
            [item for item in current if _has(before, item)],
            [item for item in before if not _has(current, item)],
        )
    if key not in state.committed_state:
        return History((), [values[key]], ()) if key in values else HISTORY_BLANK
    before = state.committed_state[key]
    if key not in values:
        return History((), (), [before] if before is not NO_VALUE else ())
    current = values[key]
    if before is NO_VALUE:
        return History([current], (), ())
    if isinstance(prop, RelationshipProperty):
        same = before is current
    else:
        same = prop._equal(before, current)
    if same:
        return History((), [current], ())
    deleted = [before]
    if isinstance(prop, RelationshipProperty) and before is None:
        deleted = [None]
    return History([current], (), deleted)


def _has(items, wanted):
    return any(item is wanted for item in items)


def get_history(obj, key, passive=None):
    """`attributes.get_history(obj, "name")`"""
    return _history(instance_state(obj), key)


def flag_modified(instance, key):
    """Write the attribute at the next flush though its value is the same object."""
    state = instance_state(instance)
    if key not in instance.__dict__:
        raise sa_exc.InvalidRequestError(
            "Can't flag attribute '%s' modified; it's not present in the object state" % key
        )
    state.committed_state.pop(key, None)
    state._modify(key, NO_VALUE)


def flag_dirty(instance):
    """Take the object for changed."""
    state = instance_state(instance)
    state._modify("_sa_dirty", NO_VALUE)
    state.committed_state.pop("_sa_dirty", None)


def set_attribute(instance, key, value, initiator=None):
    """Set an attribute with all that follows from it."""
    setattr(instance, key, value)


def get_attribute(instance, key):
    """Read an attribute."""
    return getattr(instance, key)


def del_attribute(instance, key):
    """Delete an attribute."""
    delattr(instance, key)


def set_committed_value(instance, key, value):
    """Set an attribute as if it had been read."""
    state = instance_state(instance)
    prop = state.mapper._props[key]
    if isinstance(prop, RelationshipProperty) and prop.uselist:
        prop._fill(state, value)
    else:
        instance.__dict__[key] = value
    state.committed_state.pop(key, None)
    state.expired_attributes.discard(key)


def init_collection(obj, key):
    """A new, empty collection of an object."""
    state = instance_state(obj)
    return state.mapper._props[key]._fill(state, ())


def make_transient(instance):
    """Let an object forget its session and its identity."""
    state = _state_of(instance)
    if state._session is not None:
        state._session._expunge(state)
    state.key = None
    state._deleted = False
    state.expired_attributes = set()


def make_transient_to_detached(instance):
    """Give a new object the identity that its key says."""
    state = _state_of(instance)
    if state._session is not None or state.key is not None:
        raise sa_exc.InvalidRequestError("Given object must be transient")
    state.key = state.mapper._identity_key_of(state)
    state._commit_all()
    missing = [key for key in state.mapper._column_keys() if key not in state.dict]
    state._expire(missing)


def was_deleted(object_):
    """Whether the object was deleted in a flush."""
    return instance_state(object_)._deleted
