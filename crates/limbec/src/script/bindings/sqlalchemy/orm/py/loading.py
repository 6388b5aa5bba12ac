"""From the rows of a SELECT to objects."""

__name__ = "sqlalchemy.orm.loading"


class _Selected:
    """An entity in a SELECT list with the attributes that are read of it."""

    def __init__(self, entity, plan, hidden=False):
        self.entity = entity
        self.plan = plan
        self.hidden = hidden
        self.source = entity if isinstance(entity, AliasedClass) else None
        self.mapper = _mapper_of(entity)
        self.props = [prop for prop in self.mapper._column_props() if _is_read(prop, plan)]

    def __limbec_entity__(self):
        columns, self.places = self.mapper._columns_for(self.source, self.props)
        origin, _, criteria = self.mapper._entity(self.source)
        return [] if self.hidden else origin, columns, None if self.hidden else criteria


def _mapper_of(entity):
    return entity._mapper if isinstance(entity, AliasedClass) else entity.__mapper__


def _is_read(prop, plan):
    """Whether a column attribute is read with the others."""
    mapper = prop.parent
    needed = any(_among(prop.columns, key) for key in mapper.primary_key)
    if needed or prop.key == mapper._polymorphic_key:
        return True
    if plan.only is not None:
        return prop.key in plan.only or _is_needed(prop, plan)
    if prop.key in plan.deferred:
        return False
    if prop.deferred:
        return prop.key in plan.undeferred or "*" in plan.undeferred or prop.group in plan.groups
    return True


def _is_needed(prop, plan):
    """Whether a many-to-one that is joined goes by the column."""
    for other in prop.parent._props.values():
        if isinstance(other, RelationshipProperty) and other.direction is MANYTOONE:
            if plan.way(other)[0] == "joined" and any(
                _among(prop.columns, refers) for _, refers in other.sync
            ):
                return True
    return False


class _Loader:
    """Reads the objects of one entity from rows."""

    def __init__(self, session, selected, start, populate=False):
        self.session = session
        self.selected = selected
        self.mapper = selected.mapper
        self.places = [(key, start + place) for key, place in selected.places]
        wanted = dict(self.places)
        self.keys = [wanted[name] for name in self.mapper._key_names()]
        self.kind = wanted.get(self.mapper._polymorphic_key)
        self.populate = populate
        self.found = []
        self.children = []
        self.options = tuple(
            (way, key) for key, (way, _, _) in selected.plan.related.items()
            if way in ("raise", "raise_on_sql", "noload")
        )
        if selected.plan.everything:
            self.options += tuple(
                (selected.plan.everything, key) for key in self.mapper._props
                if key not in selected.plan.related
            )

    def load(self, row):
        key = tuple([row[place] for place in self.keys])
        if None in key and all(value is None for value in key):
            return None
        mapper = self.mapper
        identity = (mapper.base_mapper.class_, key, None)
        known = self.session.identity_map
        obj = known.get(identity)
        if obj is None:
            obj = self._new(mapper, row, identity)
        else:
            self._again(obj, row)
        self.found.append(obj)
        for child in self.children:
            child(obj, row)
        return obj

    def _new(self, mapper, row, identity):
        if self.kind is not None:
            mapper = self._subclass(row[self.kind], mapper)
        cls = mapper.class_
        obj = cls.__new__(cls)
        state = InstanceState(obj, mapper)
        values = obj.__dict__
        values["_sa_instance_state"] = state
        for key, place in self.places:
            values[key] = row[place]
        state.key = identity
        state._session = self.session
        state.load_options = self.options
        self.session.identity_map._add(identity, obj)
        for prop in mapper._props.values():
            if isinstance(prop, ColumnProperty) and prop.key not in values and not prop.deferred:
                if prop.key not in self.mapper._props or self.selected.plan.only is None and (
                    prop.key not in self.selected.plan.deferred
                ):
                    state.expired_attributes.add(prop.key)
        _loaded(state, mapper)
        return obj

    def _again(self, obj, row):
        state = obj.__dict__["_sa_instance_state"]
        values = obj.__dict__
        if self.populate:
            state.load_options = self.options
            for key, place in self.places:
                values[key] = row[place]
                state.expired_attributes.discard(key)
            state._commit_all()
            for key, prop in state.mapper._props.items():
                if isinstance(prop, RelationshipProperty):
                    values.pop(key, None)
            return
        if state.expired_attributes:
            for key, place in self.places:
                if key in state.expired_attributes and key not in values:
                    values[key] = row[place]
                    state.expired_attributes.discard(key)

    def _subclass(self, identity, mapper):
        if identity is None:
            return mapper
        found = mapper.polymorphic_map.get(identity)
        if found is None:
            raise AssertionError(
                "No such polymorphic_identity %r is defined" % (identity,)
            )
        if not found.isa(mapper):
            raise sa_exc.InvalidRequestError(
                "Row with identity key %s can't be loaded into an object; the polymorphic "
                "discriminator column '%s' refers to %s, which is not a sub mapper of the "
                "requested %s" % (
                    mapper._identity_key(()), mapper.polymorphic_on, found, mapper
                )
            )
        return found


