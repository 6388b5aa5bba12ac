"""Sessions: the objects that are known, and the transaction that they live in."""

import weakref

__name__ = "sqlalchemy.orm.session"


class IdentityMap:
    """The objects of a session by class and primary key; it does not keep them alive."""

    def __init__(self):
        self._refs = {}

    def get(self, key, default=None):
        ref = self._refs.get(key)
        if ref is None:
            return default
        obj = ref()
        return default if obj is None else obj

    def _add(self, key, obj):
        self._refs[key] = weakref.ref(obj)

    def _remove(self, key):
        self._refs.pop(key, None)

    def __getitem__(self, key):
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key):
        return self.get(key) is not None

    def keys(self):
        return [key for key in self._refs if self.get(key) is not None]

    def values(self):
        return [obj for obj in (ref() for ref in list(self._refs.values())) if obj is not None]

    def items(self):
        return [(key, self.get(key)) for key in self.keys()]

    def all_states(self):
        return [instance_state(obj) for obj in self.values()]

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.values())


class _IdentitySet(list):
    """What `session.new`, `session.dirty` and `session.deleted` are."""

    def __contains__(self, item):
        return _has(self, item)

    def __repr__(self):
        return "IdentitySet([%s])" % ", ".join(repr(item) for item in self)


class SessionTransaction:
    """A transaction of a session; as a context manager it ends with the block."""

    def __init__(self, session, parent=None, nested=False):
        self.session = session
        self.parent = parent
        self.nested = nested
        self.is_active = True
        # What made a flush fail: the transaction waits for rollback().
        self.problem = None
        self.new = []
        self.deleted = []
        self.switched = []
        self.savepoint = None

    @property
    def _state(self):
        return "ACTIVE" if self.is_active else "CLOSED"

    def commit(self):
        self._check()
        self.session._commit_transaction(self)

    def rollback(self):
        self.session._rollback_transaction(self)

    def close(self):
        if self.is_active or self.problem is not None:
            self.rollback()

    def _check(self):
        if self.problem is not None:
            raise sa_exc.PendingRollbackError(
                "This Session's transaction has been rolled back due to a previous exception "
                "during flush. To begin a new transaction with this Session, first issue "
                "Session.rollback(). Original exception was: %s (Background on this error at: "
                "https://sqlalche.me/e/20/7s2a)" % self.problem
            )
        if not self.is_active:
            raise sa_exc.ResourceClosedError("This transaction is closed")

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if not self.is_active:
            if self.problem is not None:
                if kind is None:
                    self._check()
                self.rollback()
            return False
        if kind is None:
            try:
                self.commit()
            except Exception:
                self.close()
                raise
        else:
            self.rollback()
        return False


_SESSION_COUNT = [0]


