"""Relationships: how they are joined, read, compared and changed."""

__name__ = "sqlalchemy.orm.relationships"

# Columns that `foreign()` and `remote()` marked in the condition that is being written.
_MARKS = {"foreign": [], "remote": []}


def foreign(expr):
    """Mark a column of a `primaryjoin` as the one that refers."""
    _MARKS["foreign"].append(_clause(expr))
    return expr


def remote(expr):
    """Mark a column of a `primaryjoin` as that of the other side."""
    _MARKS["remote"].append(_clause(expr))
    return expr


def _take_marks():
    marks = {name: list(found) for name, found in _MARKS.items()}
    for found in _MARKS.values():
        found.clear()
    return marks


def _adapted(entity, column):
    """A column as an alias has it; a class has its own."""
    adapt = getattr(entity, "_adapt", None) if isinstance(entity, AliasedClass) else None
    return column if adapt is None else adapt(column)


def _among(columns, wanted):
    return any(column is wanted for column in columns)


class _RelationshipComparator(PropComparator):
    """What user-made comparators of relationships extend; they say themselves what a comparison is."""

    def _refuse(self, *args, **kwargs):
        _unsupported("what RelationshipProperty.Comparator itself does")

    __eq__ = __ne__ = is_ = is_not = in_ = any = has = contains = of_type = _refuse

    def __hash__(self):
        return id(self)