def _loaded(state, mapper):
    """Call what waits for an object to be loaded."""
    cls = mapper.class_
    hooks = cls.__dict__.get("_sa_reconstructors")
    if hooks is None:
        hooks = [
            name for base in cls.__mro__ for name, value in base.__dict__.items()
            if getattr(value, "__sa_reconstructor__", False)
        ]
        type.__setattr__(cls, "_sa_reconstructors", hooks)
    for name in hooks:
        getattr(state.obj(), name)()
    for value in list(state.dict.values()):
        if isinstance(value, MutableBase):
            value._parents_of(state)
    _coerce_mutables(state, mapper)
    if mapper._listeners or _LISTENERS:
        _fire_instance("load", state, None)


class _Reading:
    """One SELECT of a session: its plans, its loaders, the rows."""

    def __init__(self, session, statement, parameters, options, legacy=False):
        self.session = session
        self.legacy = legacy
        self.parameters = parameters
        entities, _ = statement._limbec_entities
        self.entities = [entity for entity, _, _ in entities]
        self.plans = {id(entity): _Plan() for entity in self.entities}
        for option in statement._with_options:
            apply = getattr(option, "_apply", None)
            if apply is None:
                _unsupported("the option %s" % type(option).__name__)
            apply(self.plans, self.entities)
            for nested in getattr(option, "_nested", ()):
                self._nest(option, nested)
        given = dict(statement.get_execution_options())
        given.update(options or {})
        self.populate = given.get("populate_existing", False)
        self.joined_collections = False
        self.statement = self._plan(statement)

    def _nest(self, option, nested):
        plan = None
        for kind, attribute, _ in option._steps:
            if kind in ("sub",):
                continue
            plan = (self.plans[id(attribute._entity)] if plan is None else plan)
            plan = plan.related[attribute.key][1]
        for kind, attribute, extra in nested._steps:
            if kind in ("only", "defer", "undefer", "group"):
                nested._columns(plan, kind, attribute, extra)
            else:
                below = _Plan()
                plan.related[attribute.key] = (kind, below, extra)
                plan = below

    def _plan(self, statement):
        """The statement with the attributes that are read, and with the joins of eager loading."""
        spans, count = statement._limbec_entities
        columns = statement._limbec_columns
        starts = {start: (entity, size) for entity, start, size in spans}
        items, self.outputs = [], []
        place = 0
        while place < count or place in starts:
            if place in starts:
                entity, size = starts.pop(place)
                if isinstance(entity, Bundle):
                    selected = entity
                else:
                    selected = _Selected(entity, self.plans[id(entity)])
                items.append(selected)
                self.outputs.append(selected)
                place += size
            else:
                items.append(columns[place])
                self.outputs.append(None)
                place += 1
        compound = not hasattr(statement, "with_only_columns")
        if compound:
            for output in self.outputs:
                if output is not None:
                    output.__limbec_entity__()
            self.spans = [(start, size) for _, start, size in spans]
            self.loaders = []
            return statement
        simple = all(
            isinstance(item, _Selected) and not self._differs(item) or not isinstance(item, _Selected)
            for item in items
        )
        if simple:
            for output in self.outputs:
                if isinstance(output, _Selected):
                    output.__limbec_entity__()
        else:
            statement = statement._limbec_reselect(*items)
        self.joins = []
        for output in list(self.outputs):
            if isinstance(output, _Selected):
                statement = self._eager(statement, output)
        return statement

    def _differs(self, selected):
        plan = selected.plan
        return plan.only is not None or plan.deferred or plan.undeferred or plan.groups

    def _eager(self, statement, selected):
        """Add what relationships that are read by a join need."""
        for key, prop in selected.mapper._props.items():
            if not isinstance(prop, RelationshipProperty):
                continue
            way, below, extra = selected.plan.way(prop)
            if way == "contains":
                alias = (extra or {}).get("alias")
                target = prop.mapper.class_ if alias is None else alias
                child = _Selected(target, below or _Plan(), hidden=True)
                statement = statement.add_columns(child)
                self.joins.append((selected, prop, child))
                statement = self._eager(statement, child)
                continue
            if way != "joined" or self._again(selected, prop):
                continue
            if prop.uselist and statement._limbec_limited:
                # Rows would be cut off: the collection is read by a query of its own.
                selected.plan.related[key] = ("selectin", below, extra)
                continue
            target = aliased(prop.mapper.class_)
            child = _Selected(target, below or _Plan(), hidden=True)
            child.parent_path = getattr(selected, "parent_path", ()) + (prop,)
            left, steps, _ = prop._join_steps(selected.source, target, None)
            for place, (towards, condition) in enumerate(steps):
                inner = (extra or {}).get("innerjoin")
                statement = statement._limbec_join(
                    left if place == 0 else steps[place - 1][0], towards, condition, not inner
                )
            statement = statement.add_columns(child)
            self.joins.append((selected, prop, child))
            if prop.uselist:
                self.joined_collections = True
                if prop.order_by:
                    statement = statement.order_by(*[
                        target._adapt_expression(clause) for clause in prop.order_by
                    ])
            statement = self._eager(statement, child)
        return statement

    def _again(self, selected, prop):
        """Whether the default of a relationship would go on for ever."""
        path = getattr(selected, "parent_path", ())
        if prop.key in selected.plan.related:
            return False
        return any(step is prop or step is prop.back for step in path)

    def run(self):
        session = self.session
        connection = session.connection()
        result = connection.execute(self.statement, self.parameters)
        spans, count = self.statement._limbec_entities
        names = list(result.keys())
        self._make_loaders(spans)
        plan, keys = [], []
        starts = {start: index for index, (_, start, _) in enumerate(spans)}
        place = 0
        columns = self.statement._limbec_columns
        hidden = {start for item, start, _ in spans if getattr(item, "hidden", False)}
        sizes = {start: size for _, start, size in spans}
        while place < count or place in starts:
            if place in starts:
                index = starts.pop(place)
                if place not in hidden:
                    entity = spans[index][0]
                    shown = getattr(entity, "entity", entity)
                    keys.append(_entity_name(shown))
                    plan.append(self.loaders[index].load)
                place += max(sizes[place], 1) if sizes[place] else 0
                if not sizes.get(place, 1):
                    break
            else:
                keys.append(_column_key(columns[place], names[place]))
                plan.append(place)
                place += 1
        rows = []
        seen_parents = None
        for row in result:
            rows.append(tuple([row[step] if isinstance(step, int) else step(row) for step in plan]))
        self._after()
        return keys, rows

    def _make_loaders(self, spans):
        self.loaders = []
        by_selected = {}
        outputs = [output for output in self.outputs if output is not None]
        outputs.extend(child for _, _, child in getattr(self, "joins", ()))
        for (item, start, size), selected in zip(spans, outputs):
            if isinstance(selected, Bundle):
                self.loaders.append(_BundleLoader(selected, start, size))
                continue
            loader = _Loader(self.session, selected, start, self.populate)
            self.loaders.append(loader)
            by_selected[id(selected)] = loader
        for parent, prop, child in getattr(self, "joins", ()):
            owner, loader = by_selected[id(parent)], by_selected[id(child)]
            owner.children.append(_JoinedChild(prop, loader))

    def _after(self):
        """Read the relationships that have queries of their own."""
        for loader in list(self.loaders):
            if isinstance(loader, _BundleLoader) or not loader.found:
                continue
            for child in loader.children:
                child.finish()
            _related_queries(self.session, loader.mapper, loader.found, loader.selected.plan)


