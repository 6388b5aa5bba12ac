"""`aliased()`, `Bundle` and their relatives."""

__name__ = "sqlalchemy.orm.util"


class AliasedClass:
    """A mapped class read from an alias or a subquery."""

    __type_params__ = ()

    def __init__(self, entity, alias=None, name=None, flat=False, adapt_on_names=False):
        mapper = entity._mapper if isinstance(entity, AliasedClass) else class_mapper(entity)
        mapper._configure()
        self._mapper = mapper
        self._name = name
        self._adapted = {}
        if alias is None:
            if len(mapper._tables) > 1:
                self._parts = [(table, table.alias()) for table in mapper._tables]
                source = self._parts[0][1]
                for (table, made), sub in zip(self._parts[1:], _lineage(mapper)[1:]):
                    condition = sa.and_(*[
                        self._column(referred) == made.c[refers.key]
                        for referred, refers in sub._inherit_pairs
                    ])
                    source = sa.join(source, made, condition)
                self._source = source
                return
            alias = mapper.local_table.alias(name)
            self._parts = [(mapper.local_table, alias)]
        else:
            self._parts = [(table, alias) for table in mapper._tables]
        self._source = alias

    def __limbec_from__(self):
        return self._source

    def __limbec_entity__(self):
        return self._mapper._entity(self)

    def __limbec_criteria__(self):
        return self._mapper._criteria(self)

    def _column(self, column):
        for table, alias in self._parts:
            if column.table is table:
                found = alias.c.get(column.key)
                if found is None:
                    found = alias.c.get("%s_%s" % (table.name, column.key))
                if found is not None:
                    return found
        return column

    def _adapt(self, column):
        if isinstance(column, sa.Column):
            return self._column(column)
        return self._adapt_expression(column)

    def _adapt_expression(self, expression):
        def replace(table, schema, name):
            for known, alias in self._parts:
                if known.name == table:
                    for column in known.c:
                        if column.name == name:
                            return self._column(column)
            return None

        if isinstance(expression, (sa.Column, QueryableAttribute)):
            return self._adapt(_clause(expression))
        return _replace_columns(expression, replace)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        mapper = self.__dict__["_mapper"]
        prop = mapper._props.get(name)
        if prop is not None:
            if isinstance(prop, SynonymProperty):
                return getattr(self, prop.name)
            made = prop._attribute(mapper)
            made._source = made.parent = self
            self.__dict__[name] = made
            return made
        for cls in mapper.class_.__mro__:
            found = cls.__dict__.get(name)
            if isinstance(found, (hybrid_property, hybrid_method)):
                return found._of(self)
            if found is not None:
                return getattr(mapper.class_, name)
        raise AttributeError(
            "type object '%s' has no attribute '%s'" % (mapper.class_.__name__, name)
        )

    def __repr__(self):
        return "<AliasedClass at 0x%x; %s>" % (id(self), self._mapper.class_.__name__)

    def __str__(self):
        return "aliased(%s)" % self._mapper.class_.__name__


def _lineage(mapper):
    found = []
    while mapper is not None:
        if not mapper.single:
            found.insert(0, mapper)
        mapper = mapper.inherits
    return found


class AliasedInsp:
    """`inspect(aliased(User))`"""

    is_aliased_class = True

    def __init__(self, alias):
        self.entity = alias
        self.mapper = alias._mapper
        self.class_ = alias._mapper.class_
        self.selectable = alias._source
        self.name = alias._name


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    """An alias of a mapped class or of a table."""
    if isinstance(element, FromClause):
        return element.alias(name)
    return AliasedClass(element, alias, name, flat, adapt_on_names)


def with_polymorphic(base, classes, selectable=False, **kw):
    """A class with the columns of its subclasses: a module may make one, and is told where it is used."""
    return _placeholder("sqlalchemy.orm.with_polymorphic()")


def polymorphic_union(*args, **kw):
    """A UNION of the tables of classes."""
    return _unsupported("polymorphic_union()")


def join(left, right, onclause=None, isouter=False, full=False):
    """A join of mapped classes."""
    if onclause is not None and isinstance(onclause, RelationshipAttribute):
        _, steps, _ = onclause.__limbec_join__(right)
    elif isinstance(right, RelationshipAttribute):
        _, steps, _ = right.__limbec_join__(None)
    else:
        steps = [(right, onclause)]
    made = _from_of(left)
    for target, condition in steps:
        made = sa.join(made, _from_of(target), condition, isouter=isouter, full=full)
    return made


def outerjoin(left, right, onclause=None, full=False):
    """An outer join of mapped classes."""
    return join(left, right, onclause, True, full)


def _from_of(entity):
    hook = getattr(entity, "__limbec_from__", None)
    return entity if hook is None or isinstance(entity, FromClause) else hook()


class Bundle:
    """Several columns as one value of a row."""

    __type_params__ = ()

    single_entity = False
    is_bundle = True

    def __init__(self, name, *exprs, single_entity=False, **kw):
        self.name = self._label = name
        self.exprs = list(exprs)
        self.single_entity = single_entity
        self.c = self.columns = _Properties({expr.key: expr for expr in exprs})

    def __limbec_entity__(self):
        return [], list(self.exprs), None


def identity_key(*args, **kw):
    """The key by which a session knows an object."""
    return Session.identity_key(*args, **kw)


def with_parent(instance, prop, from_entity=None):
    """The condition that rows belong to an object."""
    state = _state_of(instance)
    prop = prop.prop
    prop.parent._configure()
    parts = []
    for referred, refers in prop.sync:
        mine, other = (refers, referred) if prop.direction is MANYTOONE else (referred, refers)
        parts.append(_bind(state, mine) == other)
    if prop.secondaryjoin is not None:
        parts.append(prop.secondaryjoin)
    return parts[0] if len(parts) == 1 else sa.and_(*parts)


def object_state(instance):
    return instance_state(instance)
