//! `Table(..., autoload_with=...)` and `MetaData.reflect()`: table objects of what the database has.

use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{Bound, PyDict, PyResult, Value, Vm};
use limbec_schema::{
    Autoincrement, Column, Constraint, Expr, ForeignKeyConstraint, Identity, Index, IndexElement,
    NullsOrder, Options, ServerDefault, Table, UnaryOp,
};
use limbec_sql::inspect::{InspectError, ObjectKind, Selection};

use super::super::util::{attr, attr_str, construct, error, invalid_request, kw};
use super::super::{engine, event, expr, missing, types};
use super::{collection, constraint, index, metadata, set, table};
use crate::script::host::Host;

/// How a table is to be reflected.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Reflection {
    /// Only these columns.
    pub include: Option<Vec<Value>>,
    /// Not these: the script declares them itself.
    pub exclude: Vec<Value>,
    /// Whether the tables that it refers to come along.
    pub resolve_fks: bool,
    /// Where the table is; what listens to `column_reflect` is given an inspector of it.
    pub source: Option<Value>,
    /// The keys of columns whose key is not their name.
    pub keys: HashMap<String, String>,
}

impl Reflection {
    fn excludes(&self, column: &str) -> bool {
        is_among(&self.exclude, column)
    }

    fn includes(&self, column: &str) -> bool {
        self.include
            .as_ref()
            .is_none_or(|names| is_among(names, column))
    }

    /// By what the table knows the column.
    fn key(&self, column: &str) -> Value {
        Value::str(self.keys.get(column).map_or(column, String::as_str))
    }

    /// Whether the column is made at all.
    fn takes(&self, column: &str) -> bool {
        self.includes(column) && !self.excludes(column)
    }
}

fn is_among(names: &[Value], wanted: &str) -> bool {
    names
        .iter()
        .any(|name| name.as_str().is_some_and(|name| *name == *wanted))
}

/// Schema and name.
type TableKey = (Option<String>, String);

/// Reading tables into a metadata: what the database has said so far.
struct Reflecting<'a> {
    host: &'a Rc<dyn Host>,
    source: Value,
    known: HashMap<TableKey, Table>,
}

/// Fill a table with what the database says of it.
pub(in super::super) fn reflect_into(
    vm: &mut Vm,
    table: &Value,
    source: &Value,
    how: &Reflection,
) -> PyResult<()> {
    let host = engine::host_of(vm, source)?;
    engine::begins(vm, source, &host)?;
    let mut reflecting = Reflecting {
        host: &host,
        source: source.clone(),
        known: HashMap::new(),
    };
    reflecting.fill(vm, table, how)
}

impl Reflecting<'_> {
    /// What the database says of a table.
    fn data(&mut self, vm: &mut Vm, name: &str, schema: Option<&str>) -> PyResult<Table> {
        let key = (schema.map(str::to_owned), name.to_owned());
        if let Some(known) = self.known.remove(&key) {
            return Ok(known);
        }
        let found = engine::ask(vm, &**self.host, |inspector| {
            match inspector.reflect(name, schema) {
                Ok(table) => Ok(Some(table)),
                Err(InspectError::NoSuchTable(_)) => Ok(None),
                Err(error) => Err(error),
            }
        })?;
        // Here the error names the table without its schema.
        found.ok_or_else(|| error(vm, "NoSuchTableError", name))
    }

    fn fill(&mut self, vm: &mut Vm, table: &Value, how: &Reflection) -> PyResult<()> {
        let name = attr_str(vm, table, "name")?.unwrap_or_default();
        let schema = attr_str(vm, table, "schema")?;
        let data = self.data(vm, &name, schema.as_deref())?;
        let dialect = self.host.dialect().name();
        let metadata = attr(vm, table, "metadata")?;
        let how = Reflection {
            source: Some(self.source.clone()),
            ..how.clone()
        };
        build(vm, table, &data, dialect, how, &mut |vm, key| {
            self.table(vm, &metadata, &key.ref_table, key.ref_schema.as_deref())
        })
    }

    /// The table of that name in the metadata, reflected if it is not there.
    fn table(
        &mut self,
        vm: &mut Vm,
        metadata: &Value,
        name: &str,
        schema: Option<&str>,
    ) -> PyResult<()> {
        let key = schema.map_or_else(|| name.to_owned(), |schema| format!("{schema}.{name}"));
        if metadata::find_table(vm, metadata, &key)?.is_some() {
            return Ok(());
        }
        let schema = schema.map_or_else(|| Value::str("<blank schema>"), Value::str);
        let arguments = kw([("schema", schema)]);
        let made = construct(
            vm,
            "Table",
            vec![Value::str(name), metadata.clone()],
            arguments,
        )?;
        let how = Reflection {
            resolve_fks: true,
            ..Reflection::default()
        };
        let filled = self.fill(vm, &made, &how);
        if filled.is_err() {
            metadata::unregister(vm, metadata, &made)?;
        }
        filled
    }
}