class _JoinedChild:
    """Puts the objects of a joined relationship into their owners."""

    def __init__(self, prop, loader):
        self.prop = prop
        self.loader = loader
        self.items = {}
        self.owners = []

    def __call__(self, owner, row):
        item = self.loader.load(row)
        known = self.items.get(id(owner))
        if known is None:
            known = self.items[id(owner)] = []
            self.owners.append(owner)
        if item is not None and not _has(known, item):
            known.append(item)

    def finish(self):
        prop = self.prop
        for owner in self.owners:
            state = instance_state(owner)
            if prop.key in state.dict:
                continue
            items = self.items[id(owner)]
            prop._fill(state, items if prop.uselist else (items[0] if items else None))


class _BundleLoader:
    """`Bundle("name", columns...)` in a SELECT list."""

    found = ()
    children = ()

    def __init__(self, bundle, start, size):
        self.bundle = bundle
        self.start = start
        self.size = size

    def load(self, row):
        values = [row[self.start + place] for place in range(self.size)]
        return _make_result([c.key for c in self.bundle.exprs], [values]).one()


def _entity_name(entity):
    if isinstance(entity, AliasedClass):
        return entity._name or entity._mapper.class_.__name__
    if isinstance(entity, Bundle):
        return entity.name
    return entity.__name__


