//! INSERT, UPDATE and DELETE.

mod columns;
mod conflict;
mod given;
mod notes;

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Delete, Expr, Insert, InsertSource, SelectColumn, SqlStatement, Update};

use super::registry::{ClassSpec, FunctionSpec, is_a};
use super::util::{argument_error, attr_str, make};
use super::{convert, expr, missing, schema, select};

use columns::{attribute, find_column};
pub(in crate::script::bindings) use columns::{column_value, table_columns};
use given::values_base;

/// What a DML object carries: the statement, the table object, and the objects of RETURNING.
#[derive(Clone)]
pub(super) struct DmlNode {
    /// The statement.
    pub statement: SqlStatement,
    /// The table.
    pub table: Value,
    /// The objects of RETURNING.
    pub returning: Vec<Value>,
    /// The mapped class that the statement was made with.
    pub entity: Value,
    /// The mapped classes in RETURNING: class, place of its first column, number of columns.
    pub entities: Vec<(Value, usize, usize)>,
    /// What `execution_options()` was given.
    pub execution: Vec<(Rc<str>, Value)>,
    /// What `options()` was given.
    pub options: Vec<Value>,
    /// The values of `values()` as they were given: `(value,)`, None for expressions.
    pub given: Vec<(Rc<str>, Value)>,
    /// Whether RETURNING gives the rows in the order of the parameters.
    pub in_order: bool,
}

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[
    FunctionSpec {
        key: "insert",
        signature: "table",
        run: |vm, bound| new_insert(vm, "Insert", bound.at(0)),
    },
    FunctionSpec {
        key: "update",
        signature: "table",
        run: |vm, bound| new_update(vm, bound.at(0)),
    },
    FunctionSpec {
        key: "delete",
        signature: "table",
        run: |vm, bound| new_delete(vm, bound.at(0)),
    },
    FunctionSpec {
        key: "postgresql.insert",
        signature: "table",
        run: |vm, bound| new_insert(vm, "postgresql.Insert", bound.at(0)),
    },
    FunctionSpec {
        key: "sqlite.insert",
        signature: "table",
        run: |vm, bound| new_insert(vm, "sqlite.Insert", bound.at(0)),
    },
    FunctionSpec {
        key: "mysql.insert",
        signature: "table",
        run: |vm, bound| new_insert(vm, "mysql.Insert", bound.at(0)),
    },
];

const fn spec(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec::new(key, "sqlalchemy.sql.dml", bases, build)
}

/// The classes.
pub(super) const CLASSES: &[ClassSpec] = &[
    spec("UpdateBase", &["Executable"], update_base),
    spec("ValuesBase", &["UpdateBase"], values_base),
    spec("Insert", &["ValuesBase"], insert_methods),
    spec("Update", &["ValuesBase"], update_methods),
    spec("Delete", &["UpdateBase"], |builder| {
        where_method(builder).new_object("table", |vm, _, bound| new_delete(vm, bound.at(0)))
    }),
    spec("postgresql.Insert", &["Insert"], conflict::on_conflict),
    spec("sqlite.Insert", &["Insert"], conflict::on_conflict),
    spec("mysql.Insert", &["Insert"], |builder| {
        builder
            .method(
                "on_duplicate_key_update",
                "*args, **kw",
                conflict::on_duplicate,
            )
            .property("inserted", conflict::excluded)
    }),
];

/// The statement of an object that is one.
pub(super) fn statement_of(value: &Value) -> Option<SqlStatement> {
    node_of(value).map(|node| node.statement.clone())
}

/// The data of an object that is INSERT, UPDATE or DELETE.
pub(super) fn node_of(value: &Value) -> Option<Rc<DmlNode>> {
    value.payload::<DmlNode>()
}

/// The objects of RETURNING.
pub(super) fn returning_of(value: &Value) -> Vec<Value> {
    node_of(value).map_or_else(Vec::new, |node| node.returning.clone())
}

fn wrap(class: &Rc<limbec_python::Class>, node: DmlNode) -> Value {
    let instance = class.allocate();
    instance.set("table", node.table.clone());
    instance.set_payload(Rc::new(node));
    Value::Instance(instance)
}

/// The object with another statement.
pub(super) fn with_statement(vm: &mut Vm, this: &Value, statement: SqlStatement) -> PyResult {
    change(vm, this, |_, node| {
        node.statement = statement;
        Ok(())
    })
}

/// A mapped class stands for its table.
fn subject(vm: &mut Vm, table: &Value) -> PyResult {
    missing::check(vm, table)?;
    match table {
        Value::Class(_) => Ok(vm
            .getattr_opt(table, "__table__")?
            .unwrap_or_else(|| table.clone())),
        _ => Ok(table.clone()),
    }
}

