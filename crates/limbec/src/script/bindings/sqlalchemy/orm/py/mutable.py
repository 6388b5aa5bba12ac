"""Values that tell their owner when they change: `MutableDict` and its relatives."""

import weakref

__name__ = "sqlalchemy.ext.mutable"


class MutableBase:
    """What mutable values share."""

    def _parents_of(self, state):
        """Note the object that holds the value."""
        for key, value in state.dict.items():
            if value is self:
                known = self.__dict__.setdefault("_sa_owners", {})
                known[id(state)] = (weakref.ref(state), key)

    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))


class Mutable(MutableBase):
    """Base of mutable values."""

    def changed(self):
        """Tell the owner that the value is another."""
        for ref, key in list(self.__dict__.get("_sa_owners", {}).values()):
            state = ref()
            if state is not None and state.dict.get(key) is self:
                flag_modified(state.obj(), key)

    @classmethod
    def as_mutable(cls, sqltype):
        made = sqltype() if isinstance(sqltype, type) else sqltype
        made._sa_mutable = cls
        return made

    @classmethod
    def associate_with(cls, sqltype):
        _unsupported("Mutable.associate_with()")

    @classmethod
    def associate_with_attribute(cls, attribute):
        attribute.prop.columns[0].type._sa_mutable = cls


MutableComposite = MutableBase


class MutableDict(Mutable, dict):
    """A dict that tells when it changes."""

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value)
        self.changed()

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        self.changed()

    def setdefault(self, key, value=None):
        found = dict.setdefault(self, key, value)
        self.changed()
        return found

    def update(self, *a, **kw):
        dict.update(self, *a, **kw)
        self.changed()

    def pop(self, *arg):
        found = dict.pop(self, *arg)
        self.changed()
        return found

    def popitem(self):
        found = dict.popitem(self)
        self.changed()
        return found

    def clear(self):
        dict.clear(self)
        self.changed()

    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, dict):
            return cls(value)
        return Mutable.coerce(key, value)


class MutableList(Mutable, list):
    """A list that tells when it changes."""

    def __setitem__(self, index, value):
        list.__setitem__(self, index, value)
        self.changed()

    def __delitem__(self, index):
        list.__delitem__(self, index)
        self.changed()

    def append(self, x):
        list.append(self, x)
        self.changed()

    def extend(self, x):
        list.extend(self, x)
        self.changed()

    def __iadd__(self, x):
        self.extend(x)
        return self

    def insert(self, i, x):
        list.insert(self, i, x)
        self.changed()

    def remove(self, i):
        list.remove(self, i)
        self.changed()

    def pop(self, *arg):
        found = list.pop(self, *arg)
        self.changed()
        return found

    def clear(self):
        list.clear(self)
        self.changed()

    def sort(self, **kw):
        list.sort(self, **kw)
        self.changed()

    def reverse(self):
        list.reverse(self)
        self.changed()

    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, (list, tuple)):
            return cls(value)
        return Mutable.coerce(key, value)


class MutableSet(Mutable, set):
    """A set that tells when it changes."""

    def add(self, elem):
        set.add(self, elem)
        self.changed()

    def remove(self, elem):
        set.remove(self, elem)
        self.changed()

    def discard(self, elem):
        set.discard(self, elem)
        self.changed()

    def update(self, *arg):
        set.update(self, *arg)
        self.changed()

    def pop(self):
        found = set.pop(self)
        self.changed()
        return found

    def clear(self):
        set.clear(self)
        self.changed()

    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, (set, list, tuple)):
            return cls(value)
        return Mutable.coerce(key, value)


def _mutable_kinds(mapper):
    """The attributes of a mapper whose types ask for mutable values."""
    found = mapper.__dict__.get("_mutable")
    if found is None:
        found = []
        for prop in mapper._column_props():
            kind = getattr(getattr(prop.columns[0], "type", None), "_sa_mutable", None)
            if kind is not None:
                found.append((prop.key, kind))
                prop._set_hooks = tuple(prop._set_hooks) + (_mutable_hook(prop.key, kind),)
        mapper._mutable = found
    return found


def _mutable_hook(key, kind):
    def hook(instance, value, old):
        made = kind.coerce(key, value)
        if isinstance(made, MutableBase):
            state = instance_state(instance)
            made.__dict__.setdefault("_sa_owners", {})[id(state)] = (weakref.ref(state), key)
        return made

    return hook


def _coerce_mutables(state, mapper):
    """Values that were read become values that tell when they change."""
    for key, kind in _mutable_kinds(mapper):
        value = state.dict.get(key)
        if value is not None and not isinstance(value, kind):
            made = kind.coerce(key, value)
            state.dict[key] = made
            if isinstance(made, MutableBase):
                made.__dict__.setdefault("_sa_owners", {})[id(state)] = (weakref.ref(state), key)