class Session:
    """A workspace for mapped objects."""

    def __init__(self, bind=None, *, autoflush=True, future=True, expire_on_commit=True,
                 autobegin=True, twophase=False, binds=None, enable_baked_queries=True, info=None,
                 query_cls=None, autocommit=False, join_transaction_mode="conditional_savepoint",
                 close_resets_only=None):
        if autocommit:
            raise sa_exc.ArgumentError("autocommit=True is no longer supported")
        if twophase:
            _unsupported("a Session with twophase=True")
        self.bind = bind
        self.autoflush = autoflush
        self.expire_on_commit = expire_on_commit
        self.autobegin = autobegin
        self.info = dict(info or {})
        self.join_transaction_mode = join_transaction_mode
        self._query_cls = query_cls
        self._binds = dict(binds or {})
        _SESSION_COUNT[0] += 1
        self.hash_key = _SESSION_COUNT[0]
        self.identity_map = IdentityMap()
        self._new = {}
        self._modified = {}
        self._deleted = {}
        self._count = 0
        self._transaction = None
        self._connection = None
        self._own_connection = False
        self._root = None
        self._flushing = False
        self._autoflush_on = True

    # What is in the session.

    @property
    def new(self):
        return _IdentitySet([state.obj() for state in self._new.values()])

    @property
    def dirty(self):
        return _IdentitySet([
            state.obj() for state in self._modified.values()
            if state.key is not None and id(state) not in self._deleted
        ])

    @property
    def deleted(self):
        return _IdentitySet([state.obj() for state in self._deleted.values()])

    @property
    def _dirty_states(self):
        return list(self._modified.values())

    def _deleted_states(self):
        return list(self._deleted.values())

    def __contains__(self, instance):
        state = _state_of(instance)
        return state._session is self and not state._deleted

    def __iter__(self):
        return iter(list(self.new) + self.identity_map.values())

    def _changed(self, state):
        if state.key is not None:
            self._modified[id(state)] = state

    def is_modified(self, instance, include_collections=True):
        state = _state_of(instance)
        for key in state.committed_state:
            if key in state.mapper._props and _history(state, key).has_changes():
                return True
        return False

    # Connections and transactions.

    def get_bind(self, mapper=None, *, clause=None, bind=None, **kw):
        if bind is not None:
            return bind
        if self.bind is not None:
            return self.bind
        for key, found in self._binds.items():
            return found
        raise sa_exc.UnboundExecutionError(
            "Could not locate a bind configured on session."
            if mapper is None else
            "Could not locate a bind configured on mapper %s, SQL expression or this Session."
            % mapper
        )

    def connection(self, bind_arguments=None, execution_options=None):
        """The connection that the session works on."""
        if self._connection is None and isinstance(self.get_bind(), sa.engine.mock.MockConnection):
            # Offline there is nothing to begin a transaction on; SQLAlchemy notices when it gives the connection back.
            raise AttributeError("'MockConnection' object has no attribute 'close'")
        self._begin()
        if self._connection is not None:
            if execution_options:
                self._connection.execution_options(**execution_options)
            return self._connection
        if len({id(found) for found in self._binds.values()}) > 1:
            _unsupported("a Session with several binds")
        bind = self.get_bind()
        if isinstance(bind, sa.engine.Engine):
            self._connection = bind.connect()
            if execution_options:
                self._connection.execution_options(**execution_options)
            self._own_connection = True
            self._root = self._connection.begin()
        else:
            self._connection = bind
            if execution_options:
                bind.execution_options(**execution_options)
            self._own_connection = False
            if bind.in_transaction():
                if self.join_transaction_mode == "create_savepoint" or (
                    self.join_transaction_mode == "conditional_savepoint"
                    and bind.in_nested_transaction()
                ):
                    self._root = bind.begin_nested()
                else:
                    # Somebody else's transaction: it is not the session's to commit.
                    self._root = None
            else:
                self._root = bind.begin()
        transaction = self._transaction
        chain = []
        while transaction is not None:
            chain.insert(0, transaction)
            transaction = transaction.parent
        for transaction in chain:
            if transaction.nested and transaction.savepoint is None:
                transaction.savepoint = self._connection.begin_nested()
        return self._connection

    def _begin(self):
        if self._transaction is None:
            self._transaction = SessionTransaction(self)
            _fire_session("after_transaction_create", self, self._transaction)
        elif self._transaction.problem is not None:
            self._transaction._check()
        return self._transaction

    def begin(self, nested=False):
        if nested:
            return self.begin_nested()
        if self._transaction is not None:
            raise sa_exc.InvalidRequestError("A transaction is already begun on this Session.")
        return self._begin()

    def begin_nested(self):
        self._begin()
        self.flush()
        connection = self.connection()
        made = SessionTransaction(self, self._transaction, nested=True)
        made.savepoint = connection.begin_nested()
        self._transaction = made
        return made

    def in_transaction(self):
        return self._transaction is not None

    def in_nested_transaction(self):
        return self._transaction is not None and self._transaction.nested

    def get_transaction(self):
        found = self._transaction
        while found is not None and found.parent is not None:
            found = found.parent
        return found

    def get_nested_transaction(self):
        found = self._transaction
        return found if found is not None and found.nested else None

    @property
    def is_active(self):
        return self._transaction is None or self._transaction.is_active

    @property
    def transaction(self):
        return self._transaction

    def commit(self):
        """Write what changed and commit."""
        transaction = self._begin()
        while transaction is not None and transaction.nested:
            self._commit_transaction(transaction)
            transaction = self._transaction
        self._commit_transaction(transaction)

    def _commit_transaction(self, transaction):
        while self._transaction is not None and self._transaction is not transaction:
            self._commit_transaction(self._transaction)
        _fire_session("before_commit", self)
        self.flush()
        if transaction.nested:
            if transaction.savepoint is not None:
                transaction.savepoint.commit()
            parent = transaction.parent
            parent.new.extend(transaction.new)
            parent.deleted.extend(transaction.deleted)
            parent.switched.extend(transaction.switched)
            self._transaction = parent
            transaction.is_active = False
            return
        if self._root is not None:
            self._root.commit()
        self._release()
        transaction.is_active = False
        self._transaction = None
        for state in transaction.deleted:
            state._session = None
        if self.expire_on_commit:
            self.expire_all()
        _fire_session("after_commit", self)

    def rollback(self):
        """Undo what was not committed."""
        transaction = self._transaction
        if transaction is None:
            return
        self._rollback_transaction(transaction)

    def _rollback_transaction(self, transaction):
        while self._transaction is not None and self._transaction is not transaction:
            self._rollback_transaction(self._transaction)
        if transaction.problem is None:
            self._undo(transaction)
        transaction.problem = None
        if transaction.nested:
            self._transaction = transaction.parent
            return
        self._release()
        self._transaction = None
        _fire_session("after_rollback", self)

    def _undo(self, transaction):
        """Undo the work of a transaction in the database and in the objects."""
        if transaction.nested:
            if transaction.savepoint is not None:
                transaction.savepoint.rollback()
        elif self._connection is not None:
            if self._root is not None:
                self._root.rollback()
            else:
                self._connection.rollback()
        self._restore(transaction)
        transaction.is_active = False

    def _release(self):
        if self._connection is not None and self._own_connection:
            self._connection.close()
        self._connection = None
        self._root = None

    def _restore(self, transaction):
        """The objects as they were before the transaction."""
        for state in transaction.new:
            if state._session is self:
                self.identity_map._remove(state.key)
                state._session = None
            state.key = None
            state._deleted = False
            self._modified.pop(id(state), None)
        for state in list(self._new.values()):
            state._session = None
        self._new.clear()
        for state, key in transaction.switched:
            self.identity_map._remove(state.key)
            state.key = key
            obj = state.obj()
            if obj is not None:
                self.identity_map._add(key, obj)
        for state in transaction.deleted + list(self._deleted.values()):
            if _among(transaction.new, state):
                continue
            state._deleted = False
            obj = state.obj() or state._strong
            if obj is not None:
                state._session = self
                self.identity_map._add(state.key, obj)
        self._deleted.clear()
        self._modified.clear()
        for state in self.identity_map.all_states():
            state._expire()

    def prepare(self):
        _unsupported("Session.prepare()")

    def close(self):
        """Forget all objects and give the connection back."""
        self.expunge_all()
        transaction = self._transaction
        self._transaction = None
        while transaction is not None:
            transaction.is_active = False
            transaction = transaction.parent
        if self._connection is not None:
            if self._root is not None and self._root.is_active:
                self._root.rollback()
            self._release()

    reset = close

    def invalidate(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return False

    # Objects in and out.

    def add(self, instance, *, _warn=True):
        """Put an object into the session; its row is written at the next flush."""
        self._save_or_update(_state_of(instance))

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def _save_or_update(self, state, seen=None):
        seen = set() if seen is None else seen
        queue = [state]
        while queue:
            state = queue.pop(0)
            if id(state) in seen:
                continue
            seen.add(id(state))
            self._attach(state)
            for key, prop in state.mapper._props.items():
                if not isinstance(prop, RelationshipProperty):
                    continue
                if "save-update" not in prop.cascade:
                    continue
                found = state.dict.get(key)
                items = [] if found is None else (
                    found._sa_items() if prop.uselist else [found]
                )
                added, _ = state._pending_mutations.get(key, ((), ()))
                for item in list(items) + list(added):
                    if item is not None:
                        queue.append(instance_state(item))

    def _attach(self, state):
        if state._session is self:
            if state._deleted:
                raise sa_exc.InvalidRequestError(
                    "Instance '%s' has been deleted.  Use the make_transient() function to send "
                    "this object back to the transient state." % _state_str(state)
                )
            self._deleted.pop(id(state), None)
            return
        if state._session is not None:
            raise sa_exc.InvalidRequestError(
                "Object '%s' is already attached to session '%s' (this is '%s')"
                % (_state_str(state), state._session.hash_key, self.hash_key)
            )
        self._begin() if self.autobegin else None
        if state.key is None:
            _fire_session("before_attach", self, state.obj())
            self._count += 1
            state.insert_order = self._count
            state._strong = state.obj()
            state._session = self
            self._new[id(state)] = state
            return
        if state._deleted:
            raise sa_exc.InvalidRequestError(
                "Instance '%s' has been deleted.  Use the make_transient() function to send this "
                "object back to the transient state." % _state_str(state)
            )
        known = self.identity_map.get(state.key)
        if known is not None and known is not state.obj():
            raise sa_exc.InvalidRequestError(
                "Can't attach instance %s; another instance with key %s is already present in "
                "this session." % (_state_str(state), state.key)
            )
        state._session = self
        self.identity_map._add(state.key, state.obj())
        if state.modified:
            self._modified[id(state)] = state

    def delete(self, instance):
        """Delete the row of an object at the next flush."""
        state = _state_of(instance)
        if state.key is None:
            raise sa_exc.InvalidRequestError(
                "Instance '%s' is not persisted" % _state_str(state)
            )
        if state._session is None:
            self._attach(state)
        if id(state) in self._deleted:
            return
        queue, seen, gone = [state], set(), []
        while queue:
            state = queue.pop(0)
            if id(state) in seen:
                continue
            seen.add(id(state))
            gone.append(state)
            for prop in state.mapper._configure()._props.values():
                if isinstance(prop, RelationshipProperty) and "delete" in prop.cascade:
                    if prop.passive_deletes and prop.key not in state.dict:
                        continue
                    value = getattr(state.obj(), prop.key)
                    items = [] if value is None else (
                        value._sa_items() if hasattr(value, "_sa_items") else
                        list(value) if prop.uselist else [value]
                    )
                    queue.extend(
                        instance_state(item) for item in items
                        if instance_state(item).key is not None
                    )
        # Marked when all is read: reading may flush.
        for state in gone:
            if not state._deleted:
                state._strong = state.obj()
                self._deleted[id(state)] = state

    def delete_all(self, instances):
        for instance in instances:
            self.delete(instance)

    def expunge(self, instance):
        """Take an object out of the session."""
        state = _state_of(instance)
        if state._session is not self:
            raise sa_exc.InvalidRequestError(
                "Instance %s is not present in this Session" % _state_str(state)
            )
        queue, seen = [state], set()
        while queue:
            state = queue.pop(0)
            if id(state) in seen:
                continue
            seen.add(id(state))
            for prop in state.mapper._props.values():
                if isinstance(prop, RelationshipProperty) and "expunge" in prop.cascade:
                    value = state.dict.get(prop.key)
                    items = [] if value is None else (
                        value._sa_items() if prop.uselist else [value]
                    )
                    queue.extend(instance_state(item) for item in items)
            self._expunge(state)

    def _expunge(self, state):
        self._new.pop(id(state), None)
        self._modified.pop(id(state), None)
        self._deleted.pop(id(state), None)
        if state.key is not None and self.identity_map.get(state.key) is state.obj():
            self.identity_map._remove(state.key)
        state._session = None

    def expunge_all(self):
        for state in (
            list(self._new.values()) + self.identity_map.all_states()
            + list(self._deleted.values())
        ):
            state._session = None
        self._new.clear()
        self._modified.clear()
        self._deleted.clear()
        self.identity_map = IdentityMap()

    def _became_persistent(self, state):
        self._new.pop(id(state), None)
        obj = state.obj() or state._strong
        known = self.identity_map.get(state.key)
        if known is not None and known is not obj:
            _warn(
                "New instance %s with identity key %s conflicts with persistent instance %s"
                % (_state_str(state), state.key, _instance_str(known))
            )
        self.identity_map._add(state.key, obj)
        if self._transaction is not None:
            self._transaction.new.append(state)
            state._kept = obj

    def _became_deleted(self, state):
        self._deleted.pop(id(state), None)
        self._modified.pop(id(state), None)
        self.identity_map._remove(state.key)
        state._deleted = True
        if self._transaction is not None:
            self._transaction.deleted.append(state)
            state._kept = state.obj()

    def _switch_key(self, state, now):
        self.identity_map._remove(state.key)
        if self._transaction is not None:
            self._transaction.switched.append((state, state.key))
        state.key = state.mapper._identity_key(now)
        self.identity_map._add(state.key, state.obj())

    def expire(self, instance, attribute_names=None):
        """Read an object anew when it is asked for something."""
        state = self._persistent(instance)
        if attribute_names is None:
            self._modified.pop(id(state), None)
            for prop in state.mapper._props.values():
                if isinstance(prop, RelationshipProperty) and "refresh-expire" in prop.cascade:
                    value = state.dict.get(prop.key)
                    for item in [] if value is None else (
                        value._sa_items() if prop.uselist else [value]
                    ):
                        other = instance_state(item)
                        if other.key is not None:
                            other._expire()
        state._expire(attribute_names)

    def _persistent(self, instance):
        state = _state_of(instance)
        if state._session is not self or state.key is None:
            raise sa_exc.InvalidRequestError(
                "Instance '%s' is not persistent within this Session" % _state_str(state)
            )
        return state

    def expire_all(self):
        for state in self.identity_map.all_states():
            state._expire()
        self._modified.clear()

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        """Read an object anew, now."""
        state = self._persistent(instance)
        names = attribute_names
        # What was changed of it is forgotten before anything is written.
        if names is None:
            self._modified.pop(id(state), None)
        state._expire(names)
        self._autoflush()
        columns = names
        if names is not None:
            columns = [
                name for name in names if isinstance(state.mapper._props[name], ColumnProperty)
            ]
        if columns is None or columns:
            if not self._read_columns(state, columns, with_for_update):
                raise sa_exc.InvalidRequestError(
                    "Could not refresh instance '%s'" % _instance_str(instance)
                )
        if names is not None:
            for name in names:
                if isinstance(state.mapper._props[name], RelationshipProperty):
                    getattr(instance, name)

    def merge(self, instance, *, load=True, options=None):
        """A copy of the object in this session."""
        if self.autoflush:
            self._autoflush()
        before, self.autoflush = self.autoflush, False
        try:
            return self._merge(_state_of(instance), {}, load)
        finally:
            self.autoflush = before

    def merge_all(self, instances, *, load=True, options=None):
        return [self.merge(instance, load=load) for instance in instances]

    def _merge(self, state, done, load):
        if id(state) in done:
            return done[id(state)]
        mapper = state.mapper._configure()
        key = state.key
        if key is None:
            if state._session is self:
                return state.obj()
            key = mapper._identity_key_of(state)
            if any(value is None for value in key[1]):
                key = None
        elif state._session is self:
            done[id(state)] = state.obj()
            return state.obj()
        target = None
        if key is not None:
            target = self.identity_map.get(key)
            if target is None and load:
                target = self._read_by_key(mapper.class_, key[1])
        fresh = target is None
        if fresh:
            target = mapper.class_.__new__(mapper.class_)
            made = instance_state(target)
            if load or key is None:
                self.add(target)
            else:
                made.key = key
                self._attach(made)
        done[id(state)] = target
        for name, prop in mapper._props.items():
            if name not in state.dict:
                continue
            if isinstance(prop, ColumnProperty):
                if load or fresh:
                    value = state.dict[name]
                    if fresh or target.__dict__.get(name, NO_VALUE) is not value:
                        if not load:
                            target.__dict__[name] = value
                        else:
                            setattr(target, name, value)
            elif isinstance(prop, RelationshipProperty) and "merge" in prop.cascade:
                value = state.dict[name]
                if prop.uselist:
                    items = [
                        self._merge(instance_state(item), done, load)
                        for item in value._sa_items()
                    ]
                    setattr(target, name, items)
                else:
                    setattr(target, name, None if value is None else self._merge(
                        instance_state(value), done, load
                    ))
        return target

    def enable_relationship_loading(self, obj):
        _unsupported("Session.enable_relationship_loading()")

    # Writing.

    def flush(self, objects=None):
        """Write what is new, changed and deleted."""
        if self._flushing:
            raise sa_exc.InvalidRequestError("Session is already flushing")
        self._find_mutated()
        if not (self._new or self._modified or self._deleted):
            return
        configure_mappers()
        self._flushing = True
        only = None if objects is None else [_state_of(item) for item in objects]
        try:
            _Flush(self, only).run()
        except Exception as problem:
            transaction = self._transaction
            if transaction is not None and transaction.is_active:
                self._flushing = False
                self._undo(transaction)
                transaction.problem = problem
            raise
        finally:
            self._flushing = False

    def _find_mutated(self):
        pass

    def _autoflush(self):
        if self.autoflush and self._autoflush_on and not self._flushing:
            self.flush()

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    # Reading.

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None,
                _parent_execute_state=None, _add_event=None):
        """Run a statement; entities come back as objects."""
        if isinstance(statement, str):
            raise sa_exc.ArgumentError(
                "Textual SQL expression %r should be explicitly declared as text(%r)"
                % (statement, statement)
            )
        options = dict(execution_options or {})
        translate = options.pop("schema_translate_map", None)
        if translate is None:
            given = getattr(statement, "get_execution_options", None)
            translate = given().get("schema_translate_map") if given is not None else None
        if translate is None:
            return self._execute(statement, params, options)
        connection = self.connection()
        before = connection._limbec_translate(translate)
        try:
            return self._execute(statement, params, options)
        finally:
            connection._limbec_translate(before)

    def _execute(self, statement, params, options):
        if _SESSION_LISTENERS:
            _fire_session("do_orm_execute", self, statement)
        entity = getattr(statement, "_limbec_entity", None)
        if entity is not None and _mapper_or_none(entity) is not None:
            return _execute_dml(self, statement, params, options)
        told = getattr(statement, "_limbec_entities", None)
        if told is None:
            if isinstance(statement, FromStatement):
                return statement._run(self, params, options)
            if hasattr(statement, "_limbec_columns") or isinstance(
                statement, sa.sql.expression.Executable
            ):
                pass
            self._autoflush_for(statement, options)
            return self.connection().execute(statement, params)
        entities, _ = told
        columns = getattr(statement, "_limbec_columns", ())
        orm = bool(entities) or any(isinstance(c, QueryableAttribute) for c in columns)
        if orm or self._new or self._modified or self._deleted:
            self._autoflush_for(statement, options)
        if not entities:
            result = self.connection().execute(statement, params)
            given = {**statement.get_execution_options(), **options}
            if given.get("yield_per"):
                result.yield_per(given["yield_per"])
            if columns and getattr(statement, "_limbec_named", False) is not True:
                names = list(result.keys())
                keys = [_column_key(c, n) for c, n in zip(columns, names)]
                if keys != names and len(keys) == len(names):
                    made = _make_result(keys, [tuple(row) for row in result])
                    return made.yield_per(given["yield_per"]) if given.get("yield_per") else made
            return result
        if self._connection is None:
            first = entities[0][0]
            self.get_bind(None if isinstance(first, Bundle) else _mapper_of(first))
        reading = _Reading(self, statement, params, options)
        keys, rows = reading.run()
        result = _make_result(keys, rows)
        given = {**statement.get_execution_options(), **options}
        if given.get("yield_per"):
            result.yield_per(given["yield_per"])
        if reading.joined_collections:
            return _Unsorted(result)
        return result

    def _autoflush_for(self, statement, options):
        if options.get("autoflush", True) is not False:
            given = getattr(statement, "get_execution_options", None)
            if given is None or given().get("autoflush", True) is not False:
                self._autoflush()

    def _objects(self, statement):
        """The objects of a SELECT of one entity, each once."""
        reading = _Reading(self, statement, None, {})
        _, rows = reading.run()
        found, seen = [], set()
        for row in rows:
            if row[0] is not None and id(row[0]) not in seen:
                seen.add(id(row[0]))
                found.append(row[0])
        return found

    def scalar(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return self.execute(statement, params, execution_options=execution_options).scalar()

    def scalars(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return self.execute(statement, params, execution_options=execution_options).scalars()

    # sqlmodel
    def exec(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        result = self.execute(statement, params, execution_options=execution_options)
        told = getattr(statement, "_limbec_entities", None)
        if told is not None and len(told[0]) + (told[1] - sum(s[2] for s in told[0])) == 1:
            return result.scalars()
        return result

    def query(self, *entities, **kw):
        return (self._query_cls or Query)(entities, self)

    def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None,
            identity_token=None, execution_options=None, bind_arguments=None):
        """The object of a primary key, or `None`."""
        mapper = entity if isinstance(entity, Mapper) else class_mapper(entity)
        mapper._configure()
        key = _key_values(mapper, ident)
        if not populate_existing and not with_for_update and not options:
            known = self.identity_map.get(mapper._identity_key(key))
            if known is not None:
                state = instance_state(known)
                if not isinstance(known, mapper.class_):
                    return None
                if state.expired_attributes and not self._still_there(state):
                    return None
                return known
        if any(value is None for value in key):
            _warn(
                "fully NULL primary key identity cannot load any object.  This condition may "
                "raise an error in a future release."
            )
            return None
        return self._read_by_key(mapper.class_, key, options, populate_existing, with_for_update)

    def get_one(self, entity, ident, **kw):
        found = self.get(entity, ident, **kw)
        if found is None:
            raise sa_exc.NoResultFound("No row was found when one was required")
        return found

    def _still_there(self, state):
        if not state._session._read_columns(state, sorted(
            state.expired_attributes, key=lambda name: list(state.mapper._props).index(name)
        ), None):
            self._expunge(state)
            return False
        return True

    def _read_by_key(self, entity, key, options=None, populate=False, for_update=None):
        mapper = class_mapper(entity)
        statement = sa.select(entity)._limbec_labelled()
        conditions = [
            column == sa.bindparam("pk_%d" % (place + 1), value, type_=column.type)
            for place, (column, value) in enumerate(zip(mapper.primary_key, key))
        ]
        statement = statement.where(sa.and_(*conditions))
        if options:
            statement = statement.options(*options)
        statement = _for_update(statement, for_update)
        if populate:
            statement = statement.execution_options(populate_existing=True)
        found = self._objects(statement)
        return found[0] if found else None

    def _load_attributes(self, state, prop):
        """Read what was forgotten of an object, because one attribute was asked for."""
        keys = {key for key in state.expired_attributes if key not in state.dict}
        keys.add(prop.key)
        if prop.group is not None:
            keys |= {
                other.key for other in state.mapper._column_props()
                if other.group == prop.group and other.key not in state.dict
            }
        names = [key for key in state.mapper._column_keys() if key in keys]
        if not self._read_columns(state, names, None):
            raise ObjectDeletedError(state)

    def _read_columns(self, state, names, for_update):
        mapper = state.mapper
        if names is None:
            props = mapper._select_props()
        else:
            props = [mapper._props[name] for name in names]
        self._autoflush_on, before = False, self._autoflush_on
        try:
            columns, places = mapper._columns_for(None, props)
            tables = [t for t in mapper._tables if any(
                getattr(c, "table", None) is t for c in columns
            )]
            plain = all(isinstance(column, sa.Column) for column in columns)
            if len(mapper._tables) > 1 and not (plain and tables == [mapper.local_table]):
                statement = sa.select(*columns).select_from(mapper.persist_selectable)
                keys = mapper.primary_key
            elif plain and len(mapper._tables) > 1:
                statement = sa.select(*columns)
                keys = [refers for _, refers in mapper._inherit_pairs]
            else:
                statement = sa.select(*columns)
                keys = mapper.primary_key
                if not plain:
                    statement = statement.select_from(mapper.local_table)
            conditions = [
                column == sa.bindparam("pk_%d" % (place + 1), value, type_=column.type)
                for place, (column, value) in enumerate(zip(keys, state.key[1]))
            ]
            statement = statement._limbec_labelled().where(sa.and_(*conditions))
            statement = _for_update(statement, for_update)
            row = self.connection().execute(statement).first()
        finally:
            self._autoflush_on = before
        if row is None:
            return False
        values = state.dict
        for key, place in places:
            if key not in values or names is None:
                values[key] = row[place]
                state.committed_state.pop(key, None)
            state.expired_attributes.discard(key)
        _coerce_mutables(state, mapper)
        if mapper._listeners or _LISTENERS:
            _fire_instance("refresh", state, None)
        return True

    # Many rows at once.

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True,
                          preserve_order=True):
        _bulk_save(self, objects, return_defaults, update_changed_only)

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        _bulk_insert(self, class_mapper(getattr(mapper, "class_", mapper)), list(mappings),
                     return_defaults, render_nulls)

    def bulk_update_mappings(self, mapper, mappings):
        _bulk_update(self, class_mapper(getattr(mapper, "class_", mapper)), list(mappings))

    @classmethod
    def object_session(cls, instance):
        return object_session(instance)

    @classmethod
    def close_all(cls):
        pass

    @staticmethod
    def identity_key(class_=None, ident=None, *, instance=None, row=None, identity_token=None):
        if instance is not None:
            return object_mapper(instance).identity_key_from_instance(instance)
        mapper = class_mapper(class_)
        return mapper._identity_key(_key_values(mapper, ident))

    def run_sync(self, function, *args, **kw):
        return function(self, *args, **kw)


def _key_values(mapper, ident):
    """A primary key as a tuple, in the order of its columns."""
    if isinstance(ident, dict):
        names = mapper._key_names()
        try:
            return tuple(ident[name] for name in names)
        except KeyError:
            raise sa_exc.InvalidRequestError(
                "Incorrect names of values in identifier to formulate primary key for "
                "session.get(); primary key attribute names are %s (synonym names are also "
                "accepted)" % ",".join("'%s'" % name for name in names)
            )
    key = tuple(ident) if isinstance(ident, (tuple, list)) or (
        hasattr(ident, "_mapping")
    ) else (ident,)
    if len(key) != len(mapper.primary_key):
        raise sa_exc.InvalidRequestError(
            "Incorrect number of values in identifier to formulate primary key for session.get(); "
            "primary key columns are %s" % ",".join("'%s'" % column for column in mapper.primary_key)
        )
    return key


def _for_update(statement, given):
    if not given:
        return statement
    if given is True:
        return statement.with_for_update()
    return statement.with_for_update(**given)


class _Unsorted:
    """A result with joined collections: its rows repeat, and `unique()` has to be asked for."""

    def __init__(self, result):
        self._result = result

    def unique(self, strategy=None):
        return self._result.unique(strategy)

    def scalars(self, index=0):
        return _Unsorted(self._result.scalars(index))

    def mappings(self):
        return _Unsorted(self._result.mappings())

    def keys(self):
        return self._result.keys()

    def close(self):
        self._result.close()

    def _refuse(self, *args, **kw):
        raise sa_exc.InvalidRequestError(
            "The unique() method must be invoked on this Result, as it contains results that need "
            "to be deduplicated; joined eager loads against collections"
            if False else
            "The unique() method must be invoked on this Result, as it contains results that "
            "include joined eager loads against collections"
        )

    all = fetchall = first = one = one_or_none = scalar = scalar_one = _refuse
    scalar_one_or_none = __iter__ = fetchone = fetchmany = partitions = _refuse


class _NoAutoflush:
    """`with session.no_autoflush:`"""

    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.before = self.session.autoflush
        self.session.autoflush = False
        return self.session

    def __exit__(self, kind, value, traceback):
        self.session.autoflush = self.before
        return False


class sessionmaker:
    """Makes sessions with the same options."""

    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True,
                 info=None, **kw):
        kw["bind"] = bind
        kw["autoflush"] = autoflush
        kw["expire_on_commit"] = expire_on_commit
        if info is not None:
            kw["info"] = info
        self.kw = kw
        self.class_ = type(class_.__name__, (class_,), {})

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **local_kw):
        return self.class_(**{**self.kw, **local_kw})

    def begin(self):
        return _SessionBlock(self())

    def configure(self, **new_kw):
        self.kw.update(new_kw)

    @classmethod
    def close_all(cls):
        pass


