"""The tuples of `compare_metadata()`: what an operation of a comparison says, with SQLAlchemy's objects in it."""

import sqlalchemy as sa


def as_diffs(container):
    """The tuples of all operations in a container."""
    found = []
    for op in container.ops:
        if hasattr(op, "ops"):
            found += as_diffs(op)
        else:
            found.append(op.to_diff_tuple())
    return found


def diff_of(op):
    """The tuple of an operation."""
    answer = _DIFFS.get(type(op).__name__)
    if answer is None:
        raise NotImplementedError()
    return answer(op)


def _table(name, schema, items, **options):
    """A table of its own, for columns and constraints that may belong to another one."""
    table = sa.Table(name, sa.MetaData(), schema=schema, **options)
    for item in items:
        if isinstance(item, sa.Column):
            column = item._copy()
            if item.table is not None:
                # The foreign keys of a column belong to the constraints of its table.
                column.foreign_keys = set()
            table.append_column(column)
    return table


def _columns(op):
    if op is None:
        return []
    return op.columns


def _new_table(op):
    owners = [item.table for item in op.columns if isinstance(item, sa.Column) and item.table is not None]
    table = owners[0] if owners else _table(op.table_name, op.schema, op.columns)
    return ("add_table", table)


def _old_table(op):
    reverse = op._reverse
    if reverse is None:
        return ("remove_table", _table(op.table_name, op.schema, []))
    return ("remove_table", _new_table(reverse)[1])


def _added_column(op):
    return ("add_column", op.schema, op.table_name, op.column)


def _removed_column(op):
    if op._reverse is None:
        column = sa.Column(op.column_name, sa.types.NullType())
    else:
        column = op._reverse.column
    return ("remove_column", op.schema, op.table_name, column)


def _altered_column(op):
    existing = {
        "existing_type": op.existing_type,
        "existing_nullable": op.existing_nullable,
        "existing_server_default": op.existing_server_default,
        "existing_comment": op.existing_comment,
    }
    changes = []

    def change(kind, own, order, old, new):
        beside = {name: existing[name] for name in order if name != own}
        changes.append((kind, op.schema, op.table_name, op.column_name, beside, old, new))

    if op.modify_type is not None:
        order = ["existing_nullable", "existing_server_default", "existing_comment"]
        change("modify_type", "existing_type", order, op.existing_type, op.modify_type)
    if op.modify_nullable is not None:
        order = ["existing_type", "existing_server_default", "existing_comment"]
        change("modify_nullable", "existing_nullable", order, op.existing_nullable, op.modify_nullable)
    if op.modify_server_default is not False:
        order = ["existing_nullable", "existing_type", "existing_comment"]
        old, new = op.existing_server_default, op.modify_server_default
        change("modify_default", "existing_server_default", order, old, new)
    if op.modify_comment is not False:
        order = ["existing_nullable", "existing_type", "existing_server_default"]
        change("modify_comment", "existing_comment", order, op.existing_comment, op.modify_comment)
    return changes


def _index(op, elements):
    options = dict(op.kw)
    unique = getattr(op, "unique", None)
    known = {}
    for element in elements:
        if isinstance(element, sa.Column):
            known[element.name] = element
        elif isinstance(element, str):
            known[element] = sa.Column(element, sa.types.NullType())
    table = _table(op.table_name, op.schema, known.values())
    items = []
    for element in elements:
        name = element.name if isinstance(element, sa.Column) else element
        items.append(table.c[name] if isinstance(name, str) else element)
    if unique is not None:
        options["unique"] = unique
    # An index over expressions alone finds its table by them.
    index = sa.Index(op.index_name, *items, **options)
    is_text = lambda element: isinstance(element, sa.sql.elements.TextClause)
    index.expressions = [_textual_index_element(table, item) if is_text(item) else item for item in index.expressions]
    return index


class _textual_index_element:
    """Text in an index, with the column that Alembic makes of it."""

    __module__ = "alembic.util.sqla_compat"

    def __init__(self, table, text):
        self.table = table
        self.text = text
        self.key = text.text
        self.fake_column = sa.Column(text.text, sa.types.NullType())


def _added_index(op):
    return ("add_index", _index(op, op.columns))


def _removed_index(op):
    reverse = op._reverse
    return ("remove_index", _index(op, ["x"] if reverse is None else reverse.columns))


def _constraint(op):
    kind = type(op).__name__
    if kind == "CreateForeignKeyOp":
        metadata = sa.MetaData()
        schema = op.kw.get("source_schema")
        referent = op.referent_table
        names = list(op.local_cols)
        if (op.source_table, schema) == (referent, op.kw.get("referent_schema")):
            names += [name for name in op.remote_cols if name not in names]
        columns = [sa.Column(name, sa.types.NullType()) for name in names]
        sa.Table(op.source_table, metadata, *columns, schema=schema)
        if op.kw.get("referent_schema"):
            referent = op.kw["referent_schema"] + "." + referent
        names = {"onupdate", "ondelete", "deferrable", "initially", "match", "use_alter"}
        options = {name: value for name, value in op.kw.items() if name in names}
        targets = [referent + "." + name for name in op.remote_cols]
        constraint = sa.ForeignKeyConstraint(op.local_cols, targets, name=op.constraint_name, **options)
        metadata.tables[op.source_table if not schema else schema + "." + op.source_table].append_constraint(constraint)
        return constraint
    if kind == "CreateCheckConstraintOp":
        # A table has a column at least.
        table = _table(op.table_name, op.schema, [sa.Column("x", sa.Integer())])
        constraint = sa.CheckConstraint(op.condition, name=op.constraint_name)
    else:
        table = _table(op.table_name, op.schema, [sa.Column(name, sa.types.NullType()) for name in op.columns])
        constraint = sa.UniqueConstraint(*op.columns, name=op.constraint_name, **op.kw)
    table.append_constraint(constraint)
    return constraint


def _added_constraint(op):
    return ("add_fk" if type(op).__name__ == "CreateForeignKeyOp" else "add_constraint", _constraint(op))


def _removed_constraint(op):
    if op._reverse is None:
        raise ValueError("constraint cannot be produced; original constraint is not present")
    kind = "remove_fk" if op.constraint_type == "foreignkey" else "remove_constraint"
    return (kind, _constraint(op._reverse))


def _new_comment(op):
    table = _table(op.table_name, op.schema, [], comment=op.comment)
    return ("add_table_comment", table, op.existing_comment)


def _old_comment(op):
    return ("remove_table_comment", _table(op.table_name, op.schema, []))


_DIFFS = {
    "CreateTableOp": _new_table,
    "DropTableOp": _old_table,
    "AddColumnOp": _added_column,
    "DropColumnOp": _removed_column,
    "AlterColumnOp": _altered_column,
    "CreateIndexOp": _added_index,
    "DropIndexOp": _removed_index,
    "CreateUniqueConstraintOp": _added_constraint,
    "CreateForeignKeyOp": _added_constraint,
    "CreateCheckConstraintOp": _added_constraint,
    "DropConstraintOp": _removed_constraint,
    "CreateTableCommentOp": _new_comment,
    "DropTableCommentOp": _old_comment,
}