/// `insert(table)`
pub(super) fn new_insert(vm: &mut Vm, key: &str, table: &Value) -> PyResult {
    let entity = table;
    let table = subject(vm, table)?;
    let statement = SqlStatement::Insert(Box::new(Insert {
        ctes: Vec::new(),
        table: select::table_ref(vm, &table)?,
        columns: table_columns(vm, &table)?,
        source: InsertSource::Defaults,
        on_conflict: None,
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
        inline: false,
    }));
    let class = make(key).class();
    Ok(wrap(
        &class,
        DmlNode {
            statement,
            table,
            entity: entity.clone(),
            returning: Vec::new(),
            entities: Vec::new(),
            execution: Vec::new(),
            options: Vec::new(),
            given: Vec::new(),
            in_order: false,
        },
    ))
}

/// `update(table)`
pub(super) fn new_update(vm: &mut Vm, table: &Value) -> PyResult {
    let entity = table;
    let table = subject(vm, table)?;
    let statement = SqlStatement::Update(Box::new(Update {
        ctes: Vec::new(),
        table: select::table_ref(vm, &table)?,
        columns: table_columns(vm, &table)?,
        set: Vec::new(),
        ordered: false,
        filter: Vec::new(),
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
    }));
    let class = make("Update").class();
    Ok(wrap(
        &class,
        DmlNode {
            statement,
            table,
            entity: entity.clone(),
            returning: Vec::new(),
            entities: Vec::new(),
            execution: Vec::new(),
            options: Vec::new(),
            given: Vec::new(),
            in_order: false,
        },
    ))
}

/// `delete(table)`
pub(super) fn new_delete(vm: &mut Vm, table: &Value) -> PyResult {
    let entity = table;
    let table = subject(vm, table)?;
    let statement = SqlStatement::Delete(Box::new(Delete {
        ctes: Vec::new(),
        table: select::table_ref(vm, &table)?,
        filter: Vec::new(),
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
    }));
    let class = make("Delete").class();
    Ok(wrap(
        &class,
        DmlNode {
            statement,
            table,
            entity: entity.clone(),
            returning: Vec::new(),
            entities: Vec::new(),
            execution: Vec::new(),
            options: Vec::new(),
            given: Vec::new(),
            in_order: false,
        },
    ))
}

fn change(
    vm: &mut Vm,
    this: &Value,
    edit: impl FnOnce(&mut Vm, &mut DmlNode) -> PyResult<()>,
) -> PyResult {
    let Some(node) = node_of(this) else {
        return Err(vm.raise(
            "TypeError",
            "this method belongs to INSERT, UPDATE and DELETE",
        ));
    };
    let mut node = DmlNode::clone(&node);
    edit(vm, &mut node)?;
    let class = vm.class_of(this);
    Ok(wrap(&class, node))
}

/// What all three share.
fn update_base(builder: ClassBuilder) -> ClassBuilder {
    notes::orm(builder)
        .method(
            "returning",
            "*cols, sort_by_parameter_order=False",
            |vm, this, bound| {
                let mut list = Vec::new();
                let mut objects = Vec::new();
                let in_order = bound.bool("sort_by_parameter_order")?;
                let known = returning_of(&this).len();
                let mut entities = Vec::new();
                for column in bound.varargs() {
                    if let Some(own) = select::entity_columns(vm, column)? {
                        entities.push((column.clone(), known + objects.len(), own.len()));
                        for one in own {
                            list.push(SelectColumn {
                                expr: convert::expr(vm, &one)?,
                            });
                            objects.push(one);
                        }
                        continue;
                    }
                    if is_a(vm, column, "FromClause") {
                        for (_, own) in schema::columns_of(vm, column)? {
                            list.push(SelectColumn {
                                expr: convert::expr(vm, &own)?,
                            });
                            objects.push(own);
                        }
                    } else {
                        list.push(SelectColumn {
                            expr: expr::argument(vm, column)?,
                        });
                        objects.push(column.clone());
                    }
                }
                change(vm, &this, |_, node| {
                    node.in_order |= in_order;
                    node.returning.extend(objects);
                    node.entities.extend(entities);
                    match &mut node.statement {
                        SqlStatement::Insert(insert) => insert.returning.extend(list),
                        SqlStatement::Update(update) => update.returning.extend(list),
                        SqlStatement::Delete(delete) => delete.returning.extend(list),
                        _ => {}
                    }
                    Ok(())
                })
            },
        )
        .method(
            "prefix_with",
            "*prefixes, dialect='*'",
            |vm, this, bound| {
                let words = select::prefixes(vm, &bound)?;
                change(vm, &this, |_, node| {
                    match &mut node.statement {
                        SqlStatement::Insert(insert) => insert.prefixes.extend(words),
                        SqlStatement::Update(update) => update.prefixes.extend(words),
                        SqlStatement::Delete(delete) => delete.prefixes.extend(words),
                        _ => {}
                    }
                    Ok(())
                })
            },
        )
        .method("add_cte", "*ctes, nest_here=False", |vm, this, bound| {
            let ctes = select::ctes(vm, &bound)?;
            change(vm, &this, |_, node| {
                match &mut node.statement {
                    SqlStatement::Insert(insert) => insert.ctes.extend(ctes),
                    SqlStatement::Update(update) => update.ctes.extend(ctes),
                    SqlStatement::Delete(delete) => delete.ctes.extend(ctes),
                    _ => {}
                }
                Ok(())
            })
        })
        .method(
            "cte",
            "name=None, recursive=False, nesting=False",
            |vm, this, bound| select::new_cte(vm, &this, &bound),
        )
        .method(
            "with_hint",
            "text, selectable=None, dialect_name='*'",
            |vm, this, bound| {
                let hint = select::hint(vm, &bound, bound.opt("selectable"))?;
                change(vm, &this, |_, node| {
                    match &mut node.statement {
                        SqlStatement::Insert(insert) => insert.hints.push(hint),
                        SqlStatement::Update(update) => update.hints.push(hint),
                        SqlStatement::Delete(delete) => delete.hints.push(hint),
                        _ => {}
                    }
                    Ok(())
                })
            },
        )
}