/// A `Table` object of a table as data, in a metadata.
///
/// # Errors
/// Whatever the constructors raise.
pub fn table_from_data(vm: &mut Vm, data: &Table, metadata: &Value) -> PyResult {
    let table = construct(
        vm,
        "Table",
        vec![Value::str(&data.name), metadata.clone()],
        kw([("schema", Value::opt_str(data.schema.as_ref()))]),
    )?;
    let how = Reflection::default();
    build(vm, &table, data, "", how, &mut |_, _| Ok(()))?;
    Ok(table)
}

/// What brings along the table that a foreign key refers to.
type Refer<'a> = dyn FnMut(&mut Vm, &ForeignKeyConstraint) -> PyResult<()> + 'a;

/// Give an empty table what the data says, in SQLAlchemy's order.
fn build(
    vm: &mut Vm,
    table: &Value,
    data: &Table,
    dialect: &str,
    mut how: Reflection,
    refer: &mut Refer<'_>,
) -> PyResult<()> {
    let listeners = match &how.source {
        Some(_) => listeners(vm, table)?,
        None => Vec::new(),
    };
    for item in &data.columns {
        if !how.takes(&item.name) {
            continue;
        }
        let told = match &how.source {
            Some(source) if !listeners.is_empty() => {
                Some(told(vm, (table, source), item, dialect, &listeners)?)
            }
            _ => None,
        };
        let made = column(vm, item, dialect, told.as_deref())?;
        if told.is_some() {
            let key = attr_str(vm, &made, "key")?.unwrap_or_default();
            how.keys.insert(item.name.clone(), key);
        }
        set(&made, "primary_key", Value::Bool(item.primary_key));
        table::append_column(vm, table, &made, true)?;
    }
    let how = &how;
    set(table, "comment", Value::opt_str(data.comment.as_ref()));
    if let Value::Dict(kept) = attr(vm, table, "dialect_kwargs")? {
        for (name, value) in dialect_options(&data.options) {
            kept.set_str(name, value);
        }
    }
    for item in &data.constraints {
        if let Constraint::PrimaryKey(key) = item {
            let columns = key.columns.iter().filter(|column| how.takes(column));
            let columns: Vec<Value> = columns.map(|column| how.key(column)).collect();
            let arguments = constraint_arguments(item, key.comment.as_ref(), &key.options);
            let made = construct(vm, "PrimaryKeyConstraint", columns, arguments)?;
            constraint::attach(vm, &made, table)?;
        }
    }
    for item in &data.constraints {
        if let Constraint::ForeignKey(key) = item
            && key.columns.iter().all(|column| how.takes(column))
        {
            if how.resolve_fks {
                refer(vm, key)?;
            }
            add_foreign_key(vm, table, key, how)?;
        }
    }
    for item in &data.indexes {
        add_index(vm, table, item, how)?;
    }
    for item in &data.constraints {
        add_condition(vm, table, item, how)?;
    }
    Ok(())
}

fn add_foreign_key(
    vm: &mut Vm,
    table: &Value,
    key: &ForeignKeyConstraint,
    how: &Reflection,
) -> PyResult<()> {
    let target = match &key.ref_schema {
        Some(schema) => format!("{schema}.{}", key.ref_table),
        None => key.ref_table.clone(),
    };
    let targets = key
        .ref_columns
        .iter()
        .map(|column| Value::str(format!("{target}.{column}")))
        .collect();
    let columns = key.columns.iter().map(|column| how.key(column)).collect();
    let mut arguments = kw([
        ("name", Value::opt_str(key.name.as_str())),
        ("link_to_name", Value::Bool(true)),
        ("comment", Value::opt_str(key.comment.as_ref())),
    ]);
    let deferrable = key.timing.deferrable.map(Value::Bool);
    for (name, value) in [
        ("onupdate", key.onupdate.as_ref().map(Value::str)),
        ("ondelete", key.ondelete.as_ref().map(Value::str)),
        ("initially", key.timing.initially.as_ref().map(Value::str)),
        ("deferrable", deferrable),
        ("match", key.match_type.as_ref().map(Value::str)),
    ] {
        if let Some(value) = value {
            arguments.extend(kw([(name, value)]));
        }
    }
    let lists = vec![Value::list(columns), Value::list(targets)];
    let made = construct(vm, "ForeignKeyConstraint", lists, arguments)?;
    constraint::attach(vm, &made, table)
}

