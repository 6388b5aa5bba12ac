"""What a mapper knows of each attribute: columns, expressions, synonyms, composites."""

__name__ = "sqlalchemy.orm.properties"


class MapperProperty(InspectionAttrInfo):
    """An attribute of a mapper."""

    __type_params__ = ()

    is_property = True
    key = None
    parent = None
    deferred = False
    group = None
    doc = None
    comparator_factory = None
    _set_hooks = ()
    _needs_history = False
    _extras = ()

    def _attach(self, mapper, key):
        self.parent = mapper
        self.key = key

    @property
    def class_attribute(self):
        return getattr(self.parent.class_, self.key)

    def __str__(self):
        return "%s.%s" % (self.parent.class_.__name__ if self.parent else "?", self.key)

    def _before_set(self, instance, value, old):
        """Validators and listeners may change a value that is set."""
        for hook in self._set_hooks:
            value = hook(instance, value, old)
        return value

    def _comparator(self, attribute):
        return attribute


class ColumnProperty(MapperProperty):
    """One or several columns of the same value, or an expression."""

    strategy_wildcard_key = "column"

    def __init__(self, column, *more, deferred=False, group=None, raiseload=False,
                 comparator_factory=None, active_history=False, expire_on_flush=True,
                 info=None, doc=None, **kw):
        self.columns = [_clause(item) for item in (column,) + more]
        self.deferred = deferred
        self.group = group
        self.raiseload = raiseload
        self.comparator_factory = comparator_factory
        self._needs_history = active_history
        self._info = info
        self.doc = doc

    @property
    def expression(self):
        return self.columns[0]

    @property
    def _is_table_column(self):
        return isinstance(self.columns[0], sa.Column)

    def _copy(self):
        made = ColumnProperty(*self.columns)
        made.__dict__.update(self.__dict__)
        made.columns = list(self.columns)
        return made

    def _attach(self, mapper, key):
        MapperProperty._attach(self, mapper, key)
        if self._is_table_column and self.columns[0].primary_key:
            self._needs_history = True

    def _attribute(self, mapper):
        return InstrumentedAttribute(mapper, self.key, self)

    def _expression(self, source, mapper):
        column = self.columns[0]
        if source is None:
            return column
        return source._adapt(column)

    def _equal(self, before, now):
        if before is now:
            return True
        kind = getattr(self.columns[0], "type", None)
        compare = getattr(kind, "compare_values", None)
        return bool(compare(before, now)) if compare is not None else bool(before == now)

    def _comparator(self, attribute):
        if self.comparator_factory is not None:
            return self.comparator_factory(self, self.parent)
        return attribute

    def __repr__(self):
        return "<ColumnProperty at 0x%x; %s>" % (id(self), self.key)


ColumnProperty.Comparator = type("Comparator", (PropComparator,), {"__module__": "sqlalchemy.orm.properties"})
MappedSQLExpression = ColumnProperty


class SynonymProperty(MapperProperty):
    """Another name of an attribute."""

    def __init__(self, name, map_column=None, descriptor=None, comparator_factory=None,
                 info=None, doc=None, **kw):
        self.name = name
        self.descriptor = descriptor
        self._info = info

    def _attribute(self, mapper):
        return SynonymAttribute(mapper, self.key, self)

    def _copy(self):
        return SynonymProperty(self.name, descriptor=self.descriptor)

    def _expression(self, source, mapper):
        return mapper._props[self.name]._expression(source, mapper)

    @property
    def columns(self):
        return self.parent._props[self.name].columns


Synonym = SynonymProperty