class _SessionBlock:
    """`with Session.begin() as session:`"""

    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.transaction = self.session.begin()
        return self.session

    def __exit__(self, kind, value, traceback):
        try:
            self.transaction.__exit__(kind, value, traceback)
        finally:
            self.session.close()
        return False


class scoped_session:
    """One session for all who ask."""

    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self._session = None

    def __class_getitem__(cls, item):
        return cls

    @property
    def registry(self):
        return self

    def __call__(self, **kw):
        if self._session is None:
            self._session = self.session_factory(**kw)
        elif kw:
            raise sa_exc.InvalidRequestError(
                "Scoped session is already present; no new arguments may be specified."
            )
        return self._session

    def has(self):
        return self._session is not None

    def set(self, session):
        self._session = session

    def remove(self):
        if self._session is not None:
            self._session.close()
            self._session = None

    def configure(self, **kw):
        self.session_factory.configure(**kw)

    def query_property(self, query_cls=None):
        scope = self

        class QueryProperty:
            def __get__(self, instance, owner):
                return (query_cls or Query)([owner], scope())

        return QueryProperty()

    def __getattr__(self, name):
        return getattr(self(), name)

    def __contains__(self, instance):
        return instance in self()

    def __iter__(self):
        return iter(self())

    def __enter__(self):
        return self().__enter__()

    def __exit__(self, *args):
        return self().__exit__(*args)