/// What listens to `column_reflect` of a table: what is there for all tables of a metadata first.
fn listeners(vm: &mut Vm, table: &Value) -> PyResult<Vec<Value>> {
    let metadata = attr(vm, table, "metadata")?;
    let mut found = event::listeners(vm, &metadata, "column_reflect")?;
    found.extend(event::listeners(vm, table, "column_reflect")?);
    Ok(found)
}

/// What the inspector says of a column, after those that listen have changed it.
fn told(
    vm: &mut Vm,
    (table, source): (&Value, &Value),
    item: &Column,
    dialect: &str,
    listeners: &[Value],
) -> PyResult<Rc<PyDict>> {
    let inspector = engine::inspector(vm, source)?;
    let default = match default_of(item) {
        Some(default) => vm.str(&default)?.to_string(),
        None => String::new(),
    };
    let info = Rc::new(PyDict::new());
    info.set_str("name", Value::str(&item.name));
    info.set_str("type", types::reflected_type(vm, &item.sql_type, dialect)?);
    info.set_str("nullable", Value::Bool(item.is_nullable()));
    info.set_str(
        "default",
        match default.as_str() {
            "" => Value::None,
            text => Value::str(text),
        },
    );
    info.set_str("comment", Value::opt_str(item.comment.as_ref()));
    for listener in listeners {
        let arguments = vec![inspector.clone(), table.clone(), Value::Dict(info.clone())];
        vm.call(listener, arguments, vec![])?;
    }
    if info
        .get_str("default")
        .and_then(|text| text.as_str())
        .as_deref()
        .unwrap_or("")
        != default
    {
        return Err(missing::unsupported(
            vm,
            "column_reflect that changes a default",
        ));
    }
    Ok(info)
}

fn default_of(item: &Column) -> Option<Value> {
    match &item.server_default {
        Some(ServerDefault::Literal(text)) => Some(Value::str(text)),
        Some(ServerDefault::Expr(found)) => Some(expr::wrap((**found).clone())),
        Some(ServerDefault::Fetched) | None => None,
    }
}

fn column(vm: &mut Vm, item: &Column, dialect: &str, told: Option<&PyDict>) -> PyResult {
    let say = |name: &str| told.and_then(|told| told.get_str(name));
    let mut args = vec![
        say("name").unwrap_or_else(|| Value::str(&item.name)),
        match say("type") {
            Some(found) => found,
            None => types::reflected_type(vm, &item.sql_type, dialect)?,
        },
    ];
    if let Some(default) = default_of(item) {
        let reflected = kw([("_reflected", Value::Bool(true))]);
        args.push(construct(vm, "DefaultClause", vec![default], reflected)?);
    }
    if let Some(computed) = &item.computed {
        let persisted = computed.persisted.map_or(Value::None, Value::Bool);
        let text = expr::wrap(computed.expr.clone());
        args.push(construct(
            vm,
            "Computed",
            vec![text],
            kw([("persisted", persisted)]),
        )?);
    }
    if let Some(found) = &item.identity {
        args.push(identity(vm, found)?);
    }
    let nullable = Value::Bool(item.is_nullable());
    let comment = Value::opt_str(item.comment.as_ref());
    let mut arguments = kw([
        ("nullable", say("nullable").unwrap_or(nullable)),
        ("comment", say("comment").unwrap_or(comment)),
    ]);
    for name in ["key", "info", "quote"] {
        if let Some(found) = say(name) {
            arguments.extend(kw([(name, found)]));
        }
    }
    let autoincrement = match item.autoincrement {
        Autoincrement::On => Some(true),
        Autoincrement::Off => Some(false),
        Autoincrement::Auto | Autoincrement::IgnoreForeignKey => None,
    };
    if let Some(flag) = autoincrement {
        arguments.extend(kw([("autoincrement", Value::Bool(flag))]));
    }
    construct(vm, "Column", args, arguments)
}

fn identity(vm: &mut Vm, found: &Identity) -> PyResult {
    let int = |value: Option<i64>| value.map_or(Value::None, Value::Int);
    let options = &found.options;
    let arguments = kw([
        ("always", Value::Bool(found.always)),
        ("start", int(options.start)),
        ("increment", int(options.increment)),
        ("minvalue", int(options.minvalue)),
        ("maxvalue", int(options.maxvalue)),
        ("cache", int(options.cache)),
        ("cycle", options.cycle.map_or(Value::None, Value::Bool)),
    ]);
    construct(vm, "Identity", vec![], arguments)
}

