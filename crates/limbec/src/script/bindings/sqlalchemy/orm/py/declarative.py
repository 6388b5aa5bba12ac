"""Declarative classes: from the body of a class to a table and a mapper."""

import enum
import types
import typing

__name__ = "sqlalchemy.orm.decl_api"


class Mapped(ORMDescriptor):
    """`Mapped[...]`: the type of an attribute."""

    __class_getitem__ = classmethod(_mapped_as)


class WriteOnlyMapped(Mapped):
    """A collection that is only written."""


class DynamicMapped(Mapped):
    """A collection that is queried."""


class SQLORMExpression:
    """An expression that belongs to a mapped class."""

    def __class_getitem__(cls, item):
        return cls


SQLORMOperations = SQLORMExpression


class _MappedAs:
    """What `Mapped[...]` gives; those of classes are made once (`_mapped_as`)."""

    def __init__(self, inner, kind):
        self.inner = inner
        self.kind = kind


class declared_attr(ORMDescriptor):
    """An attribute that a mixin computes for each class."""

    def __init__(self, fn, cascading=False, quiet=False):
        self.fget = getattr(fn, "__func__", fn)
        self.__doc__ = getattr(fn, "__doc__", None)
        self._made = {}
        self._cascading = cascading

    def __get__(self, instance, owner):
        if owner in self._made:
            return self._made[owner]
        found = self.fget(owner)
        if isinstance(found, (sa.Column, MapperProperty, MappedColumn)):
            self._made[owner] = found
        return found

    @classmethod
    def directive(cls, fn):
        return cls(fn)

    class cascading:
        """`@declared_attr.cascading`"""

        def __new__(cls, fn):
            return declared_attr(fn, True)


