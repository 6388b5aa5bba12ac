"""Mappers: which class stands for which table, and by which attributes."""

__name__ = "sqlalchemy.orm.mapper"

# The mappers whose relationships were not looked at yet.
_NEW_MAPPERS = []
_MAPPER_COUNT = [0]


def configure_mappers():
    """Find the other sides of all relationships."""
    while _NEW_MAPPERS:
        waiting = list(_NEW_MAPPERS)
        _NEW_MAPPERS.clear()
        for mapper in waiting:
            for prop in list(mapper._props.values()):
                if isinstance(prop, RelationshipProperty) and prop.parent is mapper:
                    prop._setup()
        for mapper in waiting:
            _fire_mapper("mapper_configured", mapper)


# What the Core asks of every mapped class.
_ENTITY_METHODS = {
    "__limbec_entity__": classmethod(lambda cls: cls.__mapper__._entity(None)),
    "__limbec_from__": classmethod(lambda cls: cls.__mapper__.persist_selectable),
    "__limbec_criteria__": classmethod(lambda cls: cls.__mapper__._criteria(None)),
    "__limbec_column__": classmethod(lambda cls, name: cls.__mapper__._column_of(name)),
}


class Mapper(InspectionAttr):
    """What is known of a mapped class."""

    __type_params__ = ()

    is_mapper = True
    is_selectable = True

    def __init__(self, class_, local_table=None, properties=None, *, inherits=None,
                 registry=None, polymorphic_on=None, polymorphic_identity=None, primary_key=None,
                 include_properties=None, exclude_properties=None, column_prefix=None,
                 version_id_col=None, version_id_generator=None, concrete=False,
                 eager_defaults="auto", order=(), inherit_condition=None, polymorphic_load=None,
                 with_polymorphic=None, confirm_deleted_rows=True, batch=True,
                 passive_updates=True, passive_deletes=False, polymorphic_abstract=False,
                 always_refresh=False, allow_partial_pks=True, inherit_foreign_keys=None,
                 non_primary=False, legacy_is_orphan=False, **other):
        for name in other:
            # What only says how rows become objects; SQLAlchemy's own names begin with an underscore.
            if name != "_polymorphic_map":
                raise TypeError(
                    "Mapper.__init__() got an unexpected keyword argument '%s'" % name
                )
        self._begin(class_, registry)
        self.concrete = concrete
        self.eager_defaults = eager_defaults
        self.confirm_deleted_rows = confirm_deleted_rows
        self._props = {}
        if inherits is not None:
            self.inherits = inherits if isinstance(inherits, Mapper) else inherits.__mapper__
        if version_id_generator is False:
            # The server makes the version: rows are read, and not written.
            version_id_generator = lambda number: _unsupported(
                "version_id_generator=False: writing an object whose version the server makes"
            )
        self._choose_tables(local_table, inherit_condition)
        self._choose_identity(polymorphic_on, polymorphic_identity)
        self._collect(properties or {}, order, include_properties, exclude_properties,
                      column_prefix, primary_key)
        self._choose_version(version_id_col, version_id_generator)
        self._end()

    def _begin(self, class_, registry):
        self.class_ = class_
        self.registry = registry
        _MAPPER_COUNT[0] += 1
        self._number = _MAPPER_COUNT[0]

    def _end(self):
        _set_on_class_itself(self.class_, {"__mapper__": self})
        _set_on_class_itself(self.class_, _ENTITY_METHODS)
        _NEW_MAPPERS.append(self)

    @classmethod
    def _late(cls, class_, table, properties, registry):
        """Map a class with a table of its own and no wishes: what its attributes are is settled when
        one is used, as a comparison of schemas uses none. False where that is not the whole of it."""
        if table is None or not _covers(table, properties):
            return False
        self = object.__new__(cls)
        _MAPPER_COUNT[0] += 1
        others = _instrument(self, class_, registry, _MAPPER_COUNT[0], table, properties)
        if others is None:
            raise _no_primary_key(self)
        for name in others:
            properties[name]._attach(self, name)
            type.__setattr__(class_, name, properties[name]._attribute(self))
        self._end()
        return True

    def _settle(self):
        """The properties that `_late` left for later: columns last, in the order of the table."""
        waiting = self.__dict__.pop("_waiting")
        props = self._props = {}
        by_column = {}
        for key, value in waiting.items():
            if isinstance(value, sa.Column):
                by_column.setdefault(id(value), []).append((key, value))
            elif isinstance(value, ColumnProperty) and value._is_table_column:
                by_column.setdefault(id(value.columns[0]), []).append((key, value))
            else:
                props[key] = value
        for column in self.local_table.c:
            for key, value in by_column.get(id(column), ()):
                if isinstance(value, sa.Column):
                    value = ColumnProperty(value)
                    value._attach(self, key)
                props[key] = value
        return props

    # What holds unless a mapper says something else.

    inherits = None
    concrete = False
    single = False
    eager_defaults = "auto"
    confirm_deleted_rows = True
    version_id_col = None
    version_id_generator = staticmethod(lambda number: (number or 0) + 1)
    polymorphic_identity = None
    polymorphic_on = None
    _polymorphic_key = None
    _asked_polymorphic = None
    _version_key = None
    _listeners = ()
    _props = _Late("_props", lambda self: self._settle())
    _subclasses = _Late("_subclasses", lambda self: [])
    _tables = _Late("_tables", lambda self: [self.local_table])
    persist_selectable = _Late("persist_selectable", lambda self: self.local_table)
    base_mapper = _Late("base_mapper", lambda self: self)
    polymorphic_map = _Late(
        "polymorphic_map", lambda self: {} if self.inherits is None else self.inherits.polymorphic_map
    )
    primary_key = _Late(
        "primary_key", lambda self: tuple(c for c in self.local_table.c if c.primary_key)
    )

    @property
    def entity(self):
        return self.class_

    # The table.

    def _choose_tables(self, local_table, condition):
        parent = self.inherits
        if parent is None or self.concrete:
            self.local_table = local_table
            return
        parent._subclasses.append(self)
        self.base_mapper = parent.base_mapper
        if local_table is None or _among(parent._tables, local_table):
            self.single = True
            self.local_table = parent.local_table
            self._tables = list(parent._tables)
            self.persist_selectable = parent.persist_selectable
            return
        self.local_table = local_table
        self._tables = list(parent._tables) + [local_table]
        self._inherit_pairs = []
        for column in local_table.c:
            for key in column.foreign_keys:
                try:
                    referred = key.column
                except sa_exc.NoReferencedTableError:
                    # A table that is declared later is none of the parent's.
                    continue
                if _among(parent._tables, referred.table):
                    self._inherit_pairs.append((referred, column))
        primary = [pair for pair in self._inherit_pairs if pair[1].primary_key]
        self._inherit_pairs = primary or self._inherit_pairs
        if not self._inherit_pairs:
            raise sa_exc.NoForeignKeysError(
                "Can't determine the inherit condition between inherited table '%s' and "
                "inheriting table '%s'; tables have no foreign key relationships established.  "
                "Please ensure the inheriting table has a foreign key relationship to the "
                "inherited table, or provide an 'on clause' using the 'inherit_condition' mapper "
                "argument." % (parent.local_table.name, local_table.name)
            )
        if condition is None:
            condition = _equalities(self._inherit_pairs)
        self.persist_selectable = sa.join(parent.persist_selectable, local_table, condition)

    @property
    def mapped_table(self):
        return self.persist_selectable

    selectable = mapped_table

    @property
    def tables(self):
        return list(self._tables)

    def _choose_identity(self, polymorphic_on, identity):
        parent = self.inherits
        self._asked_polymorphic = polymorphic_on
        if parent is not None:
            self.polymorphic_on = parent.polymorphic_on
            self._polymorphic_key = parent._polymorphic_key
        if identity is not None:
            self.polymorphic_identity = identity
            self.polymorphic_map[identity] = self

    def _choose_version(self, column, generator):
        """The column that counts the changes of a row, and what gives the next number."""
        if generator is not None:
            self.version_id_generator = generator
        parent = self.inherits
        if column is None:
            if parent is not None and not self.concrete:
                self.version_id_col = parent.version_id_col
                self.version_id_generator = parent.version_id_generator
                self._version_key = parent._version_key
            return
        self.version_id_col = self._props[column].columns[0] if isinstance(column, str) else (
            _clause(column)
        )
        for prop in self._column_props():
            if _among(prop.columns, self.version_id_col):
                self._version_key = prop.key
        if self._version_key is None:
            _unsupported("version_id_col of a column that is not mapped")

    @property
    def mapper(self):
        return self

    # The attributes.

    def _collect(self, properties, order, include, exclude, prefix, primary_key):
        if self.inherits is not None and not self.concrete:
            for key, prop in self.inherits._props.items():
                self._inherit(key, prop)
        elif self.inherits is not None:
            for key, prop in self.inherits._props.items():
                if not isinstance(prop, ColumnProperty):
                    self._inherit(key, prop)
        later, named = [], []
        for key, value in properties.items():
            if isinstance(value, MapperProperty) and not isinstance(value, ColumnProperty):
                later.append((key, value))
            elif isinstance(value, ColumnProperty) and not value._is_table_column:
                later.append((key, value))
            else:
                named.append((key, value))
        for key, value in later:
            self._add_property(key, value)
        if not self.single and self.local_table is not None:
            # A large schema has many columns: each is looked up by its identity.
            wanted = {}
            for key, value in named:
                columns = value.columns if isinstance(value, ColumnProperty) else (_clause(value),)
                for column in columns:
                    wanted.setdefault(id(column), []).append((key, value))
            mapped = {id(column) for prop in self._column_props() for column in prop.columns}
            added = set()
            for column in self.local_table.c:
                for key, value in wanted.get(id(column), ()):
                    if key not in added:
                        added.add(key)
                        self._add_property(key, value)
                        mapped.update(id(item) for item in self._props[key].columns)
                if id(column) in mapped:
                    continue
                key = (prefix or "") + column.key
                if include is not None and key not in include and column not in include:
                    continue
                if exclude and (key in exclude):
                    continue
                inherited = self._props.get(key)
                if isinstance(inherited, ColumnProperty) and self.inherits is not None:
                    # The same attribute in both tables.
                    inherited.columns.insert(0, column)
                    self._props[key] = inherited
                    self._instrument(key, inherited)
                    continue
                self._add_property(key, column)
            named = [pair for pair in named if pair[0] not in added]
        for key, value in named:
            self._add_property(key, value)
        if primary_key:
            self.primary_key = tuple(_clause(column) for column in primary_key)
        elif self.inherits is not None and not self.concrete:
            self.primary_key = self.inherits.primary_key
        elif not self.primary_key:
            raise _no_primary_key(self)
        asked = self._asked_polymorphic
        if asked is not None:
            if isinstance(asked, str):
                self._polymorphic_key = asked
                self.polymorphic_on = self._props[asked].columns[0]
            else:
                self.polymorphic_on = _clause(asked)
                for prop in self._column_props():
                    if _among(prop.columns, self.polymorphic_on):
                        self._polymorphic_key = prop.key
                if self._polymorphic_key is None:
                    if isinstance(self.polymorphic_on, sa.Column):
                        return
                    self._add_property("_sa_polymorphic_on", ColumnProperty(self.polymorphic_on))
                    self._polymorphic_key = "_sa_polymorphic_on"

    def _inherit(self, key, prop):
        copy = prop._copy()
        copy.key = key
        copy.parent = self if isinstance(copy, ColumnProperty) else prop.parent
        if isinstance(prop, RelationshipProperty):
            copy = prop
        self._props[key] = copy
        if key not in self.class_.__dict__ or isinstance(
            self.class_.__dict__[key], InstrumentedAttribute
        ):
            self._instrument(key, copy)

    def _add_property(self, key, value):
        prop = value
        if not isinstance(value, MapperProperty):
            column = _clause(value)
            if not isinstance(column, ColumnElement):
                raise sa_exc.ArgumentError(
                    "properties argument given incorrectly for attribute '%s'" % key
                )
            prop = ColumnProperty(column)
        prop._attach(self, key)
        self._props[key] = prop
        self._instrument(key, prop)
        for mapper in self._subclasses:
            if key not in mapper._props:
                mapper._inherit(key, prop)
        if isinstance(prop, RelationshipProperty) and not (
            _NEW_MAPPERS and _NEW_MAPPERS[-1] is self or _among(_NEW_MAPPERS, self)
        ):
            _NEW_MAPPERS.append(self)

    add_property = _add_property

    def add_properties(self, properties):
        for key, value in properties.items():
            self._add_property(key, value)

    def _instrument(self, key, prop):
        type.__setattr__(self.class_, key, prop._attribute(self))

    def _column_props(self):
        return [prop for prop in self._props.values() if isinstance(prop, ColumnProperty)]

    def _column_keys(self):
        return [prop.key for prop in self._column_props()]

    def _column_of(self, name):
        """The column that an attribute's name stands for in INSERT and UPDATE."""
        prop = self._props.get(name)
        while isinstance(prop, SynonymProperty):
            prop = self._props.get(prop.name)
        if isinstance(prop, ColumnProperty) and prop._is_table_column:
            return prop.columns[0]
        return None

    def _configure(self):
        if _NEW_MAPPERS:
            configure_mappers()
        return self

    def get_property(self, key, _configure_mappers=True):
        self._configure()
        if key not in self._props:
            raise sa_exc.InvalidRequestError("Mapper '%s' has no property '%s'.  " % (self, key))
        return self._props[key]

    def has_property(self, key):
        return key in self._props

    def get_property_by_column(self, column):
        for prop in self._column_props():
            if _among(prop.columns, column):
                return prop
        # A column of an alias or of a copy is known by its table and name.
        for prop in self._column_props():
            for known in prop.columns:
                if known.name == column.name and getattr(known, "table", 0) is column.table:
                    return prop
        raise UnmappedColumnError(
            "No column %s is configured on mapper %s..." % (column, self)
        )

    def _same_column(self, a, b):
        if a is b:
            return True
        return any(
            _among(prop.columns, a) and _among(prop.columns, b) for prop in self._column_props()
        )

    # What scripts read.

    @property
    def iterate_properties(self):
        self._configure()
        return iter(list(self._props.values()))

    def _filtered(self, kind):
        self._configure()
        return _Properties({k: p for k, p in self._props.items() if isinstance(p, kind)})

    @property
    def attrs(self):
        return self._filtered(MapperProperty)

    @property
    def column_attrs(self):
        return self._filtered(ColumnProperty)

    @property
    def relationships(self):
        return self._filtered(RelationshipProperty)

    @property
    def synonyms(self):
        return self._filtered(SynonymProperty)

    @property
    def composites(self):
        return self._filtered(CompositeProperty)

    @property
    def all_orm_descriptors(self):
        found = {}
        for cls in reversed(self.class_.__mro__):
            for key, value in cls.__dict__.items():
                if isinstance(value, (QueryableAttribute, hybrid_property, hybrid_method,
                                      AssociationProxy)):
                    found[key] = value
        return _Properties(found)

    @property
    def columns(self):
        return _Properties({
            p.key: p.columns[0] for p in self._column_props() if p._is_table_column
        })

    c = columns

    @property
    def self_and_descendants(self):
        found = [self]
        for mapper in self._subclasses:
            found.extend(mapper.self_and_descendants)
        return found

    def polymorphic_iterator(self):
        return iter(self.self_and_descendants)

    def isa(self, other):
        mapper = self
        while mapper is not None and mapper is not other:
            mapper = mapper.inherits
        return mapper is not None

    def common_parent(self, other):
        return self.base_mapper is other.base_mapper

    def primary_key_from_instance(self, instance):
        return [getattr(instance, self.get_property_by_column(c).key) for c in self.primary_key]

    def identity_key_from_instance(self, instance):
        return self._identity_key(tuple(self.primary_key_from_instance(instance)))

    def identity_key_from_primary_key(self, primary_key):
        return self._identity_key(tuple(primary_key))

    def __str__(self):
        table = self.local_table
        return "Mapper[%s%s(%s)]" % (
            "" if True else "", self.class_.__name__, getattr(table, "name", table)
        )

    def __repr__(self):
        return "<Mapper at 0x%x; %s>" % (id(self), self.class_.__name__)

    # What statements ask.

    def _identity_key(self, key):
        return (self.base_mapper.class_, tuple(key), None)

    def _key_names(self):
        return [self.get_property_by_column(column).key for column in self.primary_key]

    def _identity_key_of(self, state):
        return self._identity_key(tuple(state.dict.get(key) for key in self._key_names()))

    def _select_props(self):
        return [prop for prop in self._column_props() if not prop.deferred]

    def _criteria(self, source):
        """The rows of a class that shares its table with its parent."""
        if not self.single or self.polymorphic_on is None:
            return None
        column = self.polymorphic_on
        if source is not None:
            column = source._adapt(column)
        names = [
            mapper.polymorphic_identity for mapper in self.self_and_descendants
            if mapper.polymorphic_identity is not None
        ]
        return column.in_(names)

    def _from_of(self, prop):
        if len(self._tables) > 1:
            return self.persist_selectable
        return None

    def _columns_for(self, source, props):
        """The columns of attributes in a SELECT list, with the places of each attribute's."""
        columns, places = [], []
        for prop in props:
            places.append((prop.key, len(columns)))
            for column in prop.columns:
                columns.append(column if source is None else source._adapt(column))
        return columns, places

    def _entity(self, source):
        self._configure()
        columns, _ = self._columns_for(source, self._select_props())
        origin = self.persist_selectable if source is None else source.__limbec_from__()
        return [origin], columns, self._criteria(source)