fn constraint_arguments(
    item: &Constraint,
    comment: Option<&String>,
    options: &Options,
) -> Vec<(Rc<str>, Value)> {
    let mut arguments = kw([
        ("name", Value::opt_str(item.name().as_str())),
        ("comment", Value::opt_str(comment)),
    ]);
    arguments.extend(dialect_options(options));
    arguments
}

fn dialect_options(options: &Options) -> Vec<(Rc<str>, Value)> {
    options
        .iter()
        .map(|(name, value)| (Rc::from(name.as_str()), engine::option(value)))
        .collect()
}

/// Add a unique or a check constraint.
fn add_condition(vm: &mut Vm, table: &Value, item: &Constraint, how: &Reflection) -> PyResult<()> {
    let made = match item {
        Constraint::Unique(unique) => {
            if !unique.columns.iter().all(|column| how.includes(column)) {
                return Ok(());
            }
            let mut columns = Vec::new();
            for column in &unique.columns {
                if how.excludes(column) {
                    let table = attr_str(vm, table, "name")?.unwrap_or_default();
                    let message = format!(
                        "unique constraint key '{column}' was not located in columns for table \
                         '{table}'"
                    );
                    engine::warn(vm, &message)?;
                } else {
                    columns.push(how.key(column));
                }
            }
            let arguments = constraint_arguments(item, unique.comment.as_ref(), &unique.options);
            construct(vm, "UniqueConstraint", columns, arguments)?
        }
        Constraint::Check(check) => {
            if !check.options.is_empty() {
                // SQLAlchemy stumbles over what its own inspector says of such a constraint.
                engine::warn(
                    vm,
                    "Can't validate argument 'dialect_options'; can't locate any SQLAlchemy \
                     dialect named 'dialect'",
                )?;
            }
            construct(
                vm,
                "CheckConstraint",
                vec![expr::wrap(check.expr.clone())],
                constraint_arguments(item, check.comment.as_ref(), &Options::new()),
            )?
        }
        _ => return Ok(()),
    };
    constraint::attach(vm, &made, table)
}

fn add_index(vm: &mut Vm, table: &Value, item: &Index, how: &Reflection) -> PyResult<()> {
    let columns = item.elements.iter().filter_map(column_of);
    if columns.clone().any(|column| !how.includes(column)) {
        return Ok(());
    }
    let mut elements = vec![Value::opt_str(item.name.as_str())];
    for element in &item.elements {
        match column_of(element) {
            Some(column) if how.excludes(column) => {
                let table = attr_str(vm, table, "name")?.unwrap_or_default();
                let message =
                    format!("index key '{column}' was not located in columns for table '{table}'");
                engine::warn(vm, &message)?;
            }
            _ => match element {
                IndexElement::Column(name) => elements.push(how.key(name)),
                IndexElement::Expr(_) => elements.push(index_element(vm, table, element)?),
            },
        }
    }
    let mut arguments = kw([("unique", Value::Bool(item.unique))]);
    arguments.extend(dialect_options(&item.options));
    let made = construct(vm, "Index", elements, arguments)?;
    index::attach(vm, &made, table)
}

/// The column of an element of an index, under its order.
fn column_of(element: &IndexElement) -> Option<&str> {
    fn under(expr: &Expr) -> Option<&str> {
        match expr {
            Expr::Column(column) => Some(&column.name),
            Expr::Unary {
                op: UnaryOp::Desc | UnaryOp::Asc,
                operand,
            }
            | Expr::Nulls { operand, .. } => under(operand),
            _ => None,
        }
    }
    match element {
        IndexElement::Column(name) => Some(name),
        IndexElement::Expr(expr) => under(expr),
    }
}

fn index_element(vm: &mut Vm, table: &Value, element: &IndexElement) -> PyResult {
    match element {
        IndexElement::Column(name) => Ok(Value::str(name)),
        IndexElement::Expr(found) if column_of(element).is_some() => ordered(vm, table, found),
        IndexElement::Expr(found) => Ok(expr::wrap((**found).clone())),
    }
}

/// A column of the table with its order, as the script would have written it.
fn ordered(vm: &mut Vm, table: &Value, found: &Expr) -> PyResult {
    let (operand, method) = match found {
        Expr::Unary {
            op: UnaryOp::Desc,
            operand,
        } => (operand, "desc"),
        Expr::Unary { operand, .. } => (operand, "asc"),
        Expr::Nulls {
            operand,
            order: NullsOrder::First,
        } => (operand, "nulls_first"),
        Expr::Nulls { operand, .. } => (operand, "nulls_last"),
        Expr::Column(column) => {
            let columns = attr(vm, table, "_columns")?;
            let found = collection::get(&columns, &column.name);
            return Ok(found.unwrap_or_else(|| Value::str(&column.name)));
        }
        other => return Ok(expr::wrap(other.clone())),
    };
    let inner = ordered(vm, table, operand)?;
    vm.call_method(&inner, method, Vec::new())
}