def close_all_sessions():
    """Close all sessions."""


class FromStatement:
    """`select(User).from_statement(text(...))`"""

    def __init__(self, entities, element):
        self.entities = entities
        self.element = element

    def options(self, *options):
        if options:
            _unsupported("options() of a query by from_statement()")
        return self

    def execution_options(self, **options):
        if options.get("populate_existing"):
            _unsupported("populate_existing of a query by from_statement()")
        return self

    def get_execution_options(self):
        return {}

    def _run(self, session, params, options):
        session._autoflush()
        result = session.connection().execute(self.element, params)
        names = list(result.keys())
        rows = [tuple(row) for row in result]
        keys, made = [], []
        for entity in self.entities:
            if not isinstance(entity, type):
                keys.append(entity.key)
                made.append((None, names.index(getattr(entity, "name", entity.key))))
                continue
            selected = _Selected(entity, _Plan())
            selected.__limbec_entity__()
            places = []
            for prop in selected.props:
                for column in prop.columns:
                    own = getattr(column, "name", prop.key)
                    for label in (own, "%s_%s" % (
                        getattr(getattr(column, "table", None), "name", ""), own
                    )):
                        if label in names:
                            places.append((prop.key, names.index(label)))
                            break
            selected.places = list(dict(places).items())
            loader = _Loader(session, selected, 0)
            known = dict(selected.places)
            keys.append(entity.__name__)
            made.append((loader, None))
        found = [
            tuple(row[place] if loader is None else loader.load(row) for loader, place in made)
            for row in rows
        ]
        return _make_result(keys, found)
