"""Statements on whole classes, and many rows at once."""

__name__ = "sqlalchemy.orm.bulk_persistence"


def _execute_dml(session, statement, params, options):
    """`session.execute(update(User)...)`, also of INSERT and DELETE."""
    mapper = class_mapper(statement._limbec_entity)
    if options.get("autoflush", True) is not False:
        session._autoflush()
    connection = session.connection()
    kind = type(statement).__name__
    if kind == "Insert":
        return _insert_statement(session, mapper, statement, params, connection, options)
    if kind == "Update" and isinstance(params, (list, tuple)) and params:
        rows = [dict(row) for row in params]
        if statement.whereclause is not None:
            return connection.execute(statement, params)
        _bulk_update(session, mapper, rows)
        given = {**statement.get_execution_options(), **options}
        if given.get("synchronize_session", "auto") not in (False, None):
            _take_rows(session, mapper, rows)
        return _make_result([], [], len(params))
    criteria = mapper._criteria(None)
    if criteria is not None:
        statement = statement.where(criteria)
    given = dict(statement.get_execution_options())
    given.update(options)
    how = given.get("synchronize_session", "auto")
    if how not in (False, None, "auto", "evaluate", "fetch"):
        raise sa_exc.ArgumentError(
            "Valid strategies for session synchronization are 'auto', 'evaluate', 'fetch', False"
        )
    touched = _known_objects(session, mapper) if how not in (False, None) else []
    matched = None
    if touched:
        matched = _matching(session, mapper, statement, touched, connection)
    result = connection.execute(statement, params)
    if matched:
        _synchronize(session, mapper, statement, kind, matched)
    told = statement._limbec_entities
    if told is not None and told[0]:
        return _returned(session, statement, result, options)
    return result


def _take_rows(session, mapper, rows):
    """What was written by primary key is known of the objects that the session has."""
    names = mapper._key_names()
    for row in rows:
        identity = mapper._identity_key(tuple(row[name] for name in names))
        obj = session.identity_map.get(identity)
        if obj is None:
            continue
        state = instance_state(obj)
        for key, value in row.items():
            if key in state.dict and not _is_sql(value):
                state.dict[key] = value
                state.committed_state.pop(key, None)
            elif key in state.mapper._props:
                state._expire([key])


def _known_objects(session, mapper):
    return [
        obj for obj in session.identity_map.values()
        if isinstance(obj, mapper.class_) and not instance_state(obj)._deleted
    ]


def _matching(session, mapper, statement, known, connection):
    """The known objects whose rows a statement concerns."""
    condition = statement.whereclause
    if condition is None:
        return known
    found = []
    for obj in known:
        state = instance_state(obj)

        def value_of(table, schema, name, state=state):
            for prop in state.mapper._column_props():
                for column in prop.columns:
                    if column.name == name and getattr(
                        getattr(column, "table", None), "name", None
                    ) == table:
                        if prop.key in state.dict:
                            return (state.dict[prop.key],)
                        return None
            return None

        answer = _evaluate_condition(condition, value_of)
        if answer is None:
            # What cannot be decided here is asked for when it is needed.
            found.append(obj)
        elif answer[0]:
            found.append(obj)
    return found


def _synchronize(session, mapper, statement, kind, matched):
    for obj in matched:
        state = instance_state(obj)
        if kind == "Delete":
            session._became_deleted(state)
            continue
        assigned = _assigned_values(statement)
        names = []
        for name, value in assigned.items():
            for prop in state.mapper._column_props():
                if any(getattr(column, "key", None) == name for column in prop.columns):
                    names.append((prop.key, value))
        for prop in state.mapper._column_props():
            column = prop.columns[0]
            if getattr(column, "onupdate", None) is not None:
                names.append((prop.key, None))
        for key, value in names:
            if key in state.dict and value is not None and not state.expired_attributes & {key}:
                state.dict[key] = value[0]
                state.committed_state.pop(key, None)
            else:
                state._expire([key])


def _returned(session, statement, result, given):
    """The objects of RETURNING."""
    spans, count = statement._limbec_entities
    names = list(result.keys())
    rows = [tuple(row) for row in result]
    keys, plan, loaders, place = [], [], [], 0
    starts = {start: (entity, size) for entity, start, size in spans}
    options = {**statement.get_execution_options(), **given}
    while place < count:
        if place in starts:
            entity, size = starts[place]
            selected = _Selected(entity, _Plan())
            selected.__limbec_entity__()
            loader = _Loader(session, selected, place, options.get("populate_existing", False))
            loaders.append(loader)
            keys.append(_entity_name(entity))
            plan.append(loader.load)
            place += size
        else:
            keys.append(names[place])
            plan.append(place)
            place += 1
    made = [
        tuple(row[step] if isinstance(step, int) else step(row) for step in plan) for row in rows
    ]
    return _make_result(keys, made)