class RelationshipProperty(MapperProperty):
    """What `relationship()` makes."""

    Comparator = _RelationshipComparator

    strategy_wildcard_key = "relationship"
    _dependents = None
    direction = MANYTOONE
    sync = ()
    secondary_sync = ()
    mapper = None

    def __init__(self, argument=None, secondary=None, *, uselist=None, collection_class=None,
                 primaryjoin=None, secondaryjoin=None, back_populates=None, order_by=False,
                 backref=None, overlaps=None, post_update=False, cascade=None, viewonly=False,
                 lazy="select", passive_deletes=False, passive_updates=True, active_history=False,
                 enable_typechecks=True, foreign_keys=None, remote_side=None, join_depth=None,
                 comparator_factory=None, single_parent=False, innerjoin=False,
                 distinct_target_key=None, load_on_pending=False, query_class=None, info=None,
                 omit_join=None, sync_backref=None, doc=None, bake_queries=True,
                 cascade_backrefs=False, init=..., repr=..., default=..., default_factory=...,
                 compare=..., kw_only=..., hash=..., dataclass_metadata=None, **kw):
        if kw:
            raise TypeError(
                "relationship() got an unexpected keyword argument '%s'" % next(iter(kw))
            )
        self._dataclass = {
            "init": init, "repr": repr, "default": default, "default_factory": default_factory,
            "compare": compare, "kw_only": kw_only, "hash": hash,
        }
        self.argument = argument
        self.secondary = secondary
        self.uselist = uselist
        self.collection_class = collection_class
        self._given = {
            "primaryjoin": primaryjoin, "secondaryjoin": secondaryjoin,
            "foreign_keys": foreign_keys, "remote_side": remote_side, "order_by": order_by,
        }
        self._marks = _take_marks()
        self.back_populates = back_populates
        self.backref = backref
        self.viewonly = viewonly
        self.lazy = {True: "select", False: "joined", None: "noload"}.get(lazy, lazy)
        self.passive_deletes = passive_deletes
        self.post_update = post_update
        if comparator_factory is not None:
            self.comparator_factory = comparator_factory
        self._info = info
        self.doc = doc
        default = "merge" if viewonly else "save-update, merge"
        self._says_cascade = cascade is not None
        self.cascade = _cascade(default if cascade is None else cascade)
        self.back = None
        self._ready = False
        self.order_by = []

    def _copy(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._set_hooks = ()
        return made

    def _attribute(self, mapper):
        return RelationshipAttribute(mapper, self.key, self)

    def __repr__(self):
        return "<Relationship at 0x%x; %s>" % (id(self), self.key)

    # How the two sides are joined.

    @property
    def entity(self):
        return self.mapper

    def _evaluated(self, value):
        if isinstance(value, str):
            return self.parent.registry._evaluate(value, self.parent.class_)
        if callable(value) and not isinstance(value, (type, ColumnElement, FromClause)):
            return value()
        return value

    def _setup(self):
        """Find the other side and the condition between the two."""
        if self._ready or self.argument is None:
            return
        self._ready = True
        target = self._evaluated(self.argument)
        if isinstance(target, Mapper):
            target = target.class_
        self.mapper = target._mapper if isinstance(target, AliasedClass) else class_mapper(
            target, configure=False
        )
        self.target = self.mapper.local_table
        if isinstance(self.secondary, str) or callable(self.secondary):
            self.secondary = self._evaluated(self.secondary)
        given = {}
        for name, value in self._given.items():
            if value is None or value is False:
                given[name] = None
                continue
            _take_marks()
            if name in ("primaryjoin", "secondaryjoin"):
                given[name] = self._evaluated(value)
                for kind, found in _take_marks().items():
                    self._marks[kind] = self._marks[kind] + found
            else:
                found = self._evaluated(value)
                given[name] = [_clause(self._evaluated(item)) for item in _as_list(found)]
        self.order_by = given["order_by"] or []
        self._join(given)
        if self.uselist is None:
            self.uselist = self.direction is not MANYTOONE
        if self.uselist is False and self._needs_history is False:
            self._needs_history = self.direction is not MANYTOONE
        self._generate_backref()

    def _join(self, given):
        owner = self.parent
        self.primaryjoin = given["primaryjoin"]
        self.secondaryjoin = given["secondaryjoin"]
        self._custom = self.primaryjoin is not None or self.secondaryjoin is not None
        referring = (given["foreign_keys"] or []) + self._marks["foreign"]
        far = (given["remote_side"] or []) + self._marks["remote"]
        if self.secondary is not None:
            self.direction = MANYTOMANY
            self.sync = self._pairs_between(owner, [self.secondary], self.primaryjoin, referring)
            self.secondary_sync = self._pairs_between(
                self.mapper, [self.secondary], self.secondaryjoin, referring
            )
            if self.primaryjoin is None:
                self.primaryjoin = _equalities(self.sync)
            if self.secondaryjoin is None:
                self.secondaryjoin = _equalities(self.secondary_sync)
            return
        self.secondary_sync = []
        mine, theirs = owner._tables, self.mapper._tables
        if self.primaryjoin is not None:
            pairs = self._pairs_of(self.primaryjoin, referring)
        else:
            pairs = _foreign_pairs(mine, theirs, referring)
            if not pairs:
                raise sa_exc.NoForeignKeysError(
                    "Could not determine join condition between parent/child tables on "
                    "relationship %s - there are no foreign keys linking these tables.  Ensure "
                    "that referencing columns are associated with a ForeignKey or "
                    "ForeignKeyConstraint, or specify a 'primaryjoin' expression." % self
                )
            pairs = self._one_path(pairs)
        self._choose_direction(pairs, mine, theirs, far)
        if self.primaryjoin is None:
            self.primaryjoin = _equalities(self.sync)

    def _one_path(self, pairs):
        constraints = []
        for _, column, constraint in pairs:
            if not _among(constraints, constraint):
                constraints.append(constraint)
        if len(constraints) > 1:
            raise sa_exc.AmbiguousForeignKeysError(
                "Could not determine join condition between parent/child tables on relationship "
                "%s - there are multiple foreign key paths linking the tables.  Specify the "
                "'foreign_keys' argument, providing a list of those columns which should be "
                "counted as containing a foreign key reference to the parent table." % self
            )
        return [(a, b) for a, b, _ in pairs]

    def _choose_direction(self, pairs, mine, theirs, far):
        """`sync`: from the column that is referred to, to the one that refers."""
        self.sync = pairs
        referred, refers = pairs[0]
        if _among(mine, refers.table) and _among(theirs, refers.table):
            many_to_one = _among(far, referred) or (
                not far and self.uselist is False and False
            )
            if far and not _among(far, referred) and not _among(far, refers):
                many_to_one = False
            self.direction = MANYTOONE if many_to_one else ONETOMANY
        elif _among(mine, refers.table):
            self.direction = MANYTOONE
        else:
            self.direction = ONETOMANY

    def _pairs_between(self, mapper, others, condition, referring):
        if condition is not None:
            return self._pairs_of(condition, referring)
        found = _foreign_pairs(mapper._tables, others, [])
        found = [pair for pair in found if _among(others, pair[1].table)]
        if referring:
            named = [pair for pair in found if _among(referring, pair[1])]
            found = named or found
        if not found:
            raise sa_exc.NoForeignKeysError(
                "Could not determine join condition between parent/child tables on relationship "
                "%s - there are no foreign keys linking these tables via secondary table '%s'.  "
                "Ensure that referencing columns are associated with a ForeignKey or "
                "ForeignKeyConstraint, or specify 'primaryjoin' and 'secondaryjoin' expressions."
                % (self, self.secondary)
            )
        return self._one_path(found)

    def _pairs_of(self, condition, referring):
        """The pairs of columns that a condition compares."""
        tables = list(self.parent._tables) + list(self.mapper._tables)
        if self.secondary is not None:
            tables.append(self.secondary)
        pairs = []
        for left, right in _column_pairs(condition):
            left, right = _find_column(tables, left), _find_column(tables, right)
            if left is None or right is None:
                continue
            if _among(referring, left) or (
                not referring and any(key.column is right for key in left.foreign_keys)
            ):
                pairs.append((right, left))
            elif _among(referring, right) or (
                not referring and any(key.column is left for key in right.foreign_keys)
            ):
                pairs.append((left, right))
        if not pairs:
            raise sa_exc.ArgumentError(
                "Could not locate any relevant foreign key columns for primary join condition "
                "'%s' on relationship %s.  Ensure that referencing columns are associated with a "
                "ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with "
                "the foreign() annotation." % (condition, self)
            )
        return pairs

    def _generate_backref(self):
        if self.backref is not None:
            given, self.backref = self.backref, None
            name, options = given if isinstance(given, tuple) else (given, {})
            options = dict(options)
            if "primaryjoin" not in options:
                options["primaryjoin"] = self._given["primaryjoin"]
            if self.secondary is not None:
                options.setdefault("primaryjoin", self._given["secondaryjoin"])
                if self._given["primaryjoin"] is not None:
                    options["primaryjoin"] = self._given["secondaryjoin"]
                    options["secondaryjoin"] = self._given["primaryjoin"]
            if self._given["foreign_keys"] is not None and self.secondary is None:
                options.setdefault("foreign_keys", self._given["foreign_keys"])
            if self.parent._tables[0] is self.mapper._tables[0] and self.secondary is None:
                if self.direction is ONETOMANY:
                    options.setdefault("remote_side", [a for a, _ in self.sync])
                else:
                    options.setdefault("remote_side", [b for _, b in self.sync])
            if self.secondary is not None and self.parent is self.mapper:
                # The way back of a class that is related to itself.
                options.setdefault("_swapped", True)
            swapped = options.pop("_swapped", False)
            options.setdefault("viewonly", self.viewonly)
            other = RelationshipProperty(
                self.parent.class_, self.secondary, back_populates=self.key, **options
            )
            other._marks = {name: list(found) for name, found in self._marks.items()}
            self.back_populates = name
            self.mapper._add_property(name, other)
            if not swapped:
                other._setup()
        if self.back_populates is not None:
            other = self.mapper._props.get(self.back_populates)
            if other is None:
                raise sa_exc.InvalidRequestError(
                    "Mapper '%s' has no property '%s'.  If this property was indicated from other "
                    "mappers or configure events, ensure registry.configure() has been called."
                    % (self.mapper, self.back_populates)
                )
            if isinstance(other, RelationshipProperty) and not self.viewonly:
                if not other.viewonly:
                    self.back = other
                    if other.back is None:
                        other.back = self

    def _expression(self, source, mapper):
        return self._join_condition(source, None)

    def _local_columns(self):
        """The columns of the owner that the relationship is read by."""
        if self.direction is MANYTOONE:
            return [refers for _, refers in self.sync]
        return [referred for referred, _ in self.sync]

    @property
    def local_columns(self):
        return set(self._local_columns())

    @property
    def remote_side(self):
        if self.direction is MANYTOONE:
            return {referred for referred, _ in self.sync}
        return {refers for _, refers in self.sync} | {refers for _, refers in self.secondary_sync}

    @property
    def local_remote_pairs(self):
        if self.direction is MANYTOONE:
            return [(b, a) for a, b in self.sync]
        return list(self.sync) + [(a, b) for a, b in self.secondary_sync]

    @property
    def synchronize_pairs(self):
        return list(self.sync)

    @property
    def _uses_get(self):
        """Whether the other object is named by its primary key."""
        if self.direction is not MANYTOONE or self._custom and len(
            _column_pairs(self.primaryjoin)
        ) != len(self.sync):
            return False
        keys = self.mapper.primary_key
        return len(keys) == len(self.sync) and all(
            any(self.mapper._same_column(referred, key) for referred, _ in self.sync)
            for key in keys
        )

    def _ends(self, source, target):
        """The condition between an owner and a target, either of which may be an alias."""
        self._setup()
        if not isinstance(source, AliasedClass) and not isinstance(target, AliasedClass):
            return self.primaryjoin
        if self._custom:
            selfish = self.parent._tables[0] is self.mapper._tables[0]
            if not selfish:
                made = self.primaryjoin
                for alias in (source, target):
                    if isinstance(alias, AliasedClass):
                        made = alias._adapt_expression(made)
                return made
        parts = []
        for referred, refers in self.sync:
            if self.direction is MANYTOONE:
                parts.append(_adapted(target, referred) == _adapted(source, refers))
            else:
                parts.append(_adapted(source, referred) == _adapted(target, refers))
        return parts[0] if len(parts) == 1 else sa.and_(*parts)

    def _join_condition(self, source, target):
        if self.secondary is not None:
            return sa.and_(self.primaryjoin, self.secondaryjoin)
        return self._ends(source, target)

    def _through(self, source, target, secondary):
        """The two conditions of a relationship through another table."""
        if self._custom and not isinstance(source, AliasedClass) and not isinstance(
            target, AliasedClass
        ) and secondary is self.secondary:
            return self.primaryjoin, self.secondaryjoin
        first = [
            _adapted(source, referred) == secondary.c[refers.key] for referred, refers in self.sync
        ]
        second = [
            _adapted(target, referred) == secondary.c[refers.key]
            for referred, refers in self.secondary_sync
        ]
        return sa.and_(*first), sa.and_(*second)

    def _join_steps(self, source, target, extra):
        target = self.mapper.class_ if target is None else target
        left = self.parent.class_ if source is None else source
        if self.secondary is not None:
            secondary = self.secondary.alias()
            first, second = self._through(source, target, secondary)
            steps = [(secondary, first), (target, second)]
        else:
            steps = [(target, self._ends(source, target))]
        if extra is not None:
            if isinstance(target, AliasedClass):
                extra = target._adapt_expression(extra)
            last, condition = steps[-1]
            steps[-1] = (last, sa.and_(condition, extra))
        return left, steps, target

    # Comparisons.

    def _exists(self, source, target, criterion, named):
        target = self.mapper.class_ if target is None else target
        if self.parent._tables[0] is self.mapper._tables[0] and not isinstance(
            target, AliasedClass
        ):
            target = aliased(self.mapper.class_)
            if criterion is not None:
                criterion = target._adapt_expression(criterion)
        conditions = []
        froms = [target.__limbec_from__()]
        if self.secondary is not None:
            secondary = self.secondary
            conditions.extend(self._through(source, target, secondary))
            froms = [froms[0], secondary]
        else:
            conditions.append(self._ends(source, target))
        for name, value in named.items():
            conditions.append(getattr(target, name) == value)
        if criterion is not None:
            conditions.append(criterion)
        narrowed = self.mapper._criteria(target if isinstance(target, AliasedClass) else None)
        if narrowed is not None:
            conditions.append(narrowed)
        query = sa.select(sa.literal_column("1")).where(sa.and_(*conditions))
        if len(froms) > 1 or isinstance(froms[0], sa.Join):
            query = query.select_from(*froms)
        return query.correlate_except(*froms).exists()

    def _equals(self, source, other):
        if other is None or isinstance(other, sa.sql.elements.Null):
            if self.direction is MANYTOONE:
                parts = [_adapted(source, refers).is_(None) for _, refers in self.sync]
                return sa.and_(*parts)
            return sa.not_(self._exists(source, None, None, {}))
        if self.uselist:
            raise sa_exc.InvalidRequestError(
                "Can't compare a collection to an object or collection; use contains() to test "
                "for membership."
            )
        return self._pointing_at(source, other)

    def _pointing_at(self, source, other):
        state = _state_of(other)
        parts = []
        if self.direction is MANYTOONE:
            for referred, refers in self.sync:
                parts.append(_bind(state, referred) == _adapted(source, refers))
        else:
            for referred, refers in self.sync:
                parts.append(_adapted(source, referred) == _bind(state, refers))
        return parts[0] if len(parts) == 1 else sa.and_(*parts)

    def _differs(self, source, other):
        if other is None or isinstance(other, sa.sql.elements.Null):
            if self.direction is MANYTOONE:
                return sa.and_(*[
                    _adapted(source, refers).is_not(None) for _, refers in self.sync
                ])
            return self._exists(source, None, None, {})
        if self.uselist:
            raise sa_exc.InvalidRequestError(
                "Can't compare a collection to an object or collection; use contains() to test "
                "for membership."
            )
        state = _state_of(other)
        parts = []
        for referred, refers in self.sync:
            column = _adapted(source, refers)
            parts.append(sa.or_(column != _bind(state, referred), column.is_(None)))
        return parts[0] if len(parts) == 1 else sa.and_(*parts)

    def _contains(self, source, other):
        if self.secondary is None:
            return self._pointing_at(source, other)
        secondary = self.secondary.alias()
        state = _state_of(other)
        first = [
            _adapted(source, referred) == secondary.c[refers.key] for referred, refers in self.sync
        ]
        second = [
            _bind(state, referred) == secondary.c[refers.key]
            for referred, refers in self.secondary_sync
        ]
        return sa.and_(*first, *second)

    # Reading.

    def _load(self, state):
        """The related objects, read now if that is possible."""
        self.parent._configure()
        if self.argument is None:
            _unsupported("the relationship %s, whose class is not said" % self)
        if self.lazy == "dynamic":
            return AppenderQuery(self, state)
        if self.lazy == "write_only":
            return _unsupported("a relationship with lazy='write_only'")
        if state.key is None:
            return self._fill(state, ()) if self.uselist else None
        lazy = self.lazy
        for kind, path in state.load_options:
            if path == self.key and kind in ("raise", "noload", "raise_on_sql"):
                lazy = kind
        if lazy == "noload":
            return self._fill(state, ()) if self.uselist else self._fill(state, None)
        session = state._session
        if session is None:
            raise DetachedInstanceError(
                "Parent instance %s is not bound to a Session; lazy load operation of attribute "
                "'%s' cannot proceed" % (_state_str(state), self.key),
                code="bhk3",
            )
        if lazy == "raise":
            raise sa_exc.InvalidRequestError(
                "'%s' is not available due to lazy='raise'" % self
            )
        if session.autoflush and session._autoflush_on:
            session._autoflush()
        if self.key in state.dict:
            return state.dict[self.key]
        found = self._fetch(state, session, lazy)
        if not self.uselist:
            if len(found) > 1:
                _warn(
                    "Multiple rows returned with uselist=False for lazily-loaded attribute '%s' "
                    % self
                )
            found = found[0] if found else None
        return self._fill(state, found)

    def _value_of(self, state, column):
        prop = self.parent.get_property_by_column(column)
        values = state.dict
        if prop.key in state.committed_state and state.key is not None:
            before = state.committed_state[prop.key]
            if before is not NO_VALUE and self.direction is not MANYTOONE:
                return before
        if prop.key in values:
            return values[prop.key]
        return getattr(state.obj(), prop.key)

    def _fetch(self, state, session, lazy):
        if self._uses_get:
            named = {}
            for referred, refers in self.sync:
                named[referred] = self._value_of(state, refers)
            if all(value is None for value in named.values()):
                return []
            key = tuple(
                next(v for r, v in named.items() if self.mapper._same_column(r, column))
                for column in self.mapper.primary_key
            )
            if any(value is None for value in key):
                return []
            known = session.identity_map.get(self.mapper._identity_key(key))
            if known is not None:
                return [known]
            if lazy == "raise_on_sql":
                raise sa_exc.InvalidRequestError(
                    "'%s' is not available due to lazy='raise_on_sql'" % self
                )
            found = session._read_by_key(self.mapper.class_, key)
            return [] if found is None else [found]
        if lazy == "raise_on_sql":
            raise sa_exc.InvalidRequestError(
                "'%s' is not available due to lazy='raise_on_sql'" % self
            )
        local = self._local_columns()
        values = [self._value_of(state, column) for column in local]
        if all(value is None for value in values):
            return []
        return session._objects(self._lazy_select(local, values))

    def _lazy_select(self, local, values):
        """The query for the related objects of one owner."""
        target = self.mapper.class_
        query = sa.select(target)._limbec_labelled()
        if self._custom and self.parent._tables[0] is not self.mapper._tables[0]:
            tables = self.parent._tables
            given = list(zip(local, values))

            def replace(table, schema, name):
                for column, value in given:
                    if column.name == name and column.table.name == table:
                        return sa.bindparam(None, value, type_=column.type)
                return None

            query = query.where(_replace_columns(self.primaryjoin, replace))
            if self.secondary is not None:
                query = query.where(self.secondaryjoin)
        else:
            parts = []
            for (referred, refers), value in zip(self.sync, values):
                other, mine = (referred, refers) if self.direction is MANYTOONE else (
                    refers, referred
                )
                bind = sa.bindparam(None, value, type_=mine.type)
                parts.append(other == bind if self.direction is MANYTOONE else bind == other)
            if self.secondary is not None:
                for referred, refers in self.secondary_sync:
                    parts.append(referred == refers)
                query = query.select_from(self.target, self.secondary)
            query = query.where(sa.and_(*parts))
        if self.order_by:
            query = query.order_by(*self.order_by)
        return query

    def _fill(self, state, value):
        """Keep what was read."""
        state.expired_attributes.discard(self.key)
        if not self.uselist:
            state.dict[self.key] = value
            return value
        made = _new_collection(self.collection_class)
        for item in value:
            made._sa_load(item)
        added, removed = state._pending_mutations.pop(self.key, ((), ()))
        if added or removed:
            state.committed_state[self.key] = made._sa_items()
            for item in added:
                if not _has(made._sa_items(), item):
                    made._sa_load(item)
            for item in removed:
                if _has(made._sa_items(), item):
                    type(made).__mro__
                    _drop(made, item)
        made._sa_adapter = CollectionAdapter(self, state)
        state.dict[self.key] = made
        return made

    # Changing.

    def _collection_changes(self, state):
        collection = state.dict.get(self.key)
        before = NO_VALUE if collection is None else collection._sa_items()
        state._modify(self.key, before)

    def _item_added(self, state, item):
        if item is None:
            return item
        for hook in self._set_hooks:
            item = hook(state.obj(), item, NO_VALUE)
        self._check(item)
        if self.back is not None:
            self.back._told_added(instance_state(item), state.obj())
        session = state._session
        if session is not None and "save-update" in self.cascade:
            session._save_or_update(instance_state(item))
        return item

    def _item_removed(self, state, item):
        if item is None:
            return
        if self.back is not None:
            self.back._told_removed(instance_state(item), state.obj())
        session = state._session
        if session is not None and "delete-orphan" in self.cascade:
            child = instance_state(item)
            if child.key is None and child._session is session:
                session._expunge(child)

    def _check(self, item):
        mapper = _mapper_or_none(type(item))
        if mapper is None:
            raise UnmappedInstanceError(item)

    def _told_added(self, state, other):
        """The other side of the relationship has taken this object in."""
        if self.uselist:
            if self.key in state.dict:
                collection = state.dict[self.key]
                if not _has(collection._sa_items(), other):
                    self._collection_changes(state)
                    collection._sa_load(other)
            elif state.key is None:
                collection = self._fill(state, ())
                self._collection_changes(state)
                collection._sa_load(other)
            else:
                added, removed = state._pending_mutations.setdefault(self.key, ([], []))
                if not _has(added, other):
                    added.append(other)
                state._modify("_sa_pending", NO_VALUE)
                state.committed_state.pop("_sa_pending", None)
            return
        old = state.dict.get(self.key, NO_VALUE)
        if old is other:
            return
        if old is NO_VALUE:
            old = self._peek(state)
        if old is not NO_VALUE and old is not None and self.back is not None:
            self.back._told_removed(instance_state(old), state.obj())
        state._modify(self.key, old)
        state.dict[self.key] = other

    def _told_removed(self, state, other):
        """The other side of the relationship has let this object go."""
        if self.uselist:
            if self.key in state.dict:
                collection = state.dict[self.key]
                if _has(collection._sa_items(), other):
                    self._collection_changes(state)
                    _drop(collection, other)
            elif state.key is not None:
                added, removed = state._pending_mutations.setdefault(self.key, ([], []))
                if _has(added, other):
                    added[:] = [item for item in added if item is not other]
                else:
                    removed.append(other)
                state._modify("_sa_pending", NO_VALUE)
                state.committed_state.pop("_sa_pending", None)
            return
        if state.dict.get(self.key, other) is other:
            state._modify(self.key, other)
            state.dict[self.key] = None

    def _peek(self, state):
        """The object of a many-to-one as far as it is known without asking the database."""
        if state.key is None or state._session is None or not self._uses_get:
            return NO_VALUE
        values = []
        for column in self.mapper.primary_key:
            for referred, refers in self.sync:
                if self.mapper._same_column(referred, column):
                    values.append(state.dict.get(self.parent.get_property_by_column(refers).key))
        if any(value is None for value in values):
            return NO_VALUE
        found = state._session.identity_map.get(self.mapper._identity_key(tuple(values)))
        return NO_VALUE if found is None else found

    def _assign(self, state, value):
        if self.lazy in ("dynamic", "write_only"):
            return _unsupported("setting a relationship with lazy='%s'" % self.lazy)
        if self.uselist:
            return self._assign_collection(state, value)
        if value is not None:
            self._check(value)
        if self.key in state.dict:
            old = state.dict[self.key]
        elif self.direction is MANYTOONE:
            old = self._peek(state)
        elif state.key is not None and state._session is not None:
            old = self._load(state)
        else:
            old = NO_VALUE
        if old is value:
            if self.key not in state.dict:
                state.dict[self.key] = value
            return
        state._modify(self.key, old)
        state.dict[self.key] = value
        if self.back is not None:
            if old is not NO_VALUE and old is not None:
                self.back._told_removed(instance_state(old), state.obj())
            if value is not None:
                self.back._told_added(instance_state(value), state.obj())
        session = state._session
        if session is not None and value is not None and "save-update" in self.cascade:
            session._save_or_update(instance_state(value))

    def _assign_collection(self, state, value):
        if value is None or isinstance(value, (str, bytes)) or not hasattr(value, "__iter__"):
            raise TypeError(
                "Incompatible collection type: %s is not list-like"
                % ("None" if value is None else type(value).__name__)
            )
        if state.key is not None and self.key not in state.dict and state._session is not None:
            self._load(state)
        old = state.dict.get(self.key)
        before = [] if old is None else old._sa_items()
        if value is old:
            return
        items = list(value.values()) if isinstance(value, dict) else list(value)
        state._modify(self.key, before)
        if old is not None:
            old._sa_adapter = _SILENT
        made = _new_collection(self.collection_class)
        state.dict[self.key] = made
        for item in items:
            if not _has(before, item):
                item = self._item_added(state, item)
            made._sa_load(item)
        made._sa_adapter = CollectionAdapter(self, state)
        for item in before:
            if not _has(items, item):
                self._item_removed(state, item)


Relationship = RelationshipProperty


def _drop(collection, item):
    """Take an item out without telling anybody."""
    adapter, collection._sa_adapter = collection._sa_adapter, _SILENT
    try:
        collection._sa_discard(item)
    finally:
        collection._sa_adapter = adapter


def _bind(state, column):
    key = state.mapper.get_property_by_column(column).key
    value = state.dict[key] if key in state.dict else getattr(state.obj(), key)
    return sa.bindparam(None, value, type_=column.type)


def _equalities(pairs):
    parts = [referred == refers for referred, refers in pairs]
    return parts[0] if len(parts) == 1 else sa.and_(*parts)


def _foreign_pairs(mine, theirs, referring):
    """Referred column, referring column and constraint of each foreign key between two sides."""
    found = []
    for first, second in ((mine, theirs), (theirs, mine)):
        for table in first:
            for column in table.c:
                for key in column.foreign_keys:
                    try:
                        referred = key.column
                    except sa_exc.SQLAlchemyError:
                        continue
                    if not _among(second, referred.table):
                        continue
                    if referring and not _among(referring, column):
                        continue
                    if any(pair[1] is column and pair[0] is referred for pair in found):
                        continue
                    constraint = getattr(key, "constraint", None)
                    found.append((referred, column, key if constraint is None else constraint))
    return found


def _find_column(tables, named):
    """The column of (table, schema, name)."""
    for table in tables:
        if table.name == named[0]:
            for column in table.c:
                if column.name == named[2]:
                    return column
    return None


class CascadeOptions(frozenset):
    """What follows the owner: `save-update`, `merge`, `delete` ..."""

    @property
    def delete(self):
        return "delete" in self

    @property
    def delete_orphan(self):
        return "delete-orphan" in self


_CASCADES = ("save-update", "merge", "refresh-expire", "expunge", "delete")


def _cascade(text):
    words = [word.strip() for word in (text or "").split(",")] if not isinstance(
        text, (set, frozenset, list, tuple)
    ) else list(text)
    found = set()
    for word in words:
        if word == "all":
            found.update(_CASCADES)
        elif word == "none":
            found = set()
        elif word in _CASCADES or word == "delete-orphan":
            found.add(word)
        elif word:
            raise sa_exc.ArgumentError("Invalid cascade option(s): %r" % word)
    return CascadeOptions(found)


def relationship(argument=None, secondary=None, **kw):
    """A relationship to another mapped class."""
    return RelationshipProperty(argument, secondary, **kw)


def dynamic_loader(argument=None, **kw):
    """A relationship that is queried."""
    return RelationshipProperty(argument, lazy="dynamic", **kw)


def backref(name, **kwargs):
    """The options of the way back of a relationship."""
    return (name, kwargs)


class AppenderQuery:
    """What a relationship with `lazy="dynamic"` reads as: a query with `append` and `remove`."""

    __type_params__ = ()

    def __init__(self, prop, state):
        self._prop = prop
        self._state = state

    def _query(self):
        prop, state = self._prop, self._state
        session = state._session
        if session is None:
            raise DetachedInstanceError(
                "Parent instance %s is not bound to a Session, and no contextual session is "
                "established; lazy load operation of attribute '%s' cannot proceed"
                % (_state_str(state), prop.key)
            )
        local = prop._local_columns()
        values = [prop._value_of(state, column) for column in local]
        query = session.query(prop.mapper.class_)
        parts = []
        for (referred, refers), value in zip(prop.sync, values):
            bind = sa.bindparam(None, value, type_=referred.type)
            parts.append(bind == refers)
        if prop.secondary is not None:
            parts.extend(referred == refers for referred, refers in prop.secondary_sync)
        query = query.filter(*parts)
        if prop.order_by:
            query = query.order_by(*prop.order_by)
        return query

    def __iter__(self):
        return iter(self._query())

    def __getattr__(self, name):
        return getattr(self._query(), name)

    def __getitem__(self, index):
        return self._query()[index]

    def append(self, item):
        self._change()._sa_add(item)

    add = append

    def extend(self, items):
        for item in items:
            self.append(item)

    add_all = extend

    def remove(self, item):
        prop, state = self._prop, self._state
        added, removed = state._pending_mutations.setdefault(prop.key, ([], []))
        removed.append(item)
        state._modify("_sa_pending", NO_VALUE)
        state.committed_state.pop("_sa_pending", None)

    def _change(self):
        return _DynamicChange(self._prop, self._state)


class _DynamicChange:
    def __init__(self, prop, state):
        self.prop = prop
        self.state = state

    def _sa_add(self, item):
        added, _ = self.state._pending_mutations.setdefault(self.prop.key, ([], []))
        added.append(item)
        self.state._modify("_sa_pending", NO_VALUE)
        self.state.committed_state.pop("_sa_pending", None)
        self.prop._item_added(self.state, item)
