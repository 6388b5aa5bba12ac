"""Attributes of mapped classes: expressions on the class, values on its objects."""

__name__ = "sqlalchemy.orm.attributes"


class QueryableAttribute(ColumnElement):
    """An attribute of a mapped class, or of an alias of one, as an expression."""

    is_attribute = True
    _of_type = None
    _source = None

    # Those of columns are made by `_instrument` for all columns of a class.
    def __init__(self, parent, key, prop, source=None):
        self._parentmapper = parent
        self.key = key
        self.prop = prop
        if source is not None:
            self._source = source

    class_ = _Late("class_", lambda self: self._parentmapper.class_)
    # The mapper, or the alias that the attribute is read from.
    parent = _Late(
        "parent", lambda self: self._parentmapper if self._source is None else self._source
    )
    prop = _Late("prop", lambda self: self._parentmapper._props[self.key])

    @property
    def _entity(self):
        """What an option or a join starts from."""
        return self._parentmapper.class_ if self._source is None else self._source

    @property
    def type(self):
        return self.expression.type

    @property
    def name(self):
        return getattr(self.expression, "name", self.key)

    @property
    def table(self):
        return getattr(self.expression, "table", None)

    @property
    def foreign_keys(self):
        return self.expression.foreign_keys

    @property
    def primary_key(self):
        return self.expression.primary_key

    @property
    def nullable(self):
        return self.expression.nullable

    @property
    def info(self):
        return self.prop.info

    @property
    def expression(self):
        return self.__clause_element__()

    @property
    def comparator(self):
        return self.prop._comparator(self)

    def __clause_element__(self):
        return self.prop._expression(self._source, self._parentmapper)

    def __limbec_from__(self):
        if self._source is not None:
            return self._source.__limbec_from__()
        return self._parentmapper._from_of(self.prop)

    def __limbec_criteria__(self):
        return self._parentmapper._criteria(self._source)

    def label(self, name):
        return self.expression.label(name)

    def __hash__(self):
        return hash((id(self._parentmapper), self.key, id(self._source)))

    def __str__(self):
        return "%s.%s" % (self.class_.__name__, self.key)

    def __repr__(self):
        return "<%s object at 0x%x>" % (
            "sqlalchemy.orm.attributes.InstrumentedAttribute",
            id(self),
        )

    def desc(self):
        return self.expression.desc()

    def asc(self):
        return self.expression.asc()


QueryableAttribute.property = _Late("property", lambda self: self.prop)


class InstrumentedAttribute(QueryableAttribute):
    """An attribute with values of columns."""

    def __get__(self, instance, owner):
        if instance is None:
            return self
        values = instance.__dict__
        key = self.key
        if key in values:
            return values[key]
        return _load_missing(instance, self.prop)

    def __set__(self, instance, value):
        values = instance.__dict__
        key = self.key
        state = values.get("_sa_instance_state") or instance_state(instance)
        prop = self.prop
        if key in values:
            old = values[key]
        else:
            old = NO_VALUE
            if prop._needs_history and key in state.expired_attributes:
                old = _load_missing(instance, prop)
        if prop._set_hooks:
            value = prop._before_set(instance, value, old)
        state._modify(key, old)
        state.expired_attributes.discard(key)
        values[key] = value

    def __delete__(self, instance):
        values = instance.__dict__
        state = instance_state(instance)
        old = values.get(self.key, NO_VALUE)
        if old is NO_VALUE:
            old = _load_missing(instance, self.prop)
            if self.key not in values:
                raise AttributeError(
                    "%r object does not have a value set" % (self.key,)
                )
        state._modify(self.key, old)
        del values[self.key]


