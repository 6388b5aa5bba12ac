"""`hybrid_property` and `hybrid_method`."""

__name__ = "sqlalchemy.ext.hybrid"


class Comparator(PropComparator):
    """A comparator of a hybrid attribute."""

    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        found = self.expression
        while hasattr(found, "__clause_element__") and not isinstance(found, sa.Column):
            found = found.__clause_element__()
        return found

    def __eq__(self, other):
        return self.__clause_element__() == other

    def __ne__(self, other):
        return self.__clause_element__() != other

    def __hash__(self):
        return id(self)


class hybrid_method(ORMDescriptor):
    """A method of objects that is an expression on the class."""

    def __init__(self, func, expr=None):
        self.func = func
        self.expr = func if expr is None else expr

    def _of(self, owner):
        return lambda *args, **kw: self.expr(owner, *args, **kw)

    def __get__(self, instance, owner):
        if instance is None:
            return self._of(owner)
        return lambda *args, **kw: self.func(instance, *args, **kw)

    def expression(self, expr):
        self.expr = expr
        return self


class hybrid_property(ORMDescriptor):
    """A property of objects that is an expression on the class."""

    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None,
                 update_expr=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.expr = expr
        self.custom_comparator = custom_comparator
        self.update_expr = update_expr
        self.__name__ = getattr(fget, "__name__", None)
        self.__doc__ = getattr(fget, "__doc__", None)

    def _of(self, owner):
        if self.custom_comparator is not None:
            made = self.custom_comparator(owner)
            return made
        function = self.fget if self.expr is None else self.expr
        function = getattr(function, "__func__", function)
        found = function(owner)
        if isinstance(found, ColumnElement) and not isinstance(
            found, (QueryableAttribute, sa.sql.elements.ColumnClause, sa.sql.elements.Label)
        ):
            # What a row calls it.
            found._limbec_selected_name = self.__name__
        return found

    def __get__(self, instance, owner):
        if instance is None:
            return self._of(owner)
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _copy(self, **changes):
        made = hybrid_property(
            self.fget, self.fset, self.fdel, self.expr, self.custom_comparator, self.update_expr
        )
        for name, value in changes.items():
            setattr(made, name, value)
        return made

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)

    def expression(self, expr):
        return self._copy(expr=expr)

    def comparator(self, comparator):
        return self._copy(custom_comparator=comparator)

    def update_expression(self, meth):
        return self._copy(update_expr=meth)

    @property
    def inplace(self):
        return _InPlace(self)

    @property
    def overrides(self):
        return self


class _InPlace:
    """`@name.inplace.setter`: the property itself is changed."""

    def __init__(self, attribute):
        self.attribute = attribute

    def _change(self, name, value):
        setattr(self.attribute, name, value)
        return self.attribute

    def getter(self, fget):
        return self._change("fget", fget)

    def setter(self, fset):
        return self._change("fset", fset)

    def deleter(self, fdel):
        return self._change("fdel", fdel)

    def expression(self, expr):
        return self._change("expr", expr)

    def comparator(self, comparator):
        return self._change("custom_comparator", comparator)

    def update_expression(self, meth):
        return self._change("update_expr", meth)


class index_property(hybrid_property):
    """An item of a column with a list or a dictionary, as an attribute."""

    _NO_DEFAULT_ARGUMENT = object()

    def __init__(self, attr_name, index, default=_NO_DEFAULT_ARGUMENT, datatype=None, mutable=True, onebased=True):
        # Subclasses override these methods; a hybrid keeps functions under their names.
        expression = self.expr
        super().__init__(self.fget, self.fset if mutable else None, self.fdel if mutable else None,
                         lambda model: expression(model))
        self.attr_name = attr_name
        self.index = index
        self.default = default
        if datatype is None:
            datatype = (lambda: [None] * (index + 1)) if isinstance(index, int) else dict
        self.datatype = datatype
        self.onebased = onebased and isinstance(index, int)

    def _fget_default(self, err=None):
        if self.default is self._NO_DEFAULT_ARGUMENT:
            raise AttributeError(self.attr_name) from err
        return self.default

    def fget(self, instance):
        held = getattr(instance, self.attr_name)
        if held is None:
            return self._fget_default()
        try:
            return held[self.index]
        except (KeyError, IndexError) as problem:
            return self._fget_default(problem)

    def fset(self, instance, value):
        held = getattr(instance, self.attr_name, None)
        if held is None:
            held = self.datatype()
            setattr(instance, self.attr_name, held)
        held[self.index] = value
        flag_modified(instance, self.attr_name)

    def fdel(self, instance):
        held = getattr(instance, self.attr_name)
        if held is None:
            raise AttributeError(self.attr_name)
        try:
            del held[self.index]
        except KeyError as problem:
            raise AttributeError(self.attr_name) from problem
        flag_modified(instance, self.attr_name)

    def expr(self, model):
        return getattr(model, self.attr_name)[self.index + 1 if self.onebased else self.index]