class registry:
    """The classes that share a metadata."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None,
                 constructor=None):
        self.metadata = sa.MetaData() if metadata is None else metadata
        self._class_registry = {} if class_registry is None else class_registry
        self.type_annotation_map = dict(type_annotation_map or {})
        self.constructor = _constructor if constructor is None else constructor

    @property
    def mappers(self):
        return frozenset(cls.__mapper__ for cls in self._class_registry.values())

    def update_type_annotation_map(self, type_annotation_map):
        self.type_annotation_map.update(type_annotation_map)

    def configure(self, cascade=False):
        configure_mappers()

    def dispose(self, cascade=False):
        pass

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        bases = cls if isinstance(cls, tuple) else (cls,)
        body = {"registry": self, "metadata": self.metadata, "_sa_registry": self,
                "__abstract__": True, "__absent_subclass__": classmethod(_absent_subclass)}
        if self.constructor is not None:
            body["__init__"] = self.constructor
        if isinstance(cls, type):
            body["__doc__"] = cls.__doc__
            if hasattr(cls, "__class_getitem__"):
                body["__class_getitem__"] = classmethod(lambda cls, key: cls)
        return (metaclass or DeclarativeMeta)(name, bases, body)

    def mapped(self, cls):
        self._map_declaratively(cls)
        return cls

    def map_declaratively(self, cls):
        self._map_declaratively(cls)
        return cls.__mapper__

    def mapped_as_dataclass(self, __cls=None, **options):
        def decorate(cls):
            cls._sa_dataclass = options
            self._map_declaratively(cls)
            return cls

        return decorate if __cls is None else decorate(__cls)

    def as_declarative_base(self, **kw):
        def decorate(cls):
            kw["cls"] = cls
            kw["name"] = cls.__name__
            return self.generate_base(**kw)

        return decorate

    def map_imperatively(self, class_, local_table=None, **kw):
        if "__init__" not in class_.__dict__ and class_.__init__ is object.__init__:
            class_.__init__ = self.constructor
        properties = dict(kw.pop("properties", None) or {})
        mapper = Mapper(class_, local_table, properties, registry=self, **kw)
        self._class_registry[class_.__name__] = class_
        return mapper

    def _map_declaratively(self, cls):
        _Scan(self, cls).run()

    def _namespace(self):
        names = {name: getattr(sa, name) for name in (
            "and_", "or_", "not_", "func", "desc", "asc", "text", "case", "cast", "literal",
            "literal_column", "null", "true", "false", "select", "exists", "column",
        )}
        names["foreign"] = foreign
        names["remote"] = remote
        names["metadata"] = self.metadata
        for key, table in self.metadata.tables.items():
            names[key] = table
            if "." in key:
                schema, name = key.split(".", 1)
                names.setdefault(schema, _Properties({}))._items[name] = table
        names.update(self._class_registry)
        return names

    def _evaluate(self, text, cls):
        names = self._namespace()
        text = text.strip()
        if text in names:
            return names[text]
        last = text.rsplit(".", 1)[-1]
        if text.replace(".", "_").isidentifier() and last in self._class_registry and (
            text.split(".")[0] not in names
        ):
            return self._class_registry[last]
        try:
            return _eval(text, names)
        except NameError as problem:
            name = str(problem).split("'")[1]
            raise sa_exc.InvalidRequestError(
                "When initializing mapper %s, expression %r failed to locate a name (%r). If this "
                "is a class name, consider adding this relationship() to the %r class after both "
                "dependent classes have been defined."
                % (cls.__mapper__, text, name, cls)
            ) from problem


def _constructor(self, **kwargs):
    """Set the attributes that are given."""
    cls = type(self)
    for key in kwargs:
        if not hasattr(cls, key):
            raise TypeError("%r is an invalid keyword argument for %s" % (key, cls.__name__))
        setattr(self, key, kwargs[key])


_constructor.__name__ = "__init__"


def _set_on_class(cls, key, value):
    """`User.name = Column(...)` after the class was made."""
    mapper = _mapper_or_none(cls)
    if mapper is None:
        type.__setattr__(cls, key, value)
        return
    if isinstance(value, (sa.Column, MappedColumn)):
        column = _clause(value)
        if column.name is None:
            column.name = key
        if column.key is None:
            column.key = column.name
        mapper.local_table.append_column(column, replace_existing=True)
        mapper._add_property(key, column)
    elif isinstance(value, MapperProperty):
        if isinstance(value, ColumnProperty):
            column = value.columns[0]
            if isinstance(column, sa.Column) and column.table is None:
                if column.name is None:
                    column.name = column.key = key
                mapper.local_table.append_column(column)
        mapper._add_property(key, value)
    else:
        type.__setattr__(cls, key, value)


class DeclarativeAttributeIntercept(type):
    """The class of `DeclarativeBase` and what extends it."""

    def __setattr__(cls, key, value):
        _set_on_class(cls, key, value)


class DeclarativeMeta(DeclarativeAttributeIntercept):
    """The class of what `declarative_base()` makes."""

    def __init__(cls, name, bases, body, **kw):
        type.__init__(cls, name, bases, body)
        known = getattr(cls, "_sa_registry", None)
        if known is None:
            known = cls.__dict__.get("registry", None)
            if not isinstance(known, registry):
                raise sa_exc.InvalidRequestError(
                    "Declarative base class has no 'registry' attribute, or registry is not a "
                    "sqlalchemy.orm.registry() object"
                )
            type.__setattr__(cls, "_sa_registry", known)
        if not cls.__dict__.get("__abstract__", False):
            known._map_declaratively(cls)


def _base_registry(cls):
    """The registry that a class which extends `DeclarativeBase` directly gets."""
    known = cls.__dict__.get("registry")
    if not isinstance(known, registry):
        metadata = cls.__dict__.get("metadata")
        known = registry(
            metadata=metadata,
            type_annotation_map=getattr(cls, "type_annotation_map", None),
        )
        type.__setattr__(cls, "registry", known)
    type.__setattr__(cls, "_sa_registry", known)
    if "metadata" not in cls.__dict__:
        type.__setattr__(cls, "metadata", known.metadata)
    if cls.__init__ is object.__init__:
        type.__setattr__(cls, "__init__", known.constructor)
    return known


def _absent_subclass(cls, absent, keywords):
    """What is said where a class with a table extends something that is not there: nobody knows its columns."""
    bool(absent)


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    """The base of declarative classes."""

    __init__ = _constructor
    __absent_subclass__ = classmethod(_absent_subclass)

    def __init_subclass__(cls, **kw):
        if DeclarativeBase in cls.__bases__ or DeclarativeBaseNoMeta in cls.__bases__:
            _base_registry(cls)
        elif not cls.__dict__.get("__abstract__", False):
            if not hasattr(cls, "_sa_registry"):
                # The base was made by a class that keeps this hook to itself.
                _base_registry(next(b for b in cls.__mro__ if DeclarativeBase in b.__bases__))
            if kw:
                type.__setattr__(cls, "_sa_dataclass", kw)
                kw = {}
            cls._sa_registry._map_declaratively(cls)
        super().__init_subclass__(**kw)


class DeclarativeBaseNoMeta:
    """The same without a metaclass."""

    __init__ = _constructor

    def __init_subclass__(cls, **kw):
        if DeclarativeBaseNoMeta in cls.__bases__:
            _base_registry(cls)
        elif not cls.__dict__.get("__abstract__", False):
            cls._sa_registry._map_declaratively(cls)
        super().__init_subclass__(**kw)


class MappedAsDataclass(metaclass=DeclarativeAttributeIntercept):
    """Classes with the methods of dataclasses."""

    def __init_subclass__(cls, init=None, repr=None, eq=None, order=None, unsafe_hash=None,
                          match_args=None, kw_only=None, dataclass_callable=None, **kw):
        options = dict(getattr(cls, "_sa_dataclass", None) or {})
        given = {"init": init, "repr": repr, "eq": eq, "order": order, "kw_only": kw_only}
        options.update({key: value for key, value in given.items() if value is not None})
        type.__setattr__(cls, "_sa_dataclass", options)
        super().__init_subclass__(**kw)
        if _mapper_or_none(cls) is None:
            names = list(cls.__dict__.get("__annotations__", {}))
            type.__setattr__(cls, "_sa_dataclass_mixin", names)


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None,
                     type_annotation_map=None, constructor=_constructor, metaclass=None):
    """A base class for declarative classes."""
    made = registry(metadata=metadata, class_registry=class_registry, constructor=constructor,
                    type_annotation_map=type_annotation_map)
    if constructor is None:
        made.constructor = None
    return made.generate_base(mapper=mapper, cls=cls, name=name, metaclass=metaclass)


def as_declarative(**kw):
    """A decorator that makes a class a declarative base."""
    options = {key: kw.pop(key) for key in ("metadata", "class_registry") if key in kw}
    return registry(**options).as_declarative_base(**kw)


def declarative_mixin(cls):
    """A mark for type checkers."""
    return cls


def has_inherited_table(cls):
    """Whether a class that this one extends has a table."""
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def synonym_for(name, map_column=False):
    """A decorator that makes a property a synonym."""

    def decorate(function):
        return SynonymProperty(name, descriptor=function)

    return decorate


class _Scan:
    """The reading of one declarative class."""

    tablename = None
    table_args = None
    mapper_args = None
    # Whether columns say where they stand, and whether there are properties that are no columns.
    ordered = False
    mixed = False

    def __init__(self, registry_, cls):
        self.registry = registry_
        self.cls = cls
        self.properties = {}
        self.columns = []
        self.fields = []
        self.validators = []
        self.expressions = []
        self.dataclass = getattr(cls, "_sa_dataclass", None) is not None

    def run(self):
        cls = self.cls
        self.parent, self.bodies = parent, bodies = _bodies(cls)
        for base in bodies:
            _read_body(self, base)
        if self.mixed:
            self._name_columns()
        table = self._table(parent)
        for value, replace in self.expressions:
            value.columns = [_replace_columns(column, replace) for column in value.columns]
        self.registry._class_registry[cls.__name__] = cls
        args = dict(self.mapper_args or {})
        args.pop("batch", None)
        if parent is not None or args or not Mapper._late(
            cls, table, self.properties, self.registry
        ):
            self._map(parent, table, args)
        if self.validators:
            self._attach_validators()
        if self.dataclass:
            _make_dataclass(cls, self.fields, cls._sa_dataclass)
        if _LISTENERS:
            _fire_class("instrument_class", cls)
            _fire_class("after_mapper_constructed", cls)

    def _map(self, parent, table, args):
        cls = self.cls
        properties = {}
        mapped_already = {}
        for name, value in self.properties.items():
            if isinstance(value, sa.Column) and value.key == name:
                mapped_already[name] = value
            else:
                properties[name] = value
        if parent is not None and table is None:
            # The columns of a class that shares its parent's table are its own attributes.
            properties = dict(self.properties)
        properties.update(args.pop("properties", None) or {})
        for name, value in args.items():
            if isinstance(value, MappedColumn):
                args[name] = value.column
            elif name in ("primary_key", "include_properties"):
                args[name] = [_clause(item) for item in value]
        given_parent = args.pop("inherits", None)
        Mapper(cls, table, properties, registry=self.registry,
               inherits=given_parent or parent, **args)
        body = cls.__dict__
        for name, value in self.properties.items():
            if isinstance(value, sa.Column) and not isinstance(
                body.get(name), QueryableAttribute
            ):
                cls.__mapper__._add_property(name, value)

    def _name_columns(self):
        """Put columns into expressions that were made of them before they had names."""
        known = {_nameless(column): column for _, column in self.columns}

        def replace(table, schema, name):
            return known.get(name)

        for value in self.properties.values():
            if isinstance(value, ColumnProperty) and not value._is_table_column:
                # Once the columns belong to the table, see `_table`.
                self.expressions.append((value, replace))

    # `_read_body` asks these of what is not the same in every class.

    def _special(self, name, value):
        """What a class says of its table and its mapper."""
        if name == "__tablename__":
            if self.tablename is None:
                self.tablename = self._directive(value)
                _use_absent(self.tablename, self.cls.__name__ + ".__tablename__")
        elif name == "__table_args__":
            if self.table_args is None:
                self.table_args = self._directive(value)
        elif self.mapper_args is None:
            self.mapper_args = dict(self._directive(value) or {})

    def _item(self, base, name, value, note, is_annotated, annotation):
        mine = base is self.cls
        if mine and note is None and is_annotated:
            self._refuse_plain(name, value, annotation, base.__dict__)
        self._attribute(base, mine, name, value, note)

    def _directive(self, value):
        if isinstance(value, declared_attr):
            return value.__get__(None, self.cls)
        if isinstance(value, classmethod):
            if isinstance(value.__func__, declared_attr):
                return value.__func__.__get__(None, self.cls)
            return value.__get__(None, self.cls)()
        if isinstance(value, types.FunctionType):
            return value(self.cls)
        if isinstance(value, property):
            return value.fget(self.cls)
        return value

    def _refuse_plain(self, name, value, note, body):
        """An annotation without `Mapped[]` on what would be mapped is a mistake."""
        if value is not None and not isinstance(value, (MappedColumn, MapperProperty)):
            return
        if _absent_name(note) is not None:
            # The type in it is not there; where the column says all by itself, it is not needed.
            whole = isinstance(value, MappedColumn) and value._says_nullable and value._says_type()
            return whole or bool(note)
        if getattr(self.cls, "__allow_unmapped__", False) or "__table__" in body:
            return
        if "__dataclass_fields__" in body:
            return
        if isinstance(note, str):
            if any(known in note for known in ("ClassVar", "Mapped", "AssociationProxy")):
                return
        else:
            origin = typing.get_origin(note)
            if note is typing.ClassVar or origin is typing.ClassVar:
                return
            for known in (note, origin):
                if isinstance(known, type) and issubclass(known, (ORMDescriptor, AssociationProxy)):
                    return
        raise MappedAnnotationError(
            'Type annotation for "%s.%s" can\'t be correctly interpreted for Annotated Declarative '
            "Table form.  ORM annotations should normally make use of the ``Mapped[]`` generic "
            "type, or other ORM-compatible generic type, as a container for the actual type, which "
            "indicates the intent that the attribute is mapped. Class variables that are not "
            "intended to be mapped by the ORM should use ClassVar[].  To allow Annotated "
            "Declarative to disregard legacy annotations which don't use Mapped[] to pass, set "
            '"__allow_unmapped__ = True" on the class or a superclass this class. (Background on '
            "this error at: https://sqlalche.me/e/20/zlpr)" % (self.cls.__name__, name)
        )

    def _annotation(self, note, base):
        """The `_MappedAs` of an annotation, `None` for any other."""
        if isinstance(note, str):
            if "Mapped" not in note:
                return None
            note = _evaluate_note(note, base, self.registry)
        return note if isinstance(note, _MappedAs) else None

    def _attribute(self, base, mine, name, value, note):
        if name in self.properties or (not mine and name in self.cls.__dict__ and not isinstance(
            self.cls.__dict__[name], declared_attr
        ) and not isinstance(value, declared_attr)):
            return
        if isinstance(value, declared_attr):
            if self.parent is not None and not mine and not value._cascading and isinstance(
                getattr(self.parent.class_, name, None), QueryableAttribute
            ):
                # The mapped parent has it already, of the same mixin.
                return
            value = value.__get__(None, self.cls)
            mine = True
            if not isinstance(value, (sa.Column, MappedColumn, MapperProperty)):
                if isinstance(value, ColumnElement):
                    value = ColumnProperty(value)
                elif value is None and note is not None:
                    pass
                else:
                    return
        absent = _absent_name(value)
        if absent is not None:
            # What a call made may be a column; anything else of a package that is not there has no part in the table.
            if absent.endswith("()"):
                _use_absent(value, "%s.%s" % (self.cls.__name__, name))
            return
        names = getattr(value, "__sa_validators__", None) if callable(value) else None
        if names is not None:
            self.validators.append((name, names))
            return
        if note is None and not isinstance(value, (sa.Column, MappedColumn, MapperProperty)):
            if isinstance(value, AssociationProxy) and not mine:
                return
            if isinstance(value, InstrumentedAttribute):
                return
            if isinstance(value, tuple) and len(value) == 1 and isinstance(
                value[0], (sa.Column, MapperProperty)
            ):
                _warn(
                    "Ignoring declarative-like tuple value of attribute '%s': possibly a "
                    "copy-and-paste error with a comma accidentally placed at the end of the line?"
                    % name
                )
            return
        if not mine and self.parent is not None and isinstance(
            getattr(self.parent.class_, name, None), QueryableAttribute
        ):
            return
        self._property(base, mine, name, value, note)

    def _property(self, base, mine, name, value, note):
        default = ...
        if value is None or (
            note is not None and not isinstance(value, (sa.Column, MappedColumn, MapperProperty))
        ):
            # `name: Mapped[str]`, perhaps with the default of a dataclass.
            default = value if name in base.__dict__ else ...
            value = self._from_annotated(note, name)
            if value is None:
                value = MappedColumn()
        if isinstance(value, sa.Column):
            if not mine:
                value = value._copy()
            if note is not None:
                self._typed(value, note, name, False)
        elif isinstance(value, MappedColumn):
            if not mine:
                value = value._copy()
            self._mapped_column(name, value, note, default)
            return
        elif isinstance(value, RelationshipProperty):
            if not mine:
                raise sa_exc.InvalidRequestError(
                    "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) "
                    "must be declared as @declared_attr callables on declarative mixin classes.  "
                    "For dataclass field() objects, use a lambda:"
                )
            if note is not None:
                self._related(value, note)
            self.fields.append((name, value._dataclass, default, value))
        elif isinstance(value, CompositeProperty):
            if note is not None and not isinstance(value.composite_class, type):
                value.attrs = ((value.composite_class,) if value.composite_class is not None
                               else ()) + tuple(value.attrs)
                value.composite_class = note.inner
            for item in value.attrs:
                if isinstance(item, (sa.Column, MappedColumn)):
                    self._own(_clause(item), item, _clause(item).name)
        elif isinstance(value, ColumnProperty):
            if not mine:
                value = value._copy()
                value.columns = [
                    column._copy() if isinstance(column, sa.Column) else column
                    for column in value.columns
                ]
            for column in value.columns:
                if isinstance(column, sa.Column) and column.table is None:
                    self._named(column, name)
                    self.columns.append((0, column))
            if value.columns and isinstance(value.columns[0], sa.Column) and note is not None:
                self._typed(value.columns[0], note, name, False)
        if isinstance(value, sa.Column):
            self._own(value, value, name)
        else:
            self.mixed = True
        self.properties[name] = value
        if isinstance(value, sa.Column) and note is not None:
            self.fields.append((name, {}, default, value))

    def _own(self, column, item, name):
        self._named(column, name)
        if column.table is None:
            place = getattr(item, "_sort_order", 0)
            self.ordered = self.ordered or place != 0
            self.columns.append((place, column))

    def _named(self, column, name):
        if column.name is None:
            column.name = name
        if column.key is None:
            column.key = column.name

    def _from_annotated(self, note, name):
        """What `Annotated[int, mapped_column(...)]` says; None for a plain column."""
        inner = note.inner
        parts = () if isinstance(inner, type) else (inner, _without_none(inner)[1])
        parts = [part for part in parts if _absent_name(part) is None]
        for part in parts:
            for extra in () if isinstance(part, type) else getattr(part, "__metadata__", ()):
                if isinstance(extra, (MappedColumn, sa.Column)):
                    made = MappedColumn()
                    column = _clause(extra)._copy()
                    made.__dict__.update(
                        extra.__dict__ if isinstance(extra, MappedColumn) else {}
                    )
                    made.column = column
                    return made
                if isinstance(extra, MapperProperty):
                    return extra._copy()
        if note.kind is not Mapped:
            return RelationshipProperty(lazy="dynamic" if note.kind is DynamicMapped else
                                        "write_only")
        return None

    def _mapped_column(self, name, value, note, default):
        column = value.column
        if value._existing and self.parent is not None:
            known = self.parent.local_table.c.get(column.name or name)
            if known is not None:
                self.properties[name] = known
                return
        if note is not None:
            annotated = self._from_annotated(note, name)
            if isinstance(annotated, MappedColumn) and annotated.column.name is None:
                self._merge(value, annotated)
            self._typed(column, note, name, value._says_nullable)
        if self.dataclass and value._default_is_insert:
            column.default = None
        self._own(column, value, name)
        prop = column
        if value._deferred or value._active_history:
            prop = ColumnProperty(column, deferred=bool(value._deferred),
                                  group=value._deferred_group,
                                  raiseload=bool(value._raiseload),
                                  active_history=value._active_history)
        self.properties[name] = prop
        self.fields.append((name, value._dataclass, default, value))

    def _merge(self, value, annotated):
        """Take over what the annotation's `mapped_column()` says and the attribute's does not."""
        mine, theirs = value.column, annotated.column
        if isinstance(mine.type, sa.types.NullType) and not isinstance(
            theirs.type, sa.types.NullType
        ):
            mine.type = theirs.type
        if theirs.primary_key:
            mine.primary_key = True
            if not value._says_nullable:
                mine.nullable = False
        if annotated._says_nullable and not value._says_nullable:
            mine.nullable = theirs.nullable
            value._says_nullable = True
        for slot in ("default", "onupdate", "server_default", "server_onupdate", "index", "unique",
                     "comment", "doc", "identity", "computed"):
            if getattr(mine, slot, None) is None and getattr(theirs, slot, None) is not None:
                setattr(mine, slot, getattr(theirs, slot))
        if not mine.foreign_keys:
            for key in theirs._copy().foreign_keys:
                mine.append_foreign_key(sa.ForeignKey(key._colspec))

    def _typed(self, column, note, name, says_nullable):
        optional, inner = _without_none(note.inner)
        if not says_nullable and column._user_defined_nullable is ...:
            if not column.primary_key:
                column.nullable = optional
        if isinstance(column.type, sa.types.NullType) and not column.foreign_keys:
            column.type = self._type_of(inner, name, note)

    def _type_of(self, inner, name, note):
        known = self.registry.type_annotation_map
        for candidate in _candidates(note.inner) + _candidates(inner) if known else ():
            for key, kind in known.items():
                if key is candidate or key == candidate:
                    return kind() if isinstance(kind, type) else kind
        found = _python_type(inner)
        if found is None:
            raise sa_exc.ArgumentError(
                "Could not locate SQLAlchemy Core type for Python type %s inside the "
                "'type_annotation_map' for the '%s' attribute." % (_shown(inner), name)
                if False else
                "Could not locate SQLAlchemy Core type when resolving for Python type indicated "
                "by '%s' inside the Mapped[] annotation for the %r attribute; the type object is "
                "not resolvable by the registry" % (_shown(inner), name)
            )
        for key, kind in known.items():
            if isinstance(key, type) and isinstance(inner, type) and key in inner.__mro__[1:]:
                if isinstance(key, type) and issubclass(inner, enum.Enum) and key is enum.Enum:
                    return kind._for_enum(inner) if hasattr(kind, "_for_enum") else found
                break
        return found

    def _related(self, value, note):
        optional, inner = _without_none(note.inner)
        origin = getattr(inner, "__origin__", None)
        args = getattr(inner, "__args__", ()) or ()
        if isinstance(origin, type) and args:
            if value.collection_class is None:
                kind = {"Sequence": list, "Collection": list, "Iterable": list}.get(
                    origin.__name__, origin
                )
                value.collection_class = kind if kind in (list, set) else value.collection_class
            if value.uselist is None:
                value.uselist = True
            inner = args[-1]
        elif note.kind is not Mapped:
            value.uselist = True
            if note.kind is DynamicMapped:
                value.lazy = "dynamic"
        elif value.uselist is None:
            value.uselist = False
        inner = getattr(inner, "__forward_arg__", inner)
        if value.argument is None:
            value.argument = inner

    def _table(self, parent):
        cls = self.cls
        table = cls.__dict__.get("__table__")
        if table is None:
            for base in self.bodies[1:]:
                if "__table__" in base.__dict__:
                    table = self._directive(base.__dict__["__table__"])
                    break
        elif isinstance(table, declared_attr):
            table = table.__get__(None, cls)
        if table is not None:
            if "__table__" not in cls.__dict__ or isinstance(
                cls.__dict__["__table__"], declared_attr
            ):
                type.__setattr__(cls, "__table__", table)
            return table
        if self.ordered:
            self.columns.sort(key=lambda pair: pair[0])
        columns = [column for _, column in self.columns]
        if self.tablename is None:
            if parent is None:
                raise sa_exc.InvalidRequestError(
                    "Class %r does not have a __table__ or __tablename__ specified and does not "
                    "inherit from an existing table-mapped class." % (cls,)
                )
            return self._share_table(parent, columns)
        args, options = [], {}
        given = self.table_args
        if isinstance(given, dict):
            options = dict(given)
        elif given:
            args = list(given)
            if isinstance(args[-1], dict):
                options = dict(args.pop())
        _name_in(args, columns)
        metadata = getattr(cls, "metadata", None) or self.registry.metadata
        make = getattr(cls, "__table_cls__", sa.Table)
        table = make(self.tablename, metadata, *columns, *args, **options)
        if table is None and parent is not None:
            return self._share_table(parent, columns)
        type.__setattr__(cls, "__table__", table)
        return table

    def _share_table(self, parent, columns):
        """Put the columns of a class without a table of its own into its parent's."""
        for column in columns:
            known = parent.local_table.c.get(column.key)
            if known is None:
                parent.local_table.append_column(column)
            elif known is not column:
                raise sa_exc.ArgumentError(
                    "Column '%s' on class %s conflicts with existing column '%s'.  If using "
                    "Declarative, consider using the use_existing_column parameter of "
                    "mapped_column() to resolve conflicts." % (column.key, self.cls.__name__, known)
                )
        return None

    def _attach_validators(self):
        cls = self.cls
        for method, (names, removes) in self.validators:
            for name in names:
                prop = cls.__mapper__._props.get(name)
                if prop is None:
                    continue

                def check(instance, value, old, method=method, name=name):
                    return getattr(instance, method)(name, value)

                prop._set_hooks = tuple(prop._set_hooks) + (check,)