/// `metadata.reflect(bind)`
pub(super) fn reflect(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let bind = bound.get("bind").clone();
    let host = engine::host_of(vm, &bind)?;
    engine::begins(vm, &bind, &host)?;
    let schema = match bound.get("schema") {
        Value::None => attr_str(vm, &this, "schema")?,
        given => given.as_str().map(|text| text.to_string()),
    };
    let available = available(vm, &*host, schema.as_deref(), bound.bool("views")?)?;
    let names = wanted(vm, &this, &bound, available, schema.as_deref())?;
    let known = engine::ask(vm, &*host, |inspector| {
        inspector.reflect_selection(&Selection {
            names: names.clone(),
            kind: ObjectKind::ANY,
            ..Selection::tables(schema.as_deref())
        })
    })?;
    let mut reflecting = Reflecting {
        host: &host,
        source: bound.get("bind").clone(),
        known: known
            .into_iter()
            .map(|table| ((schema.clone(), table.name.clone()), table))
            .collect(),
    };
    let how = Reflection {
        resolve_fks: vm.truthy(bound.get("resolve_fks"))?,
        ..Reflection::default()
    };
    for name in names {
        let key = schema
            .as_ref()
            .map_or_else(|| name.clone(), |schema| format!("{schema}.{name}"));
        match metadata::find_table(vm, &this, &key)? {
            // A table that another one has brought along.
            Some(_) if !bound.bool("extend_existing")? => {}
            Some(table) => reflecting.fill(vm, &table, &how)?,
            None => {
                let given = Value::opt_str(schema.as_ref());
                let args = vec![Value::str(&name), this.clone()];
                let table = construct(vm, "Table", args, kw([("schema", given)]))?;
                reflecting.fill(vm, &table, &how)?;
            }
        }
    }
    Ok(Value::None)
}

fn available(
    vm: &mut Vm,
    host: &dyn Host,
    schema: Option<&str>,
    views: bool,
) -> PyResult<Vec<String>> {
    engine::ask(vm, host, |inspector| {
        let mut names = inspector.table_names(schema)?;
        if views {
            names.extend(inspector.view_names(schema)?);
            match inspector.materialized_view_names(schema) {
                Err(InspectError::NotImplemented) => {}
                found => names.extend(found?),
            }
        }
        Ok(names)
    })
}

/// The names that are to be reflected: `only=` is a function, a list or nothing.
fn wanted(
    vm: &mut Vm,
    metadata: &Value,
    bound: &Bound,
    available: Vec<String>,
    schema: Option<&str>,
) -> PyResult<Vec<String>> {
    let extend = bound.bool("extend_existing")?;
    let mut names = Vec::new();
    match bound.get("only").clone() {
        Value::None => names = available,
        only @ (Value::Function(_) | Value::Native(_) | Value::BoundMethod(_)) => {
            for name in available {
                let args = vec![Value::str(&name), metadata.clone()];
                let answer = vm.call(&only, args, vec![])?;
                if vm.truthy(&answer)? {
                    names.push(name);
                }
            }
        }
        listed => {
            let listed = vm.iterate(&listed)?;
            let mut missing = Vec::new();
            for name in listed.iter().filter_map(Value::as_str) {
                if available.iter().any(|known| **known == *name) {
                    names.push(name.to_string());
                } else {
                    missing.push(name.to_string());
                }
            }
            if !missing.is_empty() {
                let of = schema.map_or(String::new(), |schema| format!(" schema '{schema}'"));
                let bind = vm.getattr(bound.get("bind"), "engine")?;
                let bind = vm.repr(&bind)?;
                let missing = missing.join(", ");
                return Err(invalid_request(
                    vm,
                    format!(
                        "Could not reflect: requested table(s) not available in {bind}{of}: \
                         ({missing})"
                    ),
                ));
            }
        }
    }
    if extend {
        return Ok(names);
    }
    let mut fresh = Vec::new();
    for name in names {
        let key = schema.map_or_else(|| name.clone(), |schema| format!("{schema}.{name}"));
        if metadata::find_table(vm, metadata, &key)?.is_none() {
            fresh.push(name);
        }
    }
    Ok(fresh)
}