def _no_primary_key(mapper):
    return sa_exc.ArgumentError(
        "Mapper %s could not assemble any primary key columns for mapped table '%s'"
        % (mapper, mapper.local_table.name)
    )


class _Properties:
    """The attributes of a mapper by name: `mapper.attrs`, `mapper.column_attrs`."""

    def __init__(self, items):
        self._items = items

    def __getattr__(self, name):
        if name.startswith("__") or name not in self._items:
            raise AttributeError(name)
        return self._items[name]

    def __getitem__(self, name):
        if isinstance(name, int):
            return list(self._items.values())[name]
        return self._items[name]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __len__(self):
        return len(self._items)

    def __contains__(self, name):
        return name in self._items

    def keys(self):
        return list(self._items)

    def values(self):
        return list(self._items.values())

    def items(self):
        return list(self._items.items())

    def get(self, name, default=None):
        return self._items.get(name, default)


def _inspect(subject):
    """`inspect()` of what belongs to the ORM; `None` for everything else."""
    if isinstance(subject, type):
        mapper = _mapper_or_none(subject)
        return None if mapper is None else mapper._configure()
    if isinstance(subject, (Mapper, InstanceState, QueryableAttribute)):
        return subject
    if isinstance(subject, AliasedClass):
        return AliasedInsp(subject)
    if _mapper_or_none(type(subject)) is not None:
        return instance_state(subject)
    return None


def mapper(*args, **kw):
    """The function that SQLAlchemy no longer has."""
    raise sa_exc.InvalidRequestError(
        "The 'sqlalchemy.orm.mapper()' function is removed as of SQLAlchemy 2.0.  Use the "
        "'sqlalchemy.orm.registry.map_imperatively()` method of the ``sqlalchemy.orm.registry`` "
        "class to perform classical mapping."
    )


def clear_mappers():
    """Forget all mappings."""
    _NEW_MAPPERS.clear()


def validates(*names, include_removes=False, include_backrefs=True):
    """A method that looks at what is set."""

    def decorate(function):
        function.__sa_validators__ = (names, include_removes)
        return function

    return decorate


def reconstructor(function):
    """A method that runs when an object is loaded."""
    function.__sa_reconstructor__ = True
    return function