def _evaluate_note(text, base, registry_):
    """An annotation that is a string (`from __future__ import annotations`)."""
    import sys

    module = sys.modules.get(base.__module__)
    names = dict(getattr(module, "__dict__", {}))
    for key, value in registry_._class_registry.items():
        names.setdefault(key, value)
    names.setdefault("Mapped", Mapped)
    for _ in range(50):
        try:
            return _eval(text, names)
        except NameError as problem:
            # A class that is not there yet is named by a string.
            missing = str(problem).split("'")[1]
            names[missing] = typing.ForwardRef(missing)
        except TypeError:
            break
    inner = text[text.index("[") + 1:text.rindex("]")]
    return _MappedAs(_loose(inner), Mapped)


def _loose(text):
    for end in ("| None",):
        if text.strip().endswith(end):
            return typing.Optional[typing.ForwardRef(text.strip()[:-len(end)].strip().strip("'\""))]
    return typing.ForwardRef(text.strip().strip("'\""))


def _without_none(note):
    """Whether an annotation allows `None`, and what it is besides."""
    if isinstance(note, type) or _absent_name(note) is not None:
        return False, note
    note = getattr(note, "__value__", note)
    if isinstance(note, str):
        stripped = note.strip()
        if stripped.startswith("Optional[") and stripped.endswith("]"):
            return True, stripped[len("Optional["):-1]
        if stripped.endswith("| None"):
            return True, stripped[:-len("| None")].strip()
        return False, note
    origin = getattr(note, "__origin__", None)
    args = getattr(note, "__args__", None)
    if isinstance(getattr(note, "__metadata__", None), tuple):
        optional, _ = _without_none(origin)
        return optional, note
    if args and (origin is typing.Union or isinstance(note, types.UnionType)):
        rest = [arg for arg in args if arg is not None and arg is not type(None)]
        if len(rest) < len(args):
            return True, rest[0] if len(rest) == 1 else typing.Union[tuple(rest)]
    return False, note


