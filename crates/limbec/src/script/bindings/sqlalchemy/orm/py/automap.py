"""`automap_base()`: classes made from the tables of a database."""

__name__ = "sqlalchemy.ext.automap"


def classname_for_table(base, tablename, table):
    """The name of the class of a table."""
    return str(tablename)


def name_for_scalar_relationship(base, local_cls, referred_cls, constraint):
    """The name of the attribute for the one object."""
    return referred_cls.__name__.lower()


def name_for_collection_relationship(base, local_cls, referred_cls, constraint):
    """The name of the attribute for the many."""
    return referred_cls.__name__.lower() + "_collection"


class _AutomapMeta(DeclarativeMeta):
    """The class of automap bases."""

    def __init__(cls, name, bases, body, **kw):
        if not cls.__dict__.get("__abstract__", False) and "__tablename__" in body and not any(
            isinstance(value, (sa.Column, MappedColumn)) and _clause(value).primary_key
            for value in body.values()
        ):
            # Its table is known when the database was looked at.
            type.__init__(cls, name, bases, body)
            cls._automap_waiting.append(cls)
            return
        DeclarativeMeta.__init__(cls, name, bases, body)


class _AutomapBase:
    """What automap bases can do."""

    __abstract__ = True

    @classmethod
    def prepare(cls, autoload_with=None, *, engine=None, reflect=False, schema=None,
                classname_for_table=classname_for_table, modulename_for_table=None,
                collection_class=None, name_for_scalar_relationship=name_for_scalar_relationship,
                name_for_collection_relationship=name_for_collection_relationship,
                generate_relationship=None, reflection_options=None):
        bind = autoload_with if autoload_with is not None else engine
        if bind is not None:
            cls.metadata.reflect(bind, schema=schema, extend_existing=True)
        base = cls
        known = {}
        for waiting in list(cls._automap_waiting):
            table = cls.metadata.tables.get(waiting.__tablename__)
            if table is None:
                continue
            type.__setattr__(waiting, "__table__", table)
            cls._sa_registry._map_declaratively(waiting)
            known[table.key] = waiting
        cls._automap_waiting.clear()
        for other in cls._sa_registry._class_registry.values():
            if other.__dict__.get("__table__") is not None:
                known[other.__table__.key] = other
        made, secondaries = [], []
        for key, table in list(cls.metadata.tables.items()):
            if key in known:
                made.append(known[key])
                continue
            if _is_secondary(table):
                secondaries.append(table)
                continue
            if not list(table.primary_key.columns):
                continue
            name = classname_for_table(cls, table.name, table)
            mapped = type(cls)(name, (cls,), {"__table__": table, "__module__": cls.__module__})
            known[key] = mapped
            made.append(mapped)
        for mapped in made:
            setattr(cls.classes, mapped.__name__, mapped)
            cls.classes._names[mapped.__name__] = mapped
        for mapped in made:
            _relate(cls, mapped, known, name_for_scalar_relationship,
                    name_for_collection_relationship)
        for table in secondaries:
            _relate_many(cls, table, known, name_for_collection_relationship)


class _Classes:
    """`Base.classes`"""

    def __init__(self):
        self._names = {}

    def __getitem__(self, name):
        return self._names[name]

    def __iter__(self):
        return iter(self._names.values())

    def __contains__(self, name):
        return name in self._names

    def keys(self):
        return list(self._names)

    def values(self):
        return list(self._names.values())

    def items(self):
        return list(self._names.items())

    def get(self, name, default=None):
        return self._names.get(name, default)


def _is_secondary(table):
    keys = [column for column in table.c if column.foreign_keys]
    return len(keys) == len(list(table.c)) and len(keys) >= 2


def _relate(base, mapped, known, scalar_name, collection_name):
    mapper = mapped.__mapper__
    for constraint in mapped.__table__.foreign_key_constraints:
        other = known.get(constraint.referred_table.key)
        if other is None:
            continue
        name = scalar_name(base, mapped, other, constraint)
        back = collection_name(base, other, mapped, constraint)
        columns = list(constraint.columns)
        if name in mapper._props or any(
            isinstance(prop, RelationshipProperty) and prop.argument is other
            for prop in mapper._props.values()
        ):
            continue
        options = {"foreign_keys": columns}
        if other is mapped:
            options["remote_side"] = [element.column for element in constraint.elements]
        if back not in other.__mapper__._props:
            options["backref"] = backref(back)
        mapper._add_property(name, RelationshipProperty(other, **options))


def _relate_many(base, table, known, collection_name):
    constraints = list(table.foreign_key_constraints)
    if len(constraints) != 2:
        return
    first, second = [known.get(c.referred_table.key) for c in constraints]
    if first is None or second is None:
        return
    name = collection_name(base, first, second, constraints[0])
    back = collection_name(base, second, first, constraints[1])
    if name not in first.__mapper__._props:
        first.__mapper__._add_property(
            name, RelationshipProperty(second, table, backref=backref(back))
        )


def automap_base(declarative_base=None, **kw):
    """A base whose `prepare()` makes classes from the tables of a database."""
    if declarative_base is not None:
        return type(
            declarative_base.__name__, (_AutomapBase, declarative_base),
            {"__abstract__": True, "classes": _Classes(), "_automap_waiting": []},
        )
    options = {key: kw.pop(key) for key in ("metadata",) if key in kw}
    made = registry(**options)
    body = {
        "registry": made, "metadata": made.metadata, "_sa_registry": made, "__abstract__": True,
        "__init__": made.constructor, "classes": _Classes(), "_automap_waiting": [],
    }
    return _AutomapMeta(kw.get("name", "Base"), (_AutomapBase,), body)


AutomapBase = _AutomapBase

__name__ = "sqlalchemy.ext.declarative"


class DeferredReflection:
    """Classes whose tables are reflected later."""

    def __init_subclass__(cls, **kw):
        _unsupported("DeferredReflection")


class ConcreteBase:
    """Concrete table inheritance."""

    def __init_subclass__(cls, **kw):
        _unsupported("ConcreteBase")


AbstractConcreteBase = ConcreteBase


__name__ = "sqlalchemy.orm"
