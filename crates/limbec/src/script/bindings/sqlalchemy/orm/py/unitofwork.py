"""The flush: what is new, changed and deleted becomes INSERT, UPDATE and DELETE, in order."""

__name__ = "sqlalchemy.orm.unitofwork"


class _Flush:
    """One flush of a session."""

    def __init__(self, session, only=None):
        self.session = session
        self.connection = None
        self.new = []
        self.dirty = []
        self.deleted = []
        self.only = only
        self.links = []
        self.after = []

    def run(self):
        session = self.session
        self._collect()
        if not (self.new or self.dirty or self.deleted):
            return
        _fire_session("before_flush", session, self, None)
        self._collect()
        self.connection = session.connection()
        self._cascade_deletes()
        self._orphans()
        for state in self.new + self.dirty:
            self._check(state)
        order = self._mappers()
        saved = self.new + self.dirty
        for group in order:
            states = [state for state in saved if state.mapper.base_mapper is group]
            if not states:
                continue
            for layer in self._layers(group, states):
                for state in layer:
                    self._take_keys(state)
                self._save(group, layer)
                for state in layer:
                    self._give_keys(state)
        self._late_updates(saved)
        self._write_links()
        for group in reversed(order):
            states = [state for state in self.deleted if state.mapper.base_mapper is group]
            for layer in reversed(self._layers(group, states)):
                self._delete(group, layer)
        self._finish()

    def _collect(self):
        session = self.session
        self.deleted = [state for state in session._deleted_states() if self._wanted(state)]
        self.new = [
            state for state in session._new.values()
            if not _among(self.deleted, state) and self._wanted(state)
        ]
        self.new.sort(key=lambda state: state.insert_order)
        self.dirty = [
            state for state in list(session._modified.values())
            if state.key is not None and not _among(self.deleted, state) and self._wanted(state)
        ]

    def _wanted(self, state):
        return self.only is None or _among(self.only, state)

    def _check(self, state):
        mapper = state.mapper
        if mapper.polymorphic_on is not None and state.key is None:
            key = mapper._polymorphic_key
            if key is not None and mapper.polymorphic_identity is not None:
                if state.dict.get(key) is None:
                    state._modify(key, NO_VALUE)
                    state.dict[key] = mapper.polymorphic_identity

    # What follows from deleting.

    def _cascade_deletes(self):
        queue = list(self.deleted)
        while queue:
            state = queue.pop(0)
            for prop in self._relationships(state):
                if prop.viewonly:
                    continue
                if "delete" in prop.cascade:
                    for item in self._present(state, prop, load=not prop.passive_deletes):
                        child = instance_state(item)
                        if child._deleted:
                            continue
                        if child.key is None:
                            self.session._expunge(child)
                            self.new = [known for known in self.new if known is not child]
                        elif not _among(self.deleted, child):
                            self.deleted.append(child)
                            queue.append(child)
                            self.dirty = [known for known in self.dirty if known is not child]
        for state in list(self.deleted):
            for prop in self._relationships(state):
                if prop.viewonly or prop.direction is MANYTOONE:
                    continue
                if prop.direction is MANYTOMANY:
                    items = self._present(state, prop, load=not prop.passive_deletes)
                    before = _history(state, prop.key)
                    items = [i for i in items if not _has(before.added, i)] + list(before.deleted)
                    self.links.extend((False, prop, state, instance_state(i)) for i in items)
                elif "delete" not in prop.cascade and prop.passive_deletes != "all":
                    for item in self._present(state, prop, load=not prop.passive_deletes):
                        child = instance_state(item)
                        if child.key is not None and not child._deleted and not _among(
                            self.deleted, child
                        ):
                            self._detach(prop, child)

    def _present(self, state, prop, load):
        if prop.key not in state.dict and not load:
            return []
        if prop.key not in state.dict and state._session is None:
            return []
        if prop.lazy == "dynamic":
            return AppenderQuery(prop, state).all()
        value = getattr(state.obj(), prop.key)
        if value is None:
            return []
        return value._sa_items() if prop.uselist else [value]

    def _detach(self, prop, child):
        """The owner goes: the column of the child that names it becomes NULL."""
        for _, refers in prop.sync:
            target = child.mapper.get_property_by_column(refers)
            if refers.primary_key:
                raise AssertionError(
                    "Dependency rule on column '%s' tried to blank-out primary key column '%s' on "
                    "instance '%s'" % (
                        prop.sync[0][0], refers, _state_str(child)
                    )
                )
            self._set(child, target.key, None)

    def _orphans(self):
        """Children that were taken out of a collection with `delete-orphan`."""
        for state in self.new + self.dirty:
            for prop in self._relationships(state):
                if "delete-orphan" not in prop.cascade:
                    if prop.direction is ONETOMANY and not prop.viewonly:
                        for item in _history(state, prop.key).deleted:
                            if item is None:
                                continue
                            child = instance_state(item)
                            if child.key is not None and not _among(self.deleted, child):
                                if not self._has_other_owner(prop, child):
                                    self._detach(prop, child)
                    continue
                for item in _history(state, prop.key).deleted:
                    if item is None:
                        continue
                    child = instance_state(item)
                    if child.key is None or self._has_other_owner(prop, child):
                        continue
                    if not _among(self.deleted, child):
                        self.deleted.append(child)
                        self.dirty = [known for known in self.dirty if known is not child]
                        self._orphan_children(child)

    def _orphan_children(self, state):
        keep, self.deleted = self.deleted, [state]
        self._cascade_deletes()
        self.deleted = keep + [known for known in self.deleted if not _among(keep, known)]

    def _has_other_owner(self, prop, child):
        return prop.back is not None and child.dict.get(prop.back.key) is not None

    def _relationships(self, state):
        return [
            prop for prop in state.mapper._props.values()
            if isinstance(prop, RelationshipProperty)
        ]

    # The order.

    def _mappers(self):
        """The base mappers, those that others refer to first."""
        bases = []
        for state in self.new + self.dirty + self.deleted:
            if not _among(bases, state.mapper.base_mapper):
                bases.append(state.mapper.base_mapper)
        bases.sort(key=lambda mapper: mapper._number)
        before = {id(mapper): set() for mapper in bases}
        for base in bases:
            for mapper in base.self_and_descendants:
                for prop in mapper._props.values():
                    if not isinstance(prop, RelationshipProperty) or prop.viewonly:
                        continue
                    other = prop.mapper.base_mapper
                    if other is base or id(other) not in before:
                        continue
                    if prop.direction is MANYTOONE:
                        before[id(base)].add(id(other))
                    elif prop.direction is ONETOMANY:
                        before[id(other)].add(id(base))
        done, order = set(), []
        while len(order) < len(bases):
            ready = [m for m in bases if id(m) not in done and before[id(m)] <= done]
            if not ready:
                # Tables that refer to each other: the relationship with post_update waits.
                ready = [next(m for m in bases if id(m) not in done)]
            for mapper in ready:
                order.append(mapper)
                done.add(id(mapper))
        return order

    def _layers(self, base, states):
        """The objects of one class, owners first where the class refers to itself."""
        selfish = [
            prop for mapper in base.self_and_descendants for prop in mapper._props.values()
            if isinstance(prop, RelationshipProperty) and not prop.viewonly
            and prop.secondary is None and prop.mapper.base_mapper is base
        ]
        if not selfish:
            return [states] if states else []
        owners = {id(state): set() for state in states}
        for state in states:
            for prop in selfish:
                if not state.mapper.isa(prop.parent) or prop.post_update:
                    continue
                if prop.key not in state.dict:
                    continue
                value = state.dict[prop.key]
                for item in ([] if value is None else value._sa_items() if prop.uselist
                             else [value]):
                    other = instance_state(item)
                    if id(other) not in owners or other is state:
                        continue
                    if prop.direction is MANYTOONE:
                        owners[id(state)].add(id(other))
                    else:
                        owners[id(other)].add(id(state))
        layers, done = [], set()
        left = list(states)
        while left:
            ready = [state for state in left if owners[id(state)] <= done]
            if not ready:
                raise sa_exc.CircularDependencyError(
                    "Circular dependency detected.", [], [],
                )
            layers.append(ready)
            done.update(id(state) for state in ready)
            left = [state for state in left if id(state) not in done]
        return layers

    # Foreign keys.

    def _set(self, state, key, value):
        values = state.dict
        if key in values and values[key] == value and key not in state.committed_state:
            return
        if key not in state.committed_state:
            state._modify(key, values.get(key, NO_VALUE))
        values[key] = value
        state.expired_attributes.discard(key)
        if state.key is not None and not _among(self.dirty, state) and not _among(self.new, state):
            self.dirty.append(state)

    def _take_keys(self, state):
        """Many-to-one: the key of the other object into this one's columns."""
        for prop in self._relationships(state):
            if prop.direction is not MANYTOONE or prop.viewonly or prop.post_update:
                continue
            if prop.key not in state.committed_state or prop.key not in state.dict:
                continue
            change = _history(state, prop.key)
            if change.added:
                self._copy_keys(prop, change.added[0], state)

    def _copy_keys(self, prop, other, state):
        for referred, refers in prop.sync:
            target = state.mapper.get_property_by_column(refers).key
            if other is None:
                if refers.primary_key and state.key is not None:
                    raise AssertionError(
                        "Dependency rule on column '%s' tried to blank-out primary key column "
                        "'%s' on instance '%s'" % (referred, refers, _state_str(state))
                    )
                if refers.primary_key:
                    continue
                self._set(state, target, None)
                continue
            source = instance_state(other)
            if source._session is None and source.key is None:
                _warn(
                    "Object of type <%s> not in session, %s operation along '%s' will not proceed"
                    % (type(other).__name__, "add", prop)
                )
                continue
            key = source.mapper.get_property_by_column(referred).key
            self._set(state, target, getattr(other, key))

    def _give_keys(self, state):
        """One-to-many: this object's key into the columns of its children."""
        for prop in self._relationships(state):
            if prop.viewonly:
                continue
            change = _history(state, prop.key)
            if prop.direction is MANYTOMANY:
                self._note_links(prop, state, change)
                continue
            if prop.direction is not ONETOMANY or prop.post_update:
                continue
            for item in change.added:
                if item is None:
                    continue
                child = instance_state(item)
                if child._session is None:
                    _warn(
                        "Object of type <%s> not in session, add operation along '%s' will not "
                        "proceed" % (type(item).__name__, prop)
                    )
                    continue
                for referred, refers in prop.sync:
                    source = state.mapper.get_property_by_column(referred).key
                    target = child.mapper.get_property_by_column(refers).key
                    self._set(child, target, getattr(state.obj(), source))

    def _note_links(self, prop, state, change):
        for added, items in ((True, change.added), (False, change.deleted)):
            for item in items:
                if item is None:
                    continue
                child = instance_state(item)
                if added and child._session is None:
                    _warn(
                        "Object of type <%s> not in session, add operation along '%s' will not "
                        "proceed" % (type(item).__name__, prop)
                    )
                    continue
                self.links.append((added, prop, state, child))

    def _late_updates(self, saved):
        """`post_update`: keys that are written when both rows are there."""
        for state in saved:
            for prop in self._relationships(state):
                if not prop.post_update or prop.viewonly:
                    continue
                change = _history(state, prop.key)
                if prop.direction is MANYTOONE and change.added:
                    self._copy_keys(prop, change.added[0], state)
                    self._save(state.mapper.base_mapper, [state])
                elif prop.direction is ONETOMANY:
                    for item in change.added:
                        child = instance_state(item)
                        for referred, refers in prop.sync:
                            source = state.mapper.get_property_by_column(referred).key
                            target = child.mapper.get_property_by_column(refers).key
                            self._set(child, target, getattr(state.obj(), source))
                        self._save(child.mapper.base_mapper, [child])

    def _write_links(self):
        """The rows of the tables between two sides."""
        done, tables = set(), []
        for added, prop, owner, other in self.links:
            if not _among([t for t, _ in tables], prop.secondary):
                tables.append((prop.secondary, prop))
        for table, _ in tables:
            inserts, deletes, shape = [], [], None
            for added, prop, owner, other in self.links:
                if prop.secondary is not table:
                    continue
                row = {}
                for state, pairs in ((owner, prop.sync), (other, prop.secondary_sync)):
                    for referred, refers in pairs:
                        key = state.mapper.get_property_by_column(referred).key
                        row[refers.key] = state.dict[key] if key in state.dict else getattr(
                            state.obj(), key
                        )
                mark = (added, table.name, tuple(sorted(row.items(), key=lambda pair: pair[0])))
                if mark in done:
                    continue
                done.add(mark)
                (inserts if added else deletes).append(row)
                shape = list(row)
            if deletes:
                names = list(deletes[0])
                condition = sa.and_(*[
                    table.c[name] == sa.bindparam(name, type_=table.c[name].type) for name in names
                ])
                result = self.connection.execute(sa.delete(table).where(condition), deletes)
                if result.rowcount >= 0 and result.rowcount != len(deletes):
                    raise StaleDataError(
                        "DELETE statement on table '%s' expected to delete %d row(s); Only %d were "
                        "matched." % (table.name, len(deletes), result.rowcount)
                    )
            if inserts:
                self.connection.execute(sa.insert(table), inserts)

    # Statements.

    def _save(self, base, states):
        new = [state for state in states if state.key is None]
        old = [state for state in states if state.key is not None]
        old.sort(key=lambda state: _sortable(state.key[1]))
        for state in new:
            _fire_instance("before_insert", state, self.connection)
        for state in old:
            if self._changes_columns(state):
                _fire_instance("before_update", state, self.connection)
        updated = []
        tables = []
        for state in states:
            for table in state.mapper._tables:
                if not _among(tables, table):
                    tables.append(table)
        for table in tables:
            updated.extend(self._update(table, [s for s in old if _among(s.mapper._tables, table)]))
            self._insert(table, [s for s in new if _among(s.mapper._tables, table)])
        for state in new:
            state.key = state.mapper._identity_key_of(state)
            self.after.append(("after_insert", state))
            _fire_instance("after_insert", state, self.connection)
        for state in updated:
            _fire_instance("after_update", state, self.connection)

    def _changes_columns(self, state):
        return any(
            key in state.mapper._props and isinstance(state.mapper._props[key], ColumnProperty)
            for key in state.committed_state
        )

    def _table_props(self, mapper, table):
        """The attributes of a table's columns, in the order of the table."""
        found = []
        for column in table.c:
            for prop in mapper._column_props():
                if _among(prop.columns, column):
                    found.append((prop, column))
                    break
        return found

    def _insert(self, table, states):
        rows = []
        for state in states:
            rows.append(self._insert_row(table, state))
        place = 0
        while place < len(rows):
            stop = place + 1
            first = rows[place]
            while stop < len(rows) and self._alike(first, rows[stop]):
                stop += 1
            self._send_inserts(table, rows[place:stop])
            place = stop

    def _alike(self, a, b):
        return (
            list(a[1]) == list(b[1]) and not a[2] and not b[2] and a[3] == b[3]
            and a[0].mapper._tables == b[0].mapper._tables
        )

    def _insert_row(self, table, state):
        """The state, its values by column, its SQL expressions, whether its key is known."""
        values, special = {}, {}
        given = state.dict
        mapper = state.mapper
        for prop, column in self._table_props(mapper, table):
            if column is mapper.version_id_col:
                given[prop.key] = mapper.version_id_generator(None)
            value = given.get(prop.key)
            if prop.key not in given and column.foreign_keys and column.primary_key:
                value = self._inherited_key(mapper, column, given)
            if value is None:
                if column.primary_key:
                    continue
                if _none_is_value(column.type):
                    if prop.key in given:
                        values[column.key] = None
                elif column.default is None and column.server_default is None:
                    values[column.key] = None
            elif _is_sql(value):
                special[column.key] = value
            else:
                values[column.key] = value
        known = all(
            column.key in values or column.key in special for column in table.primary_key.columns
        )
        return state, values, special, known

    def _inherited_key(self, mapper, column, given):
        for referred, refers in getattr(mapper, "_inherit_pairs", ()):
            if refers is column:
                return given.get(mapper.get_property_by_column(referred).key)
        return None

    def _send_inserts(self, table, rows):
        """Rows of one shape: together where the keys are known or can be read back together."""
        connection = self.connection
        returning = self._read_back(table, rows[0])
        if len(rows) == 1 or rows[0][2]:
            if not any(not column.primary_key for column in returning):
                # The driver tells the one key by itself.
                returning = ()
            for state, values, special, known in rows:
                statement = sa.insert(table)
                if special:
                    statement = statement.values({**special})
                if returning and _returns_rows(connection):
                    statement = statement.returning(*returning)
                result = connection.execute(statement, values)
                self._keep(table, state, values, result, returning, special)
            return
        parameters = [values for _, values, _, _ in rows]
        if returning and _returns_rows(connection):
            statement = sa.insert(table).returning(*returning, sort_by_parameter_order=True)
            found = connection.execute(statement, parameters).all()
            for (state, values, _, _), row in zip(rows, found):
                self._take(table, state, dict(zip([c.key for c in returning], row)))
                self._computed(table, state, values, None)
            return
        if rows[0][3] and not returning:
            result = connection.execute(sa.insert(table), parameters)
            for place, (state, values, _, _) in enumerate(rows):
                self._computed(table, state, values, _sent(result, place))
            return
        for state, values, special, _ in rows:
            result = connection.execute(sa.insert(table), values)
            self._keep(table, state, values, result, (), special)

    def _read_back(self, table, row):
        """The columns that the server fills: keys and, where it can say them, defaults."""
        state, values, special, known = row
        if not _returns_rows(self.connection):
            return ()
        key_needed = [
            column for column in table.primary_key.columns if column.key not in values
        ]
        filled = [
            column for _, column in self._table_props(state.mapper, table)
            if column.key not in values and column.server_default is not None
            and not column.primary_key and state.mapper.eager_defaults
        ]
        filled += [
            column for _, column in self._table_props(state.mapper, table)
            if column.key in special and not column.primary_key
            and state.mapper.eager_defaults is True
        ]
        by_function = [c for c in key_needed if c.default is not None and not c.default.is_sequence]
        key_needed = [c for c in key_needed if not _among(by_function, c)]
        wanted = key_needed + filled
        return wanted

    def _keep(self, table, state, values, result, returning, special):
        if returning and _returns_rows(self.connection):
            row = result.one()
            self._take(table, state, dict(zip([c.key for c in returning], row)))
        else:
            key = result.inserted_primary_key
            if key is not None:
                found = {
                    column.key: value
                    for column, value in zip(table.primary_key.columns, key)
                    if column.key not in values
                }
                self._take(table, state, found)
        for name in special:
            prop = state.mapper.get_property_by_column(table.c[name])
            if prop.key in state.dict and _is_sql(state.dict[prop.key]):
                del state.dict[prop.key]
                state.expired_attributes.add(prop.key)
        self._computed(table, state, values, _sent(result, 0))

    def _take(self, table, state, found):
        for name, value in found.items():
            prop = state.mapper.get_property_by_column(table.c[name])
            state.dict[prop.key] = value
            state.expired_attributes.discard(prop.key)

    def _computed(self, table, state, values, sent):
        """What Python's defaults gave is known, what the server's gave is read when asked for."""
        for prop, column in self._table_props(state.mapper, table):
            if prop.key in state.dict:
                continue
            if column.key in values:
                state.dict[prop.key] = values[column.key]
                continue
            if sent is not None and column.key in sent and not _is_sql(sent[column.key]):
                state.dict[prop.key] = sent[column.key]
                continue
            if column.primary_key and not column.foreign_keys:
                continue
            if column.server_default is not None or column.default is not None:
                state.expired_attributes.add(prop.key)

    def _update(self, table, states):
        done, rows = [], []
        for state in states:
            row = self._update_row(table, state)
            if row is not None:
                rows.append(row)
                done.append(state)
        place = 0
        while place < len(rows):
            stop = place + 1
            while (
                stop < len(rows) and list(rows[stop][1]) == list(rows[place][1])
                and not rows[place][2] and not rows[stop][2]
            ):
                stop += 1
            self._send_updates(table, rows[place:stop])
            place = stop
        return done

    def _update_row(self, table, state):
        values, special, keys = {}, {}, {}
        mapper = state.mapper
        for prop, column in self._table_props(mapper, table):
            if column.primary_key:
                before = state.committed_state.get(prop.key, NO_VALUE)
                now = state.dict.get(prop.key)
                if prop.key not in state.dict:
                    now = state.key[1][mapper._key_names().index(prop.key)]
                if before is NO_VALUE or before is None:
                    before = now
                    if prop.key in mapper._key_names():
                        before = state.key[1][mapper._key_names().index(prop.key)]
                keys[column.key] = before
                if before != now:
                    values[column.key] = now
                continue
            if prop.key not in state.committed_state or prop.key not in state.dict:
                continue
            before, now = state.committed_state[prop.key], state.dict[prop.key]
            if _is_sql(now):
                special[column.key] = now
            elif before is NO_VALUE or not prop._equal(before, now):
                values[column.key] = now
        counts = mapper.version_id_col is not None and mapper.version_id_col.table is table
        if not values and not special and not (counts and self._changes_columns(state)):
            return None
        if counts:
            key = mapper._version_key
            before = self._version_of(state)
            keys[mapper.version_id_col.key] = before
            if key not in state.committed_state or state.committed_state[key] == state.dict[key]:
                values[mapper.version_id_col.key] = mapper.version_id_generator(before)
        return state, values, special, keys

    def _version_of(self, state):
        """The version that the row had when it was read."""
        key = state.mapper._version_key
        before = state.committed_state.get(key, NO_VALUE)
        if before is NO_VALUE:
            before = getattr(state.obj(), key)
        return before

    def _row_condition(self, table, mapper, prefix):
        """What finds the row of an object: its key, and its version where it has one."""
        columns = list(table.primary_key.columns)
        version = mapper.version_id_col
        if version is not None and version.table is table:
            columns.append(version)
        return sa.and_(*[
            column == sa.bindparam(prefix + column.key, type_=column.type) for column in columns
        ])

    def _send_updates(self, table, rows):
        connection = self.connection
        mapper = rows[0][0].mapper
        condition = self._row_condition(table, mapper, "%s_" % table.name)
        statement = sa.update(table).where(condition)
        count = 0
        # The count of many statements at once says nothing about each version.
        if rows[0][2] or len(rows) == 1 or mapper.version_id_col is not None:
            for state, values, special, keys in rows:
                one = statement.values({**special}) if special else statement
                parameters = dict(values)
                parameters.update(
                    {"%s_%s" % (table.name, name): value for name, value in keys.items()}
                )
                result = connection.execute(one, parameters)
                count += result.rowcount
                for name in special:
                    prop = state.mapper.get_property_by_column(table.c[name])
                    del state.dict[prop.key]
                    state.expired_attributes.add(prop.key)
        else:
            many = []
            for state, values, _, keys in rows:
                parameters = dict(values)
                parameters.update(
                    {"%s_%s" % (table.name, name): value for name, value in keys.items()}
                )
                many.append(parameters)
            result = connection.execute(statement, many)
            count = result.rowcount
        if count >= 0 and count != len(rows):
            raise StaleDataError(
                "UPDATE statement on table '%s' expected to update %d row(s); %d were matched."
                % (table.name, len(rows), count)
            )
        for state, values, _, _ in rows:
            for prop, column in self._table_props(state.mapper, table):
                if column is state.mapper.version_id_col and column.key in values:
                    state.dict[prop.key] = values[column.key]
                    continue
                if column.onupdate is not None and column.key not in values:
                    state.dict.pop(prop.key, None)
                    sent = _sent(result, 0) if len(rows) == 1 else None
                    if sent is not None and column.key in sent and not _is_sql(sent[column.key]):
                        state.dict[prop.key] = sent[column.key]
                    else:
                        state.expired_attributes.add(prop.key)
                elif column.server_onupdate is not None:
                    state.dict.pop(prop.key, None)
                    state.expired_attributes.add(prop.key)

    def _delete(self, base, states):
        for state in states:
            _fire_instance("before_delete", state, self.connection)
        states.sort(key=lambda state: _sortable(state.key[1]))
        tables = []
        for state in states:
            for table in state.mapper._tables:
                if not _among(tables, table):
                    tables.append(table)
        for table in reversed(tables):
            many, version = [], None
            for state in states:
                if _among(state.mapper._tables, table):
                    names = [column.key for column in table.primary_key.columns]
                    many.append(dict(zip(names, state.key[1])))
                    column = state.mapper.version_id_col
                    if column is not None and column.table is table:
                        version = column
                        many[-1][column.key] = self._version_of(state)
                    mapper = state.mapper
            if not many:
                continue
            statement = sa.delete(table).where(self._row_condition(table, mapper, ""))
            if version is not None:
                count = sum(self.connection.execute(statement, one).rowcount for one in many)
                if count != len(many):
                    raise StaleDataError(
                        "DELETE statement on table '%s' expected to delete %d row(s); %d were "
                        "matched.  Please set confirm_deleted_rows=False within the mapper "
                        "configuration to prevent this warning." % (table.name, len(many), count)
                    )
                continue
            result = self.connection.execute(statement, many if len(many) > 1 else many[0])
            if 0 <= result.rowcount != len(many):
                _warn(
                    "DELETE statement on table '%s' expected to delete %d row(s); %d were "
                    "matched.  Please set confirm_deleted_rows=False within the mapper "
                    "configuration to prevent this warning." % (table.name, len(many), result.rowcount)
                )
        for state in states:
            _fire_instance("after_delete", state, self.connection)

    def _finish(self):
        session = self.session
        for state in self.new:
            session._became_persistent(state)
        for state in self.new + self.dirty:
            session._modified.pop(id(state), None)
            if state.key is not None:
                names = state.mapper._key_names()
                now = tuple(state.dict.get(name, old) for name, old in zip(names, state.key[1]))
                if now != state.key[1]:
                    session._switch_key(state, now)
            # Many-to-one attributes whose column was set by hand are read anew.
            for prop in self._relationships(state):
                if prop.key in state.committed_state or prop.key not in state.dict:
                    continue
                if prop.direction is MANYTOONE and any(
                    state.mapper.get_property_by_column(refers).key in state.committed_state
                    for _, refers in prop.sync
                ):
                    pass
            state._commit_all()
            for prop in state.mapper._column_props():
                if not prop._is_table_column and not prop.deferred:
                    # What is computed of the columns may be another now.
                    state.dict.pop(prop.key, None)
                    state.expired_attributes.add(prop.key)
        for state in self.deleted:
            session._became_deleted(state)
        _fire_session("after_flush", session, self)
        _fire_session("after_flush_postexec", session, self)


def _sortable(key):
    return tuple((value is None, value) for value in key)


def _is_sql(value):
    return isinstance(value, ColumnElement) or (
        hasattr(value, "__clause_element__") and not isinstance(value, type)
    )


def _returns_rows(connection):
    return connection.dialect.name in ("sqlite", "postgresql", "mariadb")


def _sent(result, place):
    """The values that were sent for a row, with what Python's defaults added."""
    told = getattr(result, "_limbec_sent", None)
    return told[place] if told is not None and place < len(told) else None


def _none_is_value(kind):
    """Whether `None` is a value of a type (JSON's null) and not the lack of one."""
    if getattr(kind, "should_evaluate_none", False):
        return True
    return isinstance(kind, sa.JSON) and not getattr(kind, "none_as_null", False)
