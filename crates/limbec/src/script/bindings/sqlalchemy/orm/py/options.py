"""Loader options: `joinedload`, `selectinload`, `load_only`, `defer` ..."""

__name__ = "sqlalchemy.orm.strategy_options"


class _Plan:
    """What is to be read of an entity, and how its relationships are."""

    def __init__(self):
        self.related = {}
        self.only = None
        self.deferred = {}
        self.undeferred = set()
        self.groups = set()
        self.everything = None

    def way(self, prop):
        """How a relationship is read, and the plan of its target."""
        if prop.key in self.related:
            return self.related[prop.key]
        kind = self.everything or prop.lazy
        return kind, None, None


class Load:
    """A chain of options; each call adds a step."""

    def __init__(self, entity=None):
        self._entity = entity
        self._steps = ()

    def _with(self, kind, attribute, **extra):
        made = Load(self._entity)
        made._steps = self._steps + ((kind, attribute, extra),)
        return made

    def _several(self, kind, attributes, **extra):
        made = self
        for attribute in attributes:
            made = made._with(kind, attribute, **extra)
        return made

    def joinedload(self, attr, innerjoin=None):
        return self._with("joined", attr, innerjoin=innerjoin)

    def selectinload(self, attr, recursion_depth=None):
        return self._with("selectin", attr)

    def subqueryload(self, attr):
        return self._with("subquery", attr)

    def immediateload(self, attr, recursion_depth=None):
        return self._with("immediate", attr)

    def lazyload(self, attr):
        return self._with("select", attr)

    def noload(self, attr):
        return self._with("noload", attr)

    def raiseload(self, attr, sql_only=False):
        return self._with("raise_on_sql" if sql_only else "raise", attr)

    def defaultload(self, attr):
        return self._with("default", attr)

    def contains_eager(self, attr, alias=None):
        return self._with("contains", attr, alias=alias)

    def load_only(self, *attrs, raiseload=False):
        return self._with("only", attrs, raiseload=raiseload)

    def defer(self, key, raiseload=False):
        return self._with("defer", key, raiseload=raiseload)

    def undefer(self, key):
        return self._with("undefer", key)

    def undefer_group(self, name):
        return self._with("group", name)

    def with_expression(self, key, expression):
        return _unsupported("with_expression()")

    def selectin_polymorphic(self, classes):
        return _unsupported("selectin_polymorphic()")

    def options(self, *options):
        made = self
        for option in options:
            for step in option._steps:
                made = made._with("sub", (self._steps, step))
        made._nested = getattr(self, "_nested", ()) + tuple(options)
        return made

    def _apply(self, plans, entities):
        """Add the steps to the plans of the entities of a statement."""
        plan = None
        if self._entity is not None:
            plan = plans.get(id(self._entity))
        for kind, attribute, extra in self._steps:
            if kind in ("only", "defer", "undefer", "group", "sub"):
                if plan is None:
                    plan = self._root(plans, entities, attribute)
                if plan is None:
                    return
                self._columns(plan, kind, attribute, extra)
                continue
            if isinstance(attribute, str) and attribute == "*":
                plan = plan or next(iter(plans.values()))
                plan.everything = kind
                continue
            if isinstance(attribute, str):
                raise sa_exc.ArgumentError(
                    "Strings are not accepted for attribute names in loader options; please use "
                    "class-bound attributes directly."
                )
            if plan is None:
                plan = self._root(plans, entities, attribute)
                if plan is None:
                    return
            known = plan.related.get(attribute.key)
            below = _Plan() if known is None or known[1] is None else known[1]
            if kind == "default":
                kind = attribute.prop.lazy if known is None else known[0]
            if attribute._of_type is not None and kind in ("contains",):
                extra = dict(extra, alias=attribute._of_type)
            plan.related[attribute.key] = (kind, below, extra)
            plan = below

    def _root(self, plans, entities, attribute):
        """The plan of the entity that an attribute belongs to."""
        if isinstance(attribute, tuple):
            attribute = attribute[0] if attribute else None
        if isinstance(attribute, str) or attribute is None:
            return next(iter(plans.values()), None)
        owner = getattr(attribute, "_entity", None)
        for entity in entities:
            if entity is owner:
                return plans[id(entity)]
        mapper = getattr(attribute, "_parentmapper", None)
        for entity in entities:
            if mapper is not None and not isinstance(owner, AliasedClass):
                if isinstance(entity, type) and entity.__mapper__.isa(mapper):
                    return plans[id(entity)]
                if isinstance(entity, type) and mapper.isa(entity.__mapper__):
                    return plans[id(entity)]
        raise sa_exc.ArgumentError(
            "Mapped class %s does not apply to any of the root entities in this query, e.g. %s. "
            "Please specify the full path from one of the root entities to the target attribute. "
            % (mapper, ", ".join(str(inspect_entity(entity)) for entity in entities))
        )

    def _columns(self, plan, kind, attribute, extra):
        if kind == "only":
            names = {getattr(item, "key", item) for item in attribute}
            plan.only = (plan.only or set()) | names
        elif kind == "defer":
            plan.deferred[getattr(attribute, "key", attribute)] = extra["raiseload"]
        elif kind == "undefer":
            plan.undeferred.add(getattr(attribute, "key", attribute))
        elif kind == "group":
            plan.groups.add(attribute)


def inspect_entity(entity):
    return entity.__mapper__ if isinstance(entity, type) else entity


def _option(kind):
    def make(*keys, **extra):
        made = Load()
        for key in keys:
            made = getattr(made, kind)(key, **extra)
        return made

    make.__name__ = kind
    return make


joinedload = _option("joinedload")
selectinload = _option("selectinload")
subqueryload = _option("subqueryload")
immediateload = _option("immediateload")
lazyload = _option("lazyload")
noload = _option("noload")
raiseload = _option("raiseload")
defaultload = _option("defaultload")
contains_eager = _option("contains_eager")
defer = _option("defer")
undefer = _option("undefer")
undefer_group = _option("undefer_group")
with_expression = _option("with_expression")


def load_only(*attrs, raiseload=False):
    """Read some attributes now and the others when they are asked for."""
    return Load().load_only(*attrs, raiseload=raiseload)


def selectin_polymorphic(base_cls, classes):
    """Read the columns of subclasses by queries of their own."""
    return _unsupported("selectin_polymorphic()")


def with_loader_criteria(*args, **kw):
    """A condition for every entity of a class."""
    return _unsupported("with_loader_criteria()")