class CompositeProperty(MapperProperty):
    """A value object that several columns make."""

    def __init__(self, _class_or_attr=None, *attrs, group=None, deferred=False,
                 comparator_factory=None, active_history=False, info=None, doc=None, **kw):
        self.composite_class = _class_or_attr
        self.attrs = attrs
        self.comparator_factory = comparator_factory
        self._info = info

    def _keys(self):
        keys = []
        for item in self.attrs:
            if isinstance(item, str):
                keys.append(item)
            else:
                column = _clause(item)
                keys.append(self.parent.get_property_by_column(column).key)
        return keys

    def _parts(self, value):
        if value is None:
            return [None] * len(self.attrs)
        method = getattr(value, "__composite_values__", None)
        if method is not None:
            return list(method())
        return [getattr(value, name) for name in value.__dataclass_fields__]

    def _value(self, instance):
        values = [getattr(instance, key) for key in self._keys()]
        if all(value is None for value in values) and self.key not in instance.__dict__:
            return None
        made = self.composite_class(*values)
        instance.__dict__[self.key] = made
        return made

    def _store(self, instance, value):
        for key, part in zip(self._keys(), self._parts(value)):
            setattr(instance, key, part)
        instance.__dict__[self.key] = value

    def _expressions(self, source, mapper):
        return [mapper._props[key]._expression(source, mapper) for key in self._keys()]

    def _attribute(self, mapper):
        return CompositeAttribute(mapper, self.key, self)

    def _copy(self):
        return CompositeProperty(self.composite_class, *self.attrs,
                                 comparator_factory=self.comparator_factory)

    class Comparator(PropComparator):
        """What user-made comparators of composites extend."""

        @property
        def _comparable_elements(self):
            return self.prop._expressions(None, self._parententity)

        def __clause_element__(self):
            return sa.tuple_(*self._comparable_elements)

        def __eq__(self, other):
            values = self.prop._parts(other)
            return sa.and_(*[a == b for a, b in zip(self._comparable_elements, values)])

        def __ne__(self, other):
            return sa.not_(self == other)

        def __hash__(self):
            return id(self)


Composite = CompositeProperty


def column_property(column, *additional_columns, **kw):
    """An attribute for a column or an expression."""
    for name in ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash",
                 "dataclass_metadata"):
        kw.pop(name, None)
    return ColumnProperty(column, *additional_columns, **kw)


def deferred(column, *additional_columns, group=None, raiseload=False, **kw):
    """A column that is read when it is asked for."""
    if isinstance(column, MappedColumn):
        column._deferred = True
        column._deferred_group = group
        return column
    for name in ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash"):
        kw.pop(name, None)
    return ColumnProperty(column, *additional_columns, deferred=True, group=group,
                          raiseload=raiseload, **kw)


def query_expression(default_expr=None, **kw):
    """An expression that a query gives."""
    return ColumnProperty(sa.null() if default_expr is None else default_expr)


def synonym(name, **kw):
    """Another name of an attribute."""
    return SynonymProperty(name, **kw)


def composite(_class_or_attr=None, *attrs, **kw):
    """A value object that several columns make."""
    return CompositeProperty(_class_or_attr, *attrs, **kw)


_DATACLASS = ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash",
              "dataclass_metadata")


class MappedColumn(ColumnElement):
    """`mapped_column()`: a column that takes its type from an annotation."""

    _dataclass = {}
    _deferred = False
    _deferred_group = None
    _raiseload = None
    _existing = False
    _sort_order = 0
    _active_history = False
    _default_is_insert = False
    _says_nullable = False

    __init__ = _init_mapped_column

    def __clause_element__(self):
        return self.column

    def _says_type(self):
        return not isinstance(self.column.type, sa.types.NullType)

    @property
    def name(self):
        return self.column.name

    @property
    def key(self):
        return self.column.key

    @property
    def type(self):
        return self.column.type

    @property
    def foreign_keys(self):
        return self.column.foreign_keys

    @property
    def table(self):
        return self.column.table

    @property
    def primary_key(self):
        return self.column.primary_key

    def _copy(self):
        made = MappedColumn()
        made.__dict__.update(self.__dict__)
        made.column = self.column._copy()
        return made


def orm_insert_sentinel(type_=None, **kw):
    """A column that only counts the rows of an INSERT."""
    return _unsupported("orm_insert_sentinel()")