def _candidates(note):
    if isinstance(note, type):
        return [note]
    if _absent_name(note) is not None:
        _use_absent(note, "Mapped[]")
    found = [note]
    if getattr(note, "__metadata__", None) is not None:
        found.append(note.__origin__)
    supertype = getattr(note, "__supertype__", None)
    if supertype is not None:
        found.append(supertype)
    return found


def _shown(note):
    return note.__name__ if isinstance(note, type) and False else repr(note)


# The column types of the types of Python, filled when the first is asked for.
_PYTHON_TYPES = {}


def _python_types():
    import datetime
    import decimal
    import uuid

    _PYTHON_TYPES.update({
        bool: sa.Boolean, int: sa.Integer, str: sa.String, float: sa.Float,
        bytes: sa.LargeBinary, datetime.datetime: sa.DateTime, datetime.date: sa.Date,
        datetime.time: sa.Time, datetime.timedelta: sa.Interval, decimal.Decimal: sa.Numeric,
        uuid.UUID: sa.Uuid,
    })


def _python_type(note):
    """The column type of a Python type."""
    if not _PYTHON_TYPES:
        _python_types()
    for part in _candidates(note):
        optional, part = _without_none(part)
        args = getattr(part, "__args__", None)
        if getattr(part, "__origin__", None) is typing.Literal:
            return sa.Enum(*args, native_enum=False)
        if not isinstance(part, type):
            continue
        if issubclass(part, enum.Enum):
            return sa.Enum(part)
        if issubclass(part, sa.types.TypeEngine):
            return part()
        for cls in part.__mro__:
            kind = _PYTHON_TYPES.get(cls)
            if kind is not None:
                return kind()
    return None


