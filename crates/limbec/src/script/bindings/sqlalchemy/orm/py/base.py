"""What all parts of the ORM share: exceptions, symbols, small helpers."""

import warnings

import sqlalchemy as sa
from sqlalchemy import exc as sa_exc
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.expression import FromClause

__name__ = "sqlalchemy.orm.exc"


class StaleDataError(sa_exc.SQLAlchemyError):
    """Rows that were to be changed are not there."""


ConcurrentModificationError = StaleDataError


class FlushError(sa_exc.SQLAlchemyError):
    """A flush that cannot be carried out."""


class UnmappedError(sa_exc.InvalidRequestError):
    """Something that has no mapping."""


class ObjectDereferencedError(sa_exc.SQLAlchemyError):
    """The object is gone."""


class DetachedInstanceError(sa_exc.SQLAlchemyError):
    """Something is to be loaded for an object without a session."""

    code = "bhk3"

    def __init__(self, message, code="bhk3"):
        super().__init__(message + _background(code))


class UnmappedInstanceError(UnmappedError):
    """An object whose class is not mapped."""

    def __init__(self, obj, msg=None):
        if not msg:
            name = _class_name(type(obj))
            if _mapper_or_none(type(obj)) is not None:
                msg = "Class '%s' is mapped, but this instance lacks instrumentation." % name
            else:
                msg = "Class '%s' is not mapped" % name
            if isinstance(obj, type):
                msg += (
                    "; was a class (%s) supplied where an instance was required?"
                    % _class_name(obj)
                )
        super().__init__(msg)


class UnmappedClassError(UnmappedError):
    """A class that is not mapped."""

    def __init__(self, cls, msg=None):
        super().__init__(msg or "Class %r is not mapped" % _class_name(cls))


class UnmappedColumnError(sa_exc.InvalidRequestError):
    """A column that no attribute stands for."""


class ObjectDeletedError(sa_exc.InvalidRequestError):
    """The row of an object is gone."""

    def __init__(self, state, msg=None):
        super().__init__(
            msg
            or "Instance '%s' has been deleted, or its row is otherwise not present."
            % _state_str(state)
        )


class LoaderStrategyException(sa_exc.InvalidRequestError):
    """A loader option that does not fit."""


class MappedAnnotationError(sa_exc.ArgumentError):
    """A `Mapped[]` that cannot be read."""


NoResultFound = sa_exc.NoResultFound
MultipleResultsFound = sa_exc.MultipleResultsFound

__name__ = "sqlalchemy.orm.base"


class _Symbol:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<LoaderCallableStatus.%s>" % self.name

    def __bool__(self):
        return False


NO_VALUE = _Symbol("NO_VALUE")
NEVER_SET = NO_VALUE
NO_KEY = _Symbol("NO_KEY")
PASSIVE_NO_RESULT = _Symbol("PASSIVE_NO_RESULT")


class RelationshipDirection:
    """Which side of a relationship refers to the other."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<RelationshipDirection.%s>" % self.name


ONETOMANY = RelationshipDirection("ONETOMANY")
MANYTOONE = RelationshipDirection("MANYTOONE")
MANYTOMANY = RelationshipDirection("MANYTOMANY")


def _warn(message):
    warnings.warn(message, sa_exc.SAWarning, stacklevel=3)


def _class_name(cls):
    return "%s.%s" % (cls.__module__, cls.__name__)


def _instance_str(obj):
    return "<%s at 0x%x>" % (type(obj).__name__, id(obj))


def _state_str(state):
    obj = state.obj()
    return "<None>" if obj is None else _instance_str(obj)


def _background(code):
    return " (Background on this error at: https://sqlalche.me/e/20/%s)" % code


def _mapper_or_none(cls):
    """The mapper of a class; a class that only extends a mapped one has none of its own."""
    return cls.__dict__.get("__mapper__") if isinstance(cls, type) else None


def class_mapper(class_, configure=True):
    """The mapper of a class."""
    mapper = _mapper_or_none(class_)
    if mapper is None:
        if not isinstance(class_, type):
            raise sa_exc.ArgumentError("Class object expected, got '%r'." % (class_,))
        raise UnmappedClassError(class_)
    if configure:
        mapper._configure()
    return mapper


def object_mapper(instance):
    """The mapper of an object."""
    mapper = _mapper_or_none(type(instance))
    if mapper is None:
        raise UnmappedInstanceError(instance)
    return mapper._configure()


class InspectionAttr:
    """What `inspect(Class).all_orm_descriptors` lists."""

    is_selectable = False
    is_aliased_class = False
    is_instance = False
    is_mapper = False
    is_bundle = False
    is_property = False
    is_attribute = False
    is_clause_element = False


class InspectionAttrInfo(InspectionAttr):
    """An attribute with `info`."""

    _info = None

    @property
    def info(self):
        if self._info is None:
            self._info = {}
        return self._info


class _Late:
    """What an object makes when it is first asked for it, and then has."""

    def __init__(self, name, make):
        self.name = name
        self.make = make

    def __get__(self, instance, owner):
        if instance is None:
            return self
        made = instance.__dict__[self.name] = self.make(instance)
        return made


class ORMDescriptor:
    """Something that is read from a class and from its objects."""

    __type_params__ = ()


class PropComparator:
    """Base of user-made comparators of attributes."""

    __type_params__ = ()

    def __init__(self, prop=None, parentmapper=None, adapt_to_entity=None):
        self.prop = self.property = prop
        self._parententity = parentmapper

    def __clause_element__(self):
        return self.prop.expression


def _as_list(value):
    if value is None:
        return []
    if isinstance(value, (list, tuple, set)):
        return list(value)
    return [value]


def _clause(value):
    """The construct that an attribute stands for."""
    if isinstance(value, sa.Column):
        return value
    if isinstance(value, (InstrumentedAttribute, MappedColumn)):
        return value.__clause_element__()
    method = getattr(value, "__clause_element__", None)
    return method() if method is not None and not isinstance(value, ColumnElement) else value