fn insert_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .new_object("table", |vm, class, bound| {
            let made = new_insert(vm, "Insert", bound.at(0))?;
            match node_of(&made) {
                Some(node) => Ok(wrap(class, DmlNode::clone(&node))),
                None => Ok(made),
            }
        })
        .method(
            "from_select",
            "names, select, include_defaults=True",
            |vm, this, bound| {
                let mut columns = Vec::new();
                for name in vm.iterate(bound.at(0))? {
                    columns.push(match name.as_str() {
                        Some(name) => name.to_string(),
                        None => attr_str(vm, &name, "key")?.unwrap_or_default(),
                    });
                }
                let Some(found) = select::select_of(bound.at(1)) else {
                    let shown = vm.repr(bound.at(1))?;
                    return Err(argument_error(
                        vm,
                        format!("SELECT construct expected, got {shown}."),
                    ));
                };
                let defaults = bound.bool("include_defaults")?;
                change(vm, &this, |_, node| {
                    if let SqlStatement::Insert(insert) = &mut node.statement {
                        if !defaults {
                            for column in &mut insert.columns {
                                column.default = None;
                            }
                        }
                        insert.source = InsertSource::Select {
                            columns,
                            select: Box::new(found),
                        };
                    }
                    Ok(())
                })
            },
        )
        .method("inline", "", |vm, this, _| {
            change(vm, &this, |_, node| {
                if let SqlStatement::Insert(insert) = &mut node.statement {
                    insert.inline = true;
                }
                Ok(())
            })
        })
}

fn where_method(mut builder: ClassBuilder) -> ClassBuilder {
    for name in ["where", "filter"] {
        builder = builder.method(name, "*whereclause", |vm, this, bound| {
            let conditions = expr::conditions(vm, bound.varargs())?;
            add_filter(vm, &this, conditions)
        });
    }
    builder.method("filter_by", "**kwargs", |vm, this, bound| {
        let Some(node) = node_of(&this) else {
            return Ok(this);
        };
        let mut conditions = Vec::new();
        for (name, value) in bound.kwargs() {
            let key = attribute(vm, &node.entity, Value::Str(name.clone()))?;
            let (_, column) = find_column(vm, &node.table, &key)?;
            if column.is_none() {
                return Err(super::util::invalid_request(
                    vm,
                    format!("Entity namespace has no property \"{name}\""),
                ));
            }
            let made = expr::binary(vm, limbec_schema::BinaryOp::Eq, &column, value, false)?;
            conditions.push(convert::expr(vm, &made)?);
        }
        add_filter(vm, &this, conditions)
    })
}

fn add_filter(vm: &mut Vm, this: &Value, conditions: Vec<Expr>) -> PyResult {
    change(vm, this, |_, node| {
        match &mut node.statement {
            SqlStatement::Update(update) => update.filter.extend(conditions),
            SqlStatement::Delete(delete) => delete.filter.extend(conditions),
            _ => {}
        }
        Ok(())
    })
}

fn update_methods(builder: ClassBuilder) -> ClassBuilder {
    where_method(builder)
        .new_object("table", |vm, _, bound| new_update(vm, bound.at(0)))
        .method("ordered_values", "*args", |vm, this, bound| {
            let Some(node) = node_of(&this) else {
                return Ok(this);
            };
            let mut list = Vec::new();
            for pair in bound.varargs() {
                let parts = vm.iterate(pair)?;
                if let [key, item] = parts.as_slice() {
                    let (name, column) = find_column(vm, &node.table, key)?;
                    list.push((name, column_value(vm, &column, item)?));
                }
            }
            change(vm, &this, |_, node| {
                if let SqlStatement::Update(update) = &mut node.statement {
                    update.set = list;
                    update.ordered = true;
                }
                Ok(())
            })
        })
}