def _insert_statement(session, mapper, statement, params, connection, options):
    if params is not None:
        several = isinstance(params, (list, tuple))
        rows = [_column_names(mapper, row) for row in (params if several else [params])]
        if len(mapper._tables) > 1:
            _bulk_insert(session, mapper, [dict(row) for row in params], False, True)
            return _make_result([], [], len(rows))
        params = rows if several else rows[0]
    identity = mapper.polymorphic_identity
    if identity is not None and mapper._polymorphic_key is not None:
        column = mapper.polymorphic_on
        if isinstance(params, list):
            params = [{column.key: identity, **row} for row in params]
        elif params is not None:
            params = {column.key: identity, **params}
    result = connection.execute(statement, params)
    told = statement._limbec_entities
    if told is not None and told[0]:
        return _returned(session, statement, result, options)
    return result


def _column_names(mapper, row):
    made = {}
    for name, value in dict(row).items():
        column = mapper._column_of(name)
        made[name if column is None else column.key] = value
    return made


def _bulk_insert(session, mapper, mappings, return_defaults, render_nulls):
    """`bulk_insert_mappings`: one INSERT for each run of rows with the same keys."""
    mapper._configure()
    session._begin()
    connection = session.connection()
    if not mappings:
        return
    for table in mapper._tables:
        rows = []
        for mapping in mappings:
            row = {}
            for prop, column in _Flush._table_props(None, mapper, table):
                value = mapping.get(prop.key)
                if column is mapper.version_id_col:
                    value = mapper.version_id_generator(None)
                if prop.key == mapper._polymorphic_key and value is None:
                    value = mapper.polymorphic_identity
                if value is None and not (render_nulls and prop.key in mapping):
                    if column.primary_key or column.default is not None or (
                        column.server_default is not None
                    ):
                        continue
                    value = None
                if _is_sql(value):
                    _unsupported("an SQL expression in bulk_insert_mappings()")
                row[column.key] = value
            rows.append((row, mapping))
        place = 0
        while place < len(rows):
            stop = place + 1
            while stop < len(rows) and list(rows[stop][0]) == list(rows[place][0]):
                stop += 1
            part = [row for row, _ in rows[place:stop]]
            keys = [c for c in table.primary_key.columns if c.key not in part[0]]
            if (return_defaults or len(mapper._tables) > 1) and keys:
                for row, mapping in rows[place:stop]:
                    result = connection.execute(sa.insert(table), row)
                    for column, value in zip(
                        table.primary_key.columns, result.inserted_primary_key
                    ):
                        mapping[mapper.get_property_by_column(column).key] = value
            else:
                connection.execute(sa.insert(table), part)
            place = stop


def _bulk_update(session, mapper, mappings):
    """`bulk_update_mappings`: rows by primary key."""
    mapper._configure()
    session._begin()
    connection = session.connection()
    for table in mapper._tables:
        if mapper.version_id_col is not None and mapper.version_id_col.table is table:
            _unsupported("bulk updates of a class with version_id_col")
        rows = []
        keys = [column for column in table.primary_key.columns]
        for mapping in mappings:
            row = {}
            for prop, column in _Flush._table_props(None, mapper, table):
                if column.primary_key:
                    if prop.key not in mapping:
                        raise sa_exc.InvalidRequestError(
                            "No primary key value supplied for column(s) %s; per-row ORM Bulk "
                            "UPDATE by Primary Key requires that records contain primary key values"
                            % ", ".join(str(key) for key in keys)
                        )
                    row["%s_%s" % (table.name, column.key)] = mapping[prop.key]
                elif prop.key in mapping:
                    row[column.key] = mapping[prop.key]
            if len(row) > len(keys):
                rows.append(row)
        condition = sa.and_(*[
            column == sa.bindparam("%s_%s" % (table.name, column.key), type_=column.type)
            for column in keys
        ])
        statement = sa.update(table).where(condition)
        place = 0
        while place < len(rows):
            stop = place + 1
            while stop < len(rows) and list(rows[stop]) == list(rows[place]):
                stop += 1
            part = rows[place:stop]
            result = connection.execute(statement, part if len(part) > 1 else part[0])
            if result.rowcount >= 0 and result.rowcount != len(part):
                raise StaleDataError(
                    "UPDATE statement on table '%s' expected to update %d row(s); %d were matched."
                    % (table.name, len(part), result.rowcount)
                )
            place = stop


def _bulk_save(session, objects, return_defaults, changed_only):
    """`bulk_save_objects`: objects as rows, without their relationships."""
    groups = []
    for obj in objects:
        state = _state_of(obj)
        mark = (state.mapper, state.key is not None)
        if groups and groups[-1][0][0] is mark[0] and groups[-1][0][1] == mark[1]:
            groups[-1][1].append(state)
        else:
            groups.append((mark, [state]))
    for (mapper, update), states in groups:
        names = mapper._column_keys()
        if update:
            rows = []
            for state in states:
                row = {
                    name: state.dict[name] for name in names if name in state.dict and (
                        name in mapper._key_names() or not changed_only
                        or name in state.committed_state
                    )
                }
                rows.append(row)
            _bulk_update(session, mapper, rows)
            continue
        rows = [{n: state.dict[n] for n in names if n in state.dict} for state in states]
        _bulk_insert(session, mapper, rows, return_defaults, False)
        if return_defaults:
            for state, row in zip(states, rows):
                for name in mapper._key_names():
                    state.dict[name] = row[name]
                state.key = mapper._identity_key_of(state)