def _make_dataclass(cls, fields, options):
    """Give a mapped class the `__init__` and `__repr__` of a dataclass."""
    known = [field for base in reversed(cls.__mro__[1:])
             for field in base.__dict__.get("_sa_dataclass_fields", ())]
    names = {name for name, *_ in known}
    known = known + [field for field in fields if field[0] not in names]
    type.__setattr__(cls, "_sa_dataclass_fields", known)
    everywhere = options.get("kw_only", False)
    plan = []
    for name, given, default, value in known:
        if given.get("init", ...) is False:
            plan.append((name, False, False, given.get("default", ...), None))
            continue
        first = given.get("default", ...)
        if first is ...:
            first = default
        only = given.get("kw_only", ...)
        plan.append((name, True, everywhere if only is ... else only, first,
                     None if given.get("default_factory", ...) is ... else
                     given["default_factory"]))

    def __init__(self, *args, **kwargs):
        positional = [item for item in plan if item[1] and not item[2]]
        if len(args) > len(positional):
            raise TypeError(
                "__init__() takes %d positional arguments but %d were given"
                % (len(positional) + 1, len(args) + 1)
            )
        values = {item[0]: value for item, value in zip(positional, args)}
        for name, value in kwargs.items():
            if name not in names_of_init:
                raise TypeError(
                    "__init__() got an unexpected keyword argument '%s'" % name
                )
            values[name] = value
        missing = [
            item[0] for item in plan
            if item[1] and item[0] not in values and item[3] is ... and item[4] is None
        ]
        if missing:
            raise TypeError(
                "__init__() missing %d required positional argument%s: %s"
                % (len(missing), "s" if len(missing) > 1 else "",
                   " and ".join(repr(name) for name in missing))
            )
        for name, takes, only, default, factory in plan:
            if name in values:
                setattr(self, name, values[name])
            elif factory is not None:
                setattr(self, name, factory())
            elif default is not ...:
                setattr(self, name, default)
        post = getattr(self, "__post_init__", None)
        if post is not None:
            post()

    names_of_init = {item[0] for item in plan if item[1]}
    shown = [name for name, given, *_ in known if given.get("repr", ...) is not False]

    def __repr__(self):
        return "%s(%s)" % (
            type(self).__qualname__,
            ", ".join("%s=%r" % (name, getattr(self, name)) for name in shown),
        )

    compared = [name for name, given, *_ in known if given.get("compare", ...) is not False]

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    body = cls.__dict__
    if options.get("init", True) and "__init__" not in body:
        type.__setattr__(cls, "__init__", __init__)
    if options.get("repr", True) and "__repr__" not in body:
        type.__setattr__(cls, "__repr__", __repr__)
    if options.get("eq", True) and "__eq__" not in body:
        type.__setattr__(cls, "__eq__", __eq__)
        type.__setattr__(cls, "__hash__", None if not options.get("unsafe_hash") else object.__hash__)