class RelationshipAttribute(InstrumentedAttribute):
    """An attribute with related objects."""

    def __get__(self, instance, owner):
        if instance is None:
            return self
        values = instance.__dict__
        if self.key in values:
            return values[self.key]
        return self.prop._load(instance_state(instance))

    def __set__(self, instance, value):
        self._parentmapper._configure()
        if self.prop._set_hooks and not self.prop.uselist:
            value = self.prop._before_set(instance, value, instance.__dict__.get(self.key))
        self.prop._assign(instance_state(instance), value)

    def __delete__(self, instance):
        self.prop._assign(instance_state(instance), [] if self.prop.uselist else None)
        instance.__dict__.pop(self.key, None)

    @property
    def type(self):
        raise AttributeError("a relationship has no type")

    @property
    def entity(self):
        self._parentmapper._configure()
        return self.prop.mapper

    @property
    def mapper(self):
        self._parentmapper._configure()
        return self.prop.mapper

    def __clause_element__(self):
        self._parentmapper._configure()
        return self.prop._join_condition(self._source, self._of_type)

    def __limbec_from__(self):
        return None if self._source is None else self._source.__limbec_from__()

    def of_type(self, entity):
        """The relationship to a subclass or to an alias."""
        made = RelationshipAttribute(self._parentmapper, self.key, self.prop, self._source)
        made._of_type = entity
        made._extra = getattr(self, "_extra", None)
        return made

    def and_(self, *criteria):
        """The relationship, with another condition for joins along it."""
        made = RelationshipAttribute(self._parentmapper, self.key, self.prop, self._source)
        made._of_type = self._of_type
        made._extra = sa.and_(*criteria)
        return made

    def __limbec_join__(self, target):
        self._parentmapper._configure()
        return self.prop._join_steps(
            self._source, self._of_type if target is None else target, getattr(self, "_extra", None)
        )

    def _told(self):
        self._parentmapper._configure()
        return self.prop

    def _comparator(self):
        """The comparator that the model makes, where it makes one."""
        factory = self.prop.comparator_factory
        return None if factory is None else factory(self._told(), self._parentmapper)

    def __eq__(self, other):
        own = self._comparator()
        return own == other if own is not None else self._told()._equals(self._source, other)

    def __ne__(self, other):
        own = self._comparator()
        return own != other if own is not None else self._told()._differs(self._source, other)

    def __hash__(self):
        return QueryableAttribute.__hash__(self)

    def is_(self, other):
        own = self._comparator()
        return own.is_(other) if own is not None else self == other

    def is_not(self, other):
        own = self._comparator()
        return own.is_not(other) if own is not None else self != other

    isnot = is_not

    def in_(self, other):
        own = self._comparator()
        if own is not None:
            return own.in_(other)
        raise NotImplementedError(
            "in_() not yet supported for relationships.  For a simple many-to-one, use in_() "
            "against the set of foreign key values."
        )

    def any(self, criterion=None, **kwargs):
        if not self._told().uselist:
            raise sa_exc.InvalidRequestError(
                "'any()' not implemented for scalar attributes. Use has()."
            )
        return self.prop._exists(self._source, self._of_type, criterion, kwargs)

    def has(self, criterion=None, **kwargs):
        if self._told().uselist:
            raise sa_exc.InvalidRequestError("'has()' not implemented for collections. Use any().")
        return self.prop._exists(self._source, self._of_type, criterion, kwargs)

    def contains(self, other, **kwargs):
        if not self._told().uselist:
            raise sa_exc.InvalidRequestError(
                "'contains' not implemented for scalar attributes.  Use =="
            )
        return self.prop._contains(self._source, other)


class SynonymAttribute(InstrumentedAttribute):
    """Another name of an attribute."""

    def __get__(self, instance, owner):
        if instance is None:
            return getattr(self.class_ if self._source is None else self._source, self.prop.name)
        return getattr(instance, self.prop.name)

    def __set__(self, instance, value):
        setattr(instance, self.prop.name, value)

    def __delete__(self, instance):
        delattr(instance, self.prop.name)


class CompositeAttribute(InstrumentedAttribute):
    """Several columns as one value object."""

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return self.prop._value(instance)

    def __set__(self, instance, value):
        self.prop._store(instance, value)

    def __eq__(self, other):
        if self.prop.comparator_factory is not None:
            return self.prop.comparator_factory(self.prop, self._parentmapper) == other
        columns = self.prop._expressions(self._source, self._parentmapper)
        values = self.prop._parts(other)
        return sa.and_(*[column == value for column, value in zip(columns, values)])

    def __ne__(self, other):
        return sa.not_(self == other)

    def __hash__(self):
        return QueryableAttribute.__hash__(self)

    @property
    def type(self):
        raise AttributeError("a composite has no type")


def _load_missing(instance, prop):
    """The value of a column attribute that the object does not hold."""
    state = instance_state(instance)
    key = prop.key
    if state.key is None:
        # A new object: nothing is there yet.
        return None
    if state._session is None:
        if state._deleted and key not in state.expired_attributes:
            return None
        if key in state.expired_attributes or prop.deferred:
            what = "attribute refresh operation" if key in state.expired_attributes else (
                "deferred load operation of attribute '%s'" % key
            )
            raise DetachedInstanceError(
                (
                    "Instance %s is not bound to a Session; %s cannot proceed"
                    if key in state.expired_attributes
                    else "Parent instance %s is not bound to a Session; %s cannot proceed"
                )
                % (_state_str(state), what),
                code="bhk3",
            )
    if state._session is None:
        raise DetachedInstanceError(
            "Instance %s is not bound to a Session; attribute refresh operation cannot proceed"
            % _state_str(state),
            code="bhk3",
        )
    if ("raise", key) in state.load_options:
        raise sa_exc.InvalidRequestError(
            "'%s' is not available due to raiseload=True" % prop
        )
    state._session._load_attributes(state, prop)
    return instance.__dict__.get(key)