def _column_key(column, name):
    """What a row calls a column: an attribute has its own name."""
    if isinstance(column, (QueryableAttribute, sa.sql.elements.ColumnClause)):
        return column.key
    return name


def _related_queries(session, mapper, objects, plan):
    """`selectinload` and its relatives for objects that were just read."""
    seen, owners = set(), []
    for obj in objects:
        if id(obj) not in seen:
            seen.add(id(obj))
            owners.append(obj)
    for key, prop in list(mapper._props.items()):
        if not isinstance(prop, RelationshipProperty):
            continue
        way, below, _ = plan.way(prop)
        waiting = [obj for obj in owners if key not in obj.__dict__]
        if way in ("selectin", "subquery") and waiting:
            _select_in(session, prop, waiting, below)
        elif way == "immediate":
            for obj in waiting:
                getattr(obj, key)


def _select_in(session, prop, owners, below):
    """Read a relationship of many objects by one query for each five hundred."""
    prop.parent._configure()
    below = below or _Plan()
    option = _Below(below)
    states = [instance_state(obj) for obj in owners]
    target = prop.mapper.class_
    if prop._uses_get:
        wanted = {}
        for state in states:
            values = [prop._value_of(state, refers) for _, refers in prop.sync]
            if any(value is None for value in values):
                prop._fill(state, None)
            else:
                wanted.setdefault(tuple(values), []).append(state)
        missing = []
        for values, waiting in wanted.items():
            known = session.identity_map.get(prop.mapper._identity_key(values))
            if known is None or below.related:
                missing.append(values)
            else:
                for state in waiting:
                    prop._fill(state, known)
        columns = [referred for referred, _ in prop.sync]
        for part in _parts(missing, 500):
            query = sa.select(target)._limbec_labelled()
            query = query.where(_in_values(columns, part)).options(option)
            for obj in session._objects(query):
                key = tuple(getattr(obj, name) for name in prop.mapper._key_names())
                for state in wanted.get(key, ()):
                    prop._fill(state, obj)
        for waiting in wanted.values():
            for state in waiting:
                if prop.key not in state.dict:
                    prop._fill(state, None)
        return
    local = prop._local_columns()
    owners_by = {}
    for state in states:
        values = tuple(prop._value_of(state, column) for column in local)
        owners_by.setdefault(values, []).append(state)
    found = {}
    for part in _parts([key for key in owners_by if None not in key], 500):
        query = _select_in_query(prop, target, part).options(option)
        if prop.order_by:
            query = query.order_by(*prop.order_by)
        _, rows = _Reading(session, query, None, {}).run()
        for row in rows:
            items = found.setdefault(row[:-1], {})
            items[id(row[-1])] = row[-1]
    for values, waiting in owners_by.items():
        for state in waiting:
            items = list(found.get(values, {}).values())
            prop._fill(state, items if prop.uselist else (items[0] if items else None))


def _select_in_query(prop, target, part):
    if prop.secondary is None:
        if prop.direction is MANYTOONE:
            columns = [referred for referred, _ in prop.sync]
        else:
            columns = [refers for _, refers in prop.sync]
        query = sa.select(*columns).add_columns(target)._limbec_labelled()
        return query.where(_in_values(columns, part))
    owner = aliased(prop.parent.class_)
    columns = [owner._adapt(referred) for referred, _ in prop.sync]
    query = sa.select(*columns).add_columns(target)._limbec_labelled()
    left, steps, _ = prop._join_steps(owner, None, None)
    for place, (towards, condition) in enumerate(steps):
        query = query._limbec_join(
            left if place == 0 else steps[place - 1][0], towards, condition, False
        )
    return query.where(_in_values(columns, part))


class _Below:
    """The plan of a target, as an option of the query for it."""

    _nested = ()

    def __init__(self, plan):
        self.plan = plan

    def _apply(self, plans, entities):
        for entity in entities:
            plans[id(entity)] = self.plan


def _parts(items, size):
    return [items[start:start + size] for start in range(0, len(items), size)]


def _in_values(columns, keys):
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return sa.tuple_(*columns).in_(keys)
