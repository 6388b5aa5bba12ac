"""Collections that tell their owner what is put in and taken out."""

__name__ = "sqlalchemy.orm.collections"


class CollectionAdapter:
    """What a collection knows of the object that it belongs to."""

    def __init__(self, attribute, state):
        self.attribute = attribute
        self.state = state

    def added(self, item):
        return self.attribute._item_added(self.state, item)

    def removed(self, item):
        self.attribute._item_removed(self.state, item)

    def changing(self):
        self.attribute._collection_changes(self.state)


class _Silent:
    """The adapter of a collection that belongs to no object (any more)."""

    def added(self, item):
        return item

    def removed(self, item):
        pass

    def changing(self):
        pass


_SILENT = _Silent()


class InstrumentedList(list):
    """A list of related objects."""

    _sa_adapter = _SILENT

    def append(self, item):
        self._sa_adapter.changing()
        item = self._sa_adapter.added(item)
        list.append(self, item)

    def remove(self, item):
        self._sa_adapter.changing()
        list.remove(self, item)
        self._sa_adapter.removed(item)

    def insert(self, index, item):
        self._sa_adapter.changing()
        item = self._sa_adapter.added(item)
        list.insert(self, index, item)

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def __iadd__(self, items):
        self.extend(items)
        return self

    def pop(self, index=-1):
        self._sa_adapter.changing()
        item = list.pop(self, index)
        self._sa_adapter.removed(item)
        return item

    def clear(self):
        self._sa_adapter.changing()
        gone = list(self)
        list.clear(self)
        for item in gone:
            self._sa_adapter.removed(item)

    def __setitem__(self, index, value):
        self._sa_adapter.changing()
        if isinstance(index, slice):
            gone = list(self)[index]
            value = [self._sa_adapter.added(item) for item in value]
            list.__setitem__(self, index, value)
            for item in gone:
                if not any(item is kept for kept in self):
                    self._sa_adapter.removed(item)
            return
        gone = self[index]
        list.__setitem__(self, index, self._sa_adapter.added(value))
        self._sa_adapter.removed(gone)

    def __delitem__(self, index):
        self._sa_adapter.changing()
        gone = list(self)[index] if isinstance(index, slice) else [self[index]]
        list.__delitem__(self, index)
        for item in gone:
            self._sa_adapter.removed(item)

    def _sa_items(self):
        return list(self)

    def _sa_load(self, item):
        list.append(self, item)

    def _sa_add(self, item):
        self.append(item)

    def _sa_discard(self, item):
        if any(item is known for known in self):
            self.remove(item)


class InstrumentedSet(set):
    """A set of related objects."""

    _sa_adapter = _SILENT

    def add(self, item):
        if item not in self:
            self._sa_adapter.changing()
            item = self._sa_adapter.added(item)
            set.add(self, item)

    def discard(self, item):
        if item in self:
            self.remove(item)

    def remove(self, item):
        self._sa_adapter.changing()
        set.remove(self, item)
        self._sa_adapter.removed(item)

    def pop(self):
        self._sa_adapter.changing()
        item = set.pop(self)
        self._sa_adapter.removed(item)
        return item

    def clear(self):
        for item in list(self):
            self.remove(item)

    def update(self, items):
        for item in list(items):
            self.add(item)

    def difference_update(self, items):
        for item in list(items):
            self.discard(item)

    def intersection_update(self, items):
        kept = set(items)
        for item in list(self):
            if item not in kept:
                self.remove(item)

    def __ior__(self, items):
        self.update(items)
        return self

    def __isub__(self, items):
        self.difference_update(items)
        return self

    def __iand__(self, items):
        self.intersection_update(items)
        return self

    def _sa_items(self):
        return list(self)

    def _sa_load(self, item):
        set.add(self, item)

    def _sa_add(self, item):
        self.add(item)

    def _sa_discard(self, item):
        self.discard(item)


class InstrumentedDict(dict):
    """A dict of related objects."""

    _sa_adapter = _SILENT
    keyfunc = None

    def __setitem__(self, key, item):
        self._sa_adapter.changing()
        if key in self:
            gone = self[key]
            if gone is item:
                return
            dict.__delitem__(self, key)
            self._sa_adapter.removed(gone)
        dict.__setitem__(self, key, self._sa_adapter.added(item))

    def __delitem__(self, key):
        self._sa_adapter.changing()
        gone = self[key]
        dict.__delitem__(self, key)
        self._sa_adapter.removed(gone)

    def pop(self, key, *default):
        if key not in self:
            return dict.pop(self, key, *default)
        gone = self[key]
        del self[key]
        return gone

    def clear(self):
        for key in list(self):
            del self[key]

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *others, **pairs):
        for key, item in dict(*others, **pairs).items():
            self[key] = item

    def set(self, item):
        self[self.keyfunc(item)] = item

    def remove(self, item):
        key = self.keyfunc(item)
        if self.get(key) is not item:
            raise sa_exc.InvalidRequestError(
                "Can not remove '%s' from collection for key '%s'" % (item, key)
            )
        del self[key]

    def _sa_items(self):
        return list(self.values())

    def _sa_load(self, item):
        dict.__setitem__(self, self.keyfunc(item), item)

    def _sa_add(self, item):
        self.set(item)

    def _sa_discard(self, item):
        for key, known in list(self.items()):
            if known is item:
                del self[key]


class KeyFuncDict(InstrumentedDict):
    """A dict whose keys are computed from its items."""

    def __init__(self, keyfunc=None, *args, ignore_unpopulated_attribute=False):
        dict.__init__(self, *args)
        self.keyfunc = keyfunc


MappedCollection = KeyFuncDict


def keyfunc_mapping(keyfunc, *, ignore_unpopulated_attribute=False):
    """A collection class: a dict by what a function says of an item."""

    def make():
        return KeyFuncDict(keyfunc)

    return make


mapped_collection = keyfunc_mapping


def attribute_keyed_dict(attr_name, *, ignore_unpopulated_attribute=False):
    """A collection class: a dict by an attribute of the items."""
    return keyfunc_mapping(lambda item: getattr(item, attr_name))


attribute_mapped_collection = attribute_keyed_dict


def column_keyed_dict(mapping_spec, *, ignore_unpopulated_attribute=False):
    """A collection class: a dict by a column of the items."""
    columns = [_clause(column) for column in _as_list(mapping_spec)]

    def key(item):
        mapper = object_mapper(item)
        values = [getattr(item, mapper.get_property_by_column(c).key) for c in columns]
        return values[0] if len(values) == 1 else tuple(values)

    return keyfunc_mapping(key)


column_mapped_collection = column_keyed_dict


def _new_collection(factory):
    """A collection of the class that a relationship asked for."""
    if factory is None or factory is list:
        return InstrumentedList()
    if factory is set:
        return InstrumentedSet()
    made = factory()
    if isinstance(made, (InstrumentedList, InstrumentedSet, InstrumentedDict)):
        return made
    kind = type(made)
    for plain, ours in ((list, InstrumentedList), (set, InstrumentedSet), (dict, InstrumentedDict)):
        if isinstance(made, plain):
            if kind is plain and plain is not dict:
                return ours()
            # A class of the script's own gets the methods that tell the owner.
            if kind not in _INSTRUMENTED:
                _INSTRUMENTED[kind] = type(kind.__name__, (kind, ours), {})
            return _INSTRUMENTED[kind]()
    return _unsupported("a collection class that extends neither list, set nor dict")


_INSTRUMENTED = {}
