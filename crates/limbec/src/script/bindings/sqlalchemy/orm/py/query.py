"""`session.query(...)`."""

__name__ = "sqlalchemy.orm.query"


class Query:
    """A SELECT of a session, in the style of before SQLAlchemy 2.0."""

    def __init__(self, entities, session=None):
        self.session = session
        if not isinstance(entities, (list, tuple)):
            entities = [entities]
        self._statement = sa.select(*entities)._limbec_labelled()
        self._entities = list(entities)
        self._options = {}
        self._populate = False

    def __class_getitem__(cls, item):
        return cls

    def _with(self, statement, **changes):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._statement = statement
        made.__dict__.update(changes)
        return made

    @property
    def statement(self):
        return self._statement._limbec_unlabelled()

    selectable = statement

    @property
    def column_descriptions(self):
        return [
            {"name": _entity_name(e) if not isinstance(e, ColumnElement) else e.key, "entity": e,
             "expr": e, "type": e, "aliased": isinstance(e, AliasedClass)}
            for e in self._entities
        ]

    @property
    def whereclause(self):
        return self._statement.whereclause

    def __clause_element__(self):
        return self._statement

    def __str__(self):
        session = self.session
        if session is not None and (session.bind is not None or session._connection is not None):
            connection = session._connection or session.bind
            return str(self._compiled().compile(dialect=connection.dialect))
        return str(self._compiled())

    def _compiled(self):
        return _Reading(self.session, self._statement, None, {}).statement

    # Clauses.

    def filter(self, *criterion):
        return self._with(self._statement.where(*criterion))

    where = filter

    def filter_by(self, **kwargs):
        return self._with(self._statement.filter_by(**kwargs))

    def order_by(self, *clauses):
        if clauses and clauses[0] in (None, False) and len(clauses) == 1:
            return self._with(self._statement.order_by(None))
        return self._with(self._statement.order_by(*clauses))

    def group_by(self, *clauses):
        return self._with(self._statement.group_by(*clauses))

    def having(self, *having):
        return self._with(self._statement.having(*having))

    def limit(self, limit):
        return self._with(self._statement.limit(limit))

    def offset(self, offset):
        return self._with(self._statement.offset(offset))

    def slice(self, start, stop):
        return self._with(self._statement.slice(start, stop))

    def distinct(self, *expr):
        return self._with(self._statement.distinct(*expr))

    def select_from(self, *from_obj):
        return self._with(self._statement.select_from(*from_obj))

    def join(self, target, *props, isouter=False, full=False, onclause=None):
        if props:
            if len(props) > 1 or onclause is not None:
                raise sa_exc.ArgumentError("join() accepts a target and an ON clause")
            onclause = props[0]
        return self._with(
            self._statement.join(target, onclause, isouter=isouter, full=full)
        )

    def outerjoin(self, target, *props, full=False, onclause=None):
        if props:
            onclause = props[0]
        return self._with(self._statement.outerjoin(target, onclause, full=full))

    def add_columns(self, *columns):
        return self._with(
            self._statement.add_columns(*columns), _entities=self._entities + list(columns)
        )

    def add_column(self, column):
        return self.add_columns(column)

    def add_entity(self, entity, alias=None):
        return self.add_columns(entity if alias is None else alias)

    def with_entities(self, *entities):
        return self._with(
            self._statement.with_only_columns(*entities)._limbec_labelled(),
            _entities=list(entities),
        )

    def options(self, *args):
        return self._with(self._statement.options(*args))

    def execution_options(self, **kw):
        return self._with(self._statement.execution_options(**kw))

    def get_execution_options(self):
        return self._statement.get_execution_options()

    def yield_per(self, count):
        return self._with(self._statement, _batch=count)

    _batch = None

    def populate_existing(self):
        return self._with(self._statement.execution_options(populate_existing=True))

    def autoflush(self, setting):
        return self._with(self._statement.execution_options(autoflush=setting))

    def with_for_update(self, nowait=False, read=False, of=None, skip_locked=False,
                        key_share=False):
        return self._with(self._statement.with_for_update(
            nowait=nowait, read=read, of=of, skip_locked=skip_locked, key_share=key_share
        ))

    def with_session(self, session):
        return self._with(self._statement, session=session)

    def enable_eagerloads(self, value):
        return self

    def enable_assertions(self, value):
        return self

    def correlate(self, *fromclauses):
        return self._with(self._statement.correlate(*fromclauses))

    def prefix_with(self, *prefixes, dialect="*"):
        return self._with(self._statement.prefix_with(*prefixes, dialect=dialect))

    def suffix_with(self, *suffixes, dialect="*"):
        return self._with(self._statement.suffix_with(*suffixes, dialect=dialect))

    def with_hint(self, selectable, text, dialect_name="*"):
        return self._with(self._statement.with_hint(selectable, text, dialect_name))

    def with_statement_hint(self, text, dialect_name="*"):
        return self._with(self._statement.with_statement_hint(text, dialect_name))

    def reset_joinpoint(self):
        entities = self._entities
        made = self._statement._limbec_named_after(entities[0])
        return self._with(made)

    def tuples(self):
        return self

    def params(self, *args, **kwargs):
        given = dict(args[0]) if args else {}
        given.update(kwargs)
        return self._with(self._statement, _params={**(self._params or {}), **given})

    _params = None

    def from_statement(self, statement):
        return self._with(FromStatement(self._entities, statement))

    def set_label_style(self, style):
        return self._with(self._statement.set_label_style(style))

    def with_labels(self):
        return self

    def _set(self, name, others):
        parts = [self._statement._limbec_unlabelled()._limbec_labelled()]
        parts += [_clause(other) for other in others]
        whole = getattr(sa, name)(*parts).subquery()
        entity = self._entities[0]
        return _FromSubquery(self, whole)

    def union(self, *q):
        return self._set("union", q)

    def union_all(self, *q):
        return self._set("union_all", q)

    def intersect(self, *q):
        return self._set("intersect", q)

    def except_(self, *q):
        return self._set("except_", q)

    # As a part of other statements.

    def subquery(self, name=None, with_labels=False, reduce_columns=False):
        statement = self._statement if with_labels else self._statement._limbec_unlabelled()
        return statement.subquery(name)

    def cte(self, name=None, recursive=False, nesting=False):
        return self._statement._limbec_unlabelled().cte(name, recursive=recursive)

    def scalar_subquery(self):
        return self._statement._limbec_unlabelled().scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self.scalar_subquery().label(name)

    def exists(self):
        return self._statement._limbec_for_exists().exists()

    # Results.

    def _result(self):
        session = self.session
        if session is None:
            raise sa_exc.UnboundExecutionError(
                "This query has no session"
            )
        options = {}
        found = session._execute(self._statement, self._params, options)
        if isinstance(found, _Unsorted):
            return found.unique()
        return found

    @property
    def _single(self):
        """Whether the rows are objects and not tuples."""
        if len(self._entities) != 1:
            return False
        entity = self._entities[0]
        return not isinstance(entity, (ColumnElement, FromClause, Bundle)) and (
            isinstance(entity, AliasedClass) or _mapper_or_none(entity) is not None
        )

    def all(self):
        result = self._result()
        if self._single:
            seen, found = set(), []
            for item in result.scalars():
                if id(item) not in seen:
                    seen.add(id(item))
                    found.append(item)
            return found
        return result.all()

    def __iter__(self):
        return iter(self.all())

    def __getitem__(self, item):
        if isinstance(item, slice):
            start, stop = item.start, item.stop
            if (start or 0) < 0 or (stop or 0) < 0:
                raise IndexError(
                    "negative indexes are not accepted by SQL index / slice operators"
                )
            made = self
            if stop is not None:
                made = made._with(made._statement.slice(start or 0, stop))
            elif start is not None:
                made = made.offset(start)
            found = made.all()
            return found[None:None:item.step] if item.step is not None else found
        if item < 0:
            raise IndexError("negative indexes are not accepted by SQL index / slice operators")
        return self._with(self._statement.slice(item, item + 1)).all()[0]

    def first(self):
        if isinstance(self._statement, FromStatement):
            found = self.all()
            return found[0] if found else None
        found = self._with(self._statement._limbec_first()).all()
        return found[0] if found else None

    def one_or_none(self):
        found = self.all()
        if len(found) > 1:
            raise sa_exc.MultipleResultsFound(
                "Multiple rows were found when one or none was required"
            )
        return found[0] if found else None

    def one(self):
        found = self.all()
        if not found:
            raise sa_exc.NoResultFound("No row was found when one was required")
        if len(found) > 1:
            raise sa_exc.MultipleResultsFound(
                "Multiple rows were found when exactly one was required"
            )
        return found[0]

    def scalar(self):
        found = self.one_or_none_row()
        return None if found is None else found

    def one_or_none_row(self):
        rows = self._result().all()
        if not rows:
            return None
        if len(rows) > 1:
            raise sa_exc.MultipleResultsFound(
                "Multiple rows were found when exactly one was required"
            )
        return rows[0][0]

    def get(self, ident):
        return self.session.get(self._entities[0], ident)

    def count(self):
        inner = _Reading(self.session, self._statement, None, {}).statement
        whole = sa.select(sa.func.count(sa.literal_column("*"))).select_from(inner.subquery())
        self.session._autoflush()
        return self.session.connection().execute(
            whole._limbec_labelled(), self._params
        ).scalar()

    def update(self, values, synchronize_session="auto", update_args=None):
        statement = sa.update(self._entities[0])
        if update_args:
            _unsupported("update_args of Query.update()")
        if isinstance(values, (list, tuple)):
            values = dict(values)
        statement = statement.values({
            (self._attribute(key)): value for key, value in values.items()
        })
        return self._change(statement, synchronize_session)

    def _attribute(self, key):
        if isinstance(key, str):
            found = getattr(self._entities[0], key, None)
            return key if found is None else found
        return key

    def delete(self, synchronize_session="auto", delete_args=None):
        if delete_args:
            _unsupported("delete_args of Query.delete()")
        return self._change(sa.delete(self._entities[0]), synchronize_session)

    def _change(self, statement, synchronize):
        refused = self._statement._limbec_refuses_dml
        if refused:
            raise sa_exc.InvalidRequestError(
                "Can't call Query.update() or Query.delete() when %s has been called" % refused
            )
        condition = self._statement.whereclause
        if condition is not None:
            statement = statement._limbec_where(self._statement)
        return self.session.execute(
            statement, self._params,
            execution_options={"synchronize_session": synchronize},
        ).rowcount

    def merge_result(self, *args, **kw):
        _unsupported("Query.merge_result()")


class _FromSubquery(Query):
    """A query of a set operation: the entities are read from it."""

    def __new__(cls, *args):
        return object.__new__(cls)

    def __init__(self, query, whole):
        entity = query._entities[0]
        self.session = query.session
        if query._single:
            alias = aliased(entity, whole)
            alias._name = entity.__name__
            entities = [alias]
        else:
            entities = list(whole.c)
        Query.__init__(self, entities, query.session)
