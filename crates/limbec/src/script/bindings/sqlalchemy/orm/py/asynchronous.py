"""Sessions of asynchronous applications: each stands on a plain session, and its coroutines never wait."""

__name__ = "sqlalchemy.ext.asyncio.session"


def _plain_bind(bind):
    """The engine or connection that an asynchronous one stands on."""
    for name in ("sync_engine", "sync_connection"):
        plain = getattr(bind, name, None)
        if plain is not None:
            return plain
    if bind is not None and not isinstance(bind, (sa.engine.Engine, sa.engine.Connection)):
        raise sa_exc.ArgumentError(f"AsyncEngine expected, got {bind!r}")
    return bind


def _awaited(name):
    """A method of the plain session, as a coroutine."""

    async def method(self, *args, **kw):
        return getattr(self.sync_session, name)(*args, **kw)

    method.__name__ = name
    return method


def _passed_on(name):
    """A method of the plain session that does not wait for the database."""

    def method(self, *args, **kw):
        return getattr(self.sync_session, name)(*args, **kw)

    method.__name__ = name
    return method


def _attribute(name):
    """An attribute of the plain session."""

    def read(self):
        return getattr(self.sync_session, name)

    def write(self, value):
        setattr(self.sync_session, name, value)

    return property(read, write)


class AsyncSession:
    """A session whose methods are awaited."""

    sync_session_class = Session

    def __init__(self, bind=None, *, binds=None, sync_session_class=None, **kw):
        self.bind = bind
        self.binds = binds
        if sync_session_class:
            self.sync_session_class = sync_session_class
        plain_binds = {key: _plain_bind(value) for key, value in (binds or {}).items()}
        self.sync_session = self.sync_session_class(bind=_plain_bind(bind), binds=plain_binds, **kw)
        self.sync_session._async_session = self

    def __class_getitem__(cls, item):
        return cls

    def __contains__(self, instance):
        return instance in self.sync_session

    def __iter__(self):
        return iter(self.sync_session)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        self.sync_session.close()

    async def run_sync(self, fn, *arg, **kw):
        return fn(self.sync_session, *arg, **kw)

    async def connection(self, bind_arguments=None, execution_options=None, **kw):
        from sqlalchemy.ext.asyncio import AsyncConnection

        plain = self.sync_session.connection(bind_arguments=bind_arguments, execution_options=execution_options, **kw)
        return AsyncConnection(None, plain)

    async def stream(self, statement, params=None, **kw):
        from sqlalchemy.ext.asyncio import AsyncResult

        return AsyncResult(self.sync_session.execute(statement, params, **kw))

    async def stream_scalars(self, statement, params=None, **kw):
        result = await self.stream(statement, params, **kw)
        return result.scalars()

    def begin(self):
        return AsyncSessionTransaction(self)

    def begin_nested(self):
        return AsyncSessionTransaction(self, nested=True)

    @classmethod
    async def close_all(cls):
        pass

    @classmethod
    def object_session(cls, instance):
        return async_object_session(instance)


for _name in ("close", "commit", "delete", "execute", "flush", "get", "get_one", "invalidate", "merge", "refresh",
              "reset", "rollback", "scalar", "scalars"):
    setattr(AsyncSession, _name, _awaited(_name))
AsyncSession.aclose = AsyncSession.close
for _name in ("add", "add_all", "expire", "expire_all", "expunge", "expunge_all", "in_nested_transaction",
              "in_transaction", "is_modified"):
    setattr(AsyncSession, _name, _passed_on(_name))
for _name in ("autoflush", "deleted", "dirty", "identity_map", "info", "is_active", "new", "no_autoflush"):
    setattr(AsyncSession, _name, _attribute(_name))


class AsyncSessionTransaction:
    """A transaction of an asynchronous session: awaited, or a block."""

    def __init__(self, session, nested=False):
        self.session = session
        self.nested = nested
        self.sync_transaction = None

    @property
    def is_active(self):
        return self.sync_transaction is not None and self.sync_transaction.is_active

    async def _begin(self):
        plain = self.session.sync_session
        self.sync_transaction = plain.begin_nested() if self.nested else plain.begin()
        return self

    def __await__(self):
        return self._begin().__await__()

    async def __aenter__(self):
        return await self._begin()

    async def __aexit__(self, kind, value, traceback):
        return self.sync_transaction.__exit__(kind, value, traceback)

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()


class async_sessionmaker:
    """Makes asynchronous sessions with the same options."""

    def __init__(self, bind=None, *, class_=AsyncSession, autoflush=True, expire_on_commit=True, info=None, **kw):
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
        return _AsyncSessionBlock(self())

    def configure(self, **new_kw):
        self.kw.update(new_kw)


class _AsyncSessionBlock:
    """`async with Session.begin() as session:`"""

    def __init__(self, session):
        self.session = session

    async def __aenter__(self):
        self.transaction = await self.session.begin()
        return self.session

    async def __aexit__(self, kind, value, traceback):
        try:
            await self.transaction.__aexit__(kind, value, traceback)
        finally:
            await self.session.close()
        return False


def async_object_session(instance):
    """The asynchronous session that an object belongs to."""
    session = object_session(instance)
    return async_session(session) if session is not None else None


def async_session(session):
    """The asynchronous session that stands on a plain one."""
    return getattr(session, "_async_session", None)


__name__ = "sqlalchemy.ext.asyncio.scoping"


class async_scoped_session:
    """One asynchronous session for all who ask within a scope."""

    def __init__(self, session_factory, scopefunc):
        self.session_factory = session_factory
        self._scope = scopefunc
        self._sessions = {}

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **kw):
        scope = self._scope()
        if scope not in self._sessions:
            self._sessions[scope] = self.session_factory(**kw)
        elif kw:
            raise sa_exc.InvalidRequestError(
                "Scoped session is already present; no new arguments may be specified."
            )
        return self._sessions[scope]

    def __getattr__(self, name):
        return getattr(self(), name)

    def __contains__(self, instance):
        return instance in self()

    def configure(self, **kw):
        self.session_factory.configure(**kw)

    async def remove(self):
        session = self._sessions.pop(self._scope(), None)
        if session is not None:
            await session.close()
