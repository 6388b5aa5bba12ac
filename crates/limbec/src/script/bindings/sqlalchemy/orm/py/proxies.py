"""`association_proxy` and `ordering_list`."""

__name__ = "sqlalchemy.ext.associationproxy"


class AssociationProxy(ORMDescriptor):
    """An attribute of related objects as if it were one's own."""

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, target_collection, attr, *, creator=None, **kw):
        self.target_collection = target_collection
        self.attr = attr
        self.creator = creator

    def _creator(self, owner):
        if self.creator is not None:
            return self.creator
        mapper = class_mapper(owner)
        return mapper._props[self.target_collection].mapper.class_

    def __get__(self, instance, owner):
        if instance is None:
            return _ProxyOnClass(self, owner)
        target = getattr(instance, self.target_collection)
        if target is None:
            return None
        if isinstance(target, InstrumentedDict):
            return _ProxyDict(self, instance)
        if isinstance(target, (list, set)):
            return _ProxyList(self, instance)
        return getattr(target, self.attr)

    def __set__(self, instance, values):
        prop = class_mapper(type(instance))._props[self.target_collection]
        if prop.uselist:
            proxy = self.__get__(instance, type(instance))
            proxy.clear()
            if isinstance(values, dict):
                proxy.update(values)
            else:
                proxy.extend(values)
            return
        target = getattr(instance, self.target_collection)
        if target is None:
            setattr(instance, self.target_collection, self._creator(type(instance))(values))
        else:
            setattr(target, self.attr, values)


class _ProxyOnClass:
    """`User.keywords` of a proxy: comparisons go through the relationship."""

    def __init__(self, proxy, owner):
        self._proxy = proxy
        self._owner = owner

    def _reach(self, criterion):
        relation = getattr(self._owner, self._proxy.target_collection)
        relation._parentmapper._configure()
        return relation.any(criterion) if relation.prop.uselist else relation.has(criterion)

    @property
    def remote_attr(self):
        relation = getattr(self._owner, self._proxy.target_collection)
        relation._parentmapper._configure()
        return getattr(relation.prop.mapper.class_, self._proxy.attr)

    def __eq__(self, other):
        return self._reach(self.remote_attr == other)

    def __hash__(self):
        return id(self)

    def contains(self, other):
        return self._reach(self.remote_attr == other)

    def in_(self, other):
        return self._reach(self.remote_attr.in_(other))

    def like(self, other):
        return self._reach(self.remote_attr.like(other))

    def any(self, criterion=None, **kw):
        relation = getattr(self._owner, self._proxy.target_collection)
        return relation.any(criterion, **kw)

    def has(self, criterion=None, **kw):
        relation = getattr(self._owner, self._proxy.target_collection)
        return relation.has(criterion, **kw)


class _ProxyList:
    """The attribute of each object of a collection."""

    def __init__(self, proxy, instance):
        self._proxy = proxy
        self._instance = instance

    @property
    def col(self):
        return getattr(self._instance, self._proxy.target_collection)

    def _values(self):
        return [getattr(item, self._proxy.attr) for item in self.col]

    def append(self, value):
        self.col._sa_add(self._proxy._creator(type(self._instance))(value))

    add = append

    def extend(self, values):
        for value in values:
            self.append(value)

    update = extend

    def __iadd__(self, values):
        self.extend(values)
        return self

    def remove(self, value):
        for item in list(self.col):
            if getattr(item, self._proxy.attr) == value:
                self.col.remove(item)
                return
        raise ValueError("value not in list")

    def clear(self):
        self.col.clear()

    def __iter__(self):
        return iter(self._values())

    def __len__(self):
        return len(self.col)

    def __contains__(self, value):
        return value in self._values()

    def __getitem__(self, index):
        return self._values()[index]

    def __eq__(self, other):
        return self._values() == list(other)

    def __bool__(self):
        return bool(self.col)

    def __repr__(self):
        return repr(self._values())


class _ProxyDict:
    """The attribute of each object of a dict."""

    def __init__(self, proxy, instance):
        self._proxy = proxy
        self._instance = instance

    @property
    def col(self):
        return getattr(self._instance, self._proxy.target_collection)

    def _dict(self):
        return {key: getattr(item, self._proxy.attr) for key, item in self.col.items()}

    def __getitem__(self, key):
        return getattr(self.col[key], self._proxy.attr)

    def __setitem__(self, key, value):
        if key in self.col:
            setattr(self.col[key], self._proxy.attr, value)
        else:
            self.col[key] = self._proxy._creator(type(self._instance))(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def update(self, values):
        for key, value in values.items():
            self[key] = value

    def clear(self):
        self.col.clear()

    def get(self, key, default=None):
        return self._dict().get(key, default)

    def keys(self):
        return self.col.keys()

    def values(self):
        return list(self._dict().values())

    def items(self):
        return list(self._dict().items())

    def __iter__(self):
        return iter(self.col)

    def __len__(self):
        return len(self.col)

    def __contains__(self, key):
        return key in self.col

    def __eq__(self, other):
        return self._dict() == dict(other)

    def __repr__(self):
        return repr(self._dict())


def association_proxy(target_collection, attr, *, creator=None, **kw):
    """An attribute of related objects as if it were one's own."""
    return AssociationProxy(target_collection, attr, creator=creator, **kw)


__name__ = "sqlalchemy.ext.orderinglist"


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    """A collection that numbers its items."""
    start = count_from or 0

    class OrderingList(list):
        def _number(self):
            for place, item in enumerate(self):
                if getattr(item, attr) != place + start:
                    setattr(item, attr, place + start)

        def append(self, item):
            super().append(item)
            if getattr(item, attr) is None or reorder_on_append:
                setattr(item, attr, len(self) - 1 + start)

        def insert(self, index, item):
            super().insert(index, item)
            self._number()

        def remove(self, item):
            super().remove(item)
            self._number()

        def pop(self, index=-1):
            item = super().pop(index)
            self._number()
            return item

        def reorder(self):
            self._number()

    return OrderingList
