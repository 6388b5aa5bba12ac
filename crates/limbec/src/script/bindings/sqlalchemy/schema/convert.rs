//! From schema objects to `limbec_schema`.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{
    Autoincrement, CheckConstraint, Column, Computed, Constraint, ExcludeConstraint,
    ExcludeElement, Expr, ForeignKeyConstraint, Identity, Index, IndexElement, InlineForeignKey,
    NamingConvention, NamingKind, Options, PrimaryKeyConstraint, Sequence, SequenceOptions, Table,
    Timing, UniqueConstraint,
};

use super::super::registry::is_a;
use super::super::util::{
    argument_error, attr, attr_bool, attr_constraint_name, attr_int, attr_opt_bool, attr_str,
    constraint_name, kept_options, option_value, quote_of, text,
};
use super::super::{compiled_ddl, convert, missing, types};
use super::{collection, items};

/// A column.
///
/// # Errors
/// A value that is no column, a type that cannot be converted, a column without name.
pub fn column(vm: &mut Vm, value: &Value) -> PyResult<Column> {
    missing::check(vm, value)?;
    if !is_a(vm, value, "ColumnClause") {
        let shown = vm.repr(value)?;
        return Err(argument_error(
            vm,
            format!("Column object expected, got {shown}"),
        ));
    }
    compiled_ddl::refuse_part(vm, value, Some("CreateColumn"))?;
    let name = attr(vm, value, "name")?;
    let type_value = attr(vm, value, "type")?;
    let sql_type = types::sql_type(vm, &type_value)?;
    let mut column = Column::new(text(vm, &name, "the name of a column")?, sql_type);
    column.quote = quote_of(&name);
    column.primary_key = attr_bool(vm, value, "primary_key")?;
    column.nullable = nullable(vm, value)?;
    column.autoincrement = match attr(vm, value, "autoincrement")? {
        Value::Bool(true) => Autoincrement::On,
        Value::Bool(false) => Autoincrement::Off,
        other if other.as_str().as_deref() == Some("ignore_fk") => Autoincrement::IgnoreForeignKey,
        _ => Autoincrement::Auto,
    };
    column.system = attr_bool(vm, value, "system")?;
    column.comment = attr_str(vm, value, "comment")?;
    column.index = attr_bool(vm, value, "index")?;
    column.unique = attr_bool(vm, value, "unique")?;
    defaults(vm, value, &mut column)?;
    for key in items(vm, value, "foreign_keys")? {
        if attr(vm, &key, "_limbec_of_constraint")?.is_none() {
            column
                .foreign_keys
                .push(inline_foreign_key(vm, &key, value)?);
        }
    }
    for item in items(vm, value, "constraints")? {
        column.constraints.push(constraint(vm, &item)?);
    }
    column.options = kept_options(vm, value)?;
    Ok(column)
}

/// Whether NULL is allowed, as far as the script said: the attribute may have been set later.
fn nullable(vm: &mut Vm, value: &Value) -> PyResult<Option<bool>> {
    let said = attr(vm, value, "_user_defined_nullable")?;
    let now = attr_opt_bool(vm, value, "nullable")?;
    let primary = attr_bool(vm, value, "primary_key")?;
    Ok(match (said, now) {
        (Value::Ellipsis | Value::None, Some(now)) if now != primary => None,
        (_, now) => now,
    })
}

fn defaults(vm: &mut Vm, value: &Value, column: &mut Column) -> PyResult<()> {
    let server = attr(vm, value, "server_default")?;
    if is_a(vm, &server, "Identity") {
        column.identity = Some(Box::new(identity(vm, &server)?));
    } else if is_a(vm, &server, "Computed") {
        column.computed = Some(Box::new(computed(vm, &server)?));
    } else if !server.is_none() {
        column.server_default = Some(convert::server_default(vm, &server)?);
    }
    let default = attr(vm, value, "default")?;
    if is_a(vm, &default, "Sequence") {
        column.sequence = Some(Box::new(sequence(vm, &default)?));
    } else {
        column.client_default = !default.is_none();
    }
    Ok(())
}

/// `sa.Identity(...)`
///
/// # Errors
/// What reading its attributes raises.
pub fn identity(vm: &mut Vm, value: &Value) -> PyResult<Identity> {
    compiled_ddl::refuse_part(vm, value, None)?;
    Ok(Identity {
        always: attr_bool(vm, value, "always")?,
        on_null: attr_opt_bool(vm, value, "on_null")?,
        options: sequence_options(vm, value)?,
    })
}

/// `sa.Computed(...)`
///
/// # Errors
/// An expression that cannot be converted.
pub fn computed(vm: &mut Vm, value: &Value) -> PyResult<Computed> {
    compiled_ddl::refuse_part(vm, value, None)?;
    let sqltext = attr(vm, value, "sqltext")?;
    Ok(Computed {
        expr: convert::text_or_expr(vm, &sqltext)?,
        persisted: attr_opt_bool(vm, value, "persisted")?,
    })
}

/// `sa.Sequence(...)`
///
/// # Errors
/// A data type that cannot be converted.
pub fn sequence(vm: &mut Vm, value: &Value) -> PyResult<Sequence> {
    let data_type = attr(vm, value, "data_type")?;
    Ok(Sequence {
        name: attr_str(vm, value, "name")?.unwrap_or_default(),
        schema: attr_str(vm, value, "schema")?,
        options: sequence_options(vm, value)?,
        data_type: match &data_type {
            Value::None => None,
            given => Some(types::sql_type(vm, given)?),
        },
        optional: attr_bool(vm, value, "optional")?,
        metadata_only: false,
    })
}

fn sequence_options(vm: &mut Vm, value: &Value) -> PyResult<SequenceOptions> {
    Ok(SequenceOptions {
        start: attr_int(vm, value, "start")?,
        increment: attr_int(vm, value, "increment")?,
        minvalue: attr_int(vm, value, "minvalue")?,
        maxvalue: attr_int(vm, value, "maxvalue")?,
        nominvalue: attr_opt_bool(vm, value, "nominvalue")?,
        nomaxvalue: attr_opt_bool(vm, value, "nomaxvalue")?,
        cycle: attr_opt_bool(vm, value, "cycle")?,
        cache: attr_int(vm, value, "cache")?,
        order: attr_opt_bool(vm, value, "order")?,
    })
}

/// Where a foreign key points: schema, table, column.
struct Target {
    schema: Option<String>,
    table: String,
    column: Option<String>,
}

fn target(vm: &mut Vm, key: &Value, owner: Option<&Value>) -> PyResult<Target> {
    let spec = attr(vm, key, "_colspec")?;
    if spec.as_str().is_none() {
        let table = attr(vm, &spec, "table")?;
        if table.is_none() {
            return Err(argument_error(
                vm,
                "ForeignKey received Column not bound to a Table, got: None",
            ));
        }
        return Ok(Target {
            schema: attr_str(vm, &table, "schema")?,
            table: attr_str(vm, &table, "name")?.unwrap_or_default(),
            column: attr_str(vm, &spec, "name")?,
        });
    }
    let text = super::constraint::target_text(vm, key)?;
    let mut parts: Vec<&str> = text.split('.').collect();
    let column = if parts.len() > 1 {
        parts.pop().map(str::to_owned)
    } else {
        None
    };
    let table = parts.pop().unwrap_or_default().to_owned();
    let mut schema = (!parts.is_empty()).then(|| parts.join("."));
    if schema.is_none()
        && let Some(owner) = owner
    {
        // A name without schema is looked for in the schema of the metadata.
        let owner_table = attr(vm, owner, "table")?;
        let metadata = attr(vm, &owner_table, "metadata")?;
        schema = attr_str(vm, &metadata, "schema")?;
    }
    Ok(Target {
        schema,
        table,
        column,
    })
}

fn inline_foreign_key(vm: &mut Vm, key: &Value, column: &Value) -> PyResult<InlineForeignKey> {
    let target = target(vm, key, Some(column))?;
    // A column that joined a table has made a constraint of its key, and that may have a name.
    let made = attr(vm, key, "constraint")?;
    let named = if made.is_none() {
        attr(vm, key, "name")?
    } else {
        attr(vm, &made, "name")?
    };
    Ok(InlineForeignKey {
        name: constraint_name(vm, &named)?,
        ref_schema: target.schema,
        ref_table: target.table,
        ref_column: target.column,
        ondelete: attr_str(vm, key, "ondelete")?,
        onupdate: attr_str(vm, key, "onupdate")?,
        match_type: attr_str(vm, key, "match")?,
        timing: timing(vm, key)?,
        use_alter: attr_bool(vm, key, "use_alter")?,
        options: kept_options(vm, key)?,
    })
}

fn timing(vm: &mut Vm, value: &Value) -> PyResult<Timing> {
    Ok(Timing {
        deferrable: attr_opt_bool(vm, value, "deferrable")?,
        initially: attr_str(vm, value, "initially")?,
    })
}

/// The names of the columns of a constraint.
fn column_names(vm: &mut Vm, value: &Value) -> PyResult<Vec<String>> {
    let parent = attr(vm, value, "parent")?;
    if is_a(vm, &parent, "Table") {
        let own = attr(vm, value, "_columns")?;
        let mut names = Vec::new();
        for (_, column) in collection::columns_of(vm, &own)? {
            names.push(attr_str(vm, &column, "name")?.unwrap_or_default());
        }
        if !names.is_empty() {
            return Ok(names);
        }
    }
    let mut names = Vec::new();
    for column in items(vm, value, "_pending_colargs")? {
        names.push(match column.as_str() {
            Some(name) => String::from(&*name),
            None => attr_str(vm, &column, "name")?.unwrap_or_default(),
        });
    }
    Ok(names)
}

/// A constraint.
///
/// # Errors
/// A value that is no constraint; an expression that cannot be converted.
pub fn constraint(vm: &mut Vm, value: &Value) -> PyResult<Constraint> {
    missing::check(vm, value)?;
    compiled_ddl::refuse_part(vm, value, None)?;
    let name = attr_constraint_name(vm, value, "name")?;
    let comment = attr_str(vm, value, "comment")?;
    if is_a(vm, value, "PrimaryKeyConstraint") {
        return Ok(Constraint::PrimaryKey(PrimaryKeyConstraint {
            name,
            columns: column_names(vm, value)?,
            timing: timing(vm, value)?,
            comment,
            options: kept_options(vm, value)?,
        }));
    }
    if is_a(vm, value, "UniqueConstraint") {
        return Ok(Constraint::Unique(UniqueConstraint {
            name,
            columns: column_names(vm, value)?,
            timing: timing(vm, value)?,
            comment,
            options: kept_options(vm, value)?,
        }));
    }
    if is_a(vm, value, "CheckConstraint") {
        let sqltext = attr(vm, value, "sqltext")?;
        return Ok(Constraint::Check(CheckConstraint {
            name,
            expr: convert::text_or_expr(vm, &sqltext)?,
            timing: timing(vm, value)?,
            comment,
            options: kept_options(vm, value)?,
            type_bound: None,
        }));
    }
    if is_a(vm, value, "ForeignKeyConstraint") {
        return foreign_key(vm, value, name, comment).map(Constraint::ForeignKey);
    }
    if is_a(vm, value, "postgresql.ExcludeConstraint") {
        return exclude(vm, value, name, comment).map(Constraint::Exclude);
    }
    let shown = vm.repr(value)?;
    Err(argument_error(
        vm,
        format!("Constraint object expected, got {shown}"),
    ))
}

fn foreign_key(
    vm: &mut Vm,
    value: &Value,
    name: limbec_schema::ConstraintName,
    comment: Option<String>,
) -> PyResult<ForeignKeyConstraint> {
    let parent = attr(vm, value, "parent")?;
    let columns = column_names(vm, value)?;
    let mut found = ForeignKeyConstraint {
        name,
        comment,
        ondelete: attr_str(vm, value, "ondelete")?,
        onupdate: attr_str(vm, value, "onupdate")?,
        match_type: attr_str(vm, value, "match")?,
        timing: timing(vm, value)?,
        use_alter: attr_bool(vm, value, "use_alter")?,
        options: kept_options(vm, value)?,
        ..ForeignKeyConstraint::default()
    };
    for (place, key) in items(vm, value, "elements")?.iter().enumerate() {
        let target = target(vm, key, None)?;
        if let Some(column) = target.column.or_else(|| columns.get(place).cloned()) {
            found.ref_columns.push(column);
        }
        let table = (target.schema, target.table);
        if place > 0 && table != (found.ref_schema.clone(), found.ref_table.clone()) {
            let shown = |(schema, table): &(Option<String>, String)| match schema {
                Some(schema) => format!("{schema}.{table}"),
                None => table.clone(),
            };
            let first = shown(&(found.ref_schema, found.ref_table));
            let owner = attr_str(vm, &parent, "name")
                .ok()
                .flatten()
                .unwrap_or_default();
            return Err(argument_error(
                vm,
                format!(
                    "ForeignKeyConstraint on {owner}({}) refers to multiple remote tables: \
                     {first} and {}",
                    columns.join(", "),
                    shown(&table)
                ),
            ));
        }
        (found.ref_schema, found.ref_table) = table;
    }
    if found.ref_schema.is_none() && is_a(vm, &parent, "Table") {
        let metadata = attr(vm, &parent, "metadata")?;
        found.ref_schema = attr_str(vm, &metadata, "schema")?;
    }
    found.columns = columns;
    Ok(found)
}

fn exclude(
    vm: &mut Vm,
    value: &Value,
    name: limbec_schema::ConstraintName,
    comment: Option<String>,
) -> PyResult<ExcludeConstraint> {
    let mut elements = Vec::new();
    for pair in items(vm, value, "_elements")? {
        let parts = vm.iterate(&pair)?;
        let [subject, operator] = parts.as_slice() else {
            return Err(vm.raise("ValueError", "not enough values to unpack (expected 2)"));
        };
        let expr = match subject.as_str() {
            Some(column) => Expr::column(&*column, limbec_schema::SqlType::Null),
            None => convert::expr(vm, subject)?,
        };
        elements.push(ExcludeElement {
            expr,
            operator: vm.str(operator)?.to_string(),
        });
    }
    let predicate = match attr(vm, value, "where")? {
        Value::None => None,
        given => Some(convert::text_or_expr(vm, &given)?),
    };
    let mut ops = Options::new();
    if let Value::Dict(given) = attr(vm, value, "ops")? {
        for (key, item) in given.str_items() {
            ops.insert(key.to_string(), option_value(vm, &item)?);
        }
    }
    Ok(ExcludeConstraint {
        name,
        elements,
        using: attr_str(vm, value, "using")?,
        predicate,
        ops,
        timing: timing(vm, value)?,
        comment,
        options: kept_options(vm, value)?,
    })
}

/// An index.
///
/// # Errors
/// A value that is no index; an expression that cannot be converted.
pub fn index(vm: &mut Vm, value: &Value) -> PyResult<Index> {
    missing::check(vm, value)?;
    if !is_a(vm, value, "Index") {
        let shown = vm.repr(value)?;
        return Err(argument_error(
            vm,
            format!("Index object expected, got {shown}"),
        ));
    }
    let table = attr(vm, value, "table")?;
    let expressions = items(vm, value, "expressions")?;
    let mut elements = Vec::with_capacity(expressions.len());
    for item in expressions {
        elements.push(index_element(vm, &item)?);
    }
    let name = attr(vm, value, "name")?;
    Ok(Index {
        name: constraint_name(vm, &name)?,
        table: attr_str(vm, &table, "name")?.unwrap_or_default(),
        schema: attr_str(vm, &table, "schema")?,
        elements,
        unique: attr_bool(vm, value, "unique")?,
        quote: quote_of(&name),
        options: kept_options(vm, value)?,
    })
}

/// One thing that an index covers: a column, or an expression.
///
/// # Errors
/// A value that is neither.
pub fn index_element(vm: &mut Vm, item: &Value) -> PyResult<IndexElement> {
    if let Some(name) = item.as_str() {
        return Ok(IndexElement::Column(String::from(&*name)));
    }
    let literal = is_a(vm, item, "ColumnClause") && super::super::expr::node(item).is_some();
    if is_a(vm, item, "ColumnClause") && !literal {
        return Ok(IndexElement::Column(
            attr_str(vm, item, "name")?.unwrap_or_default(),
        ));
    }
    Ok(IndexElement::Expr(Box::new(convert::expr(vm, item)?)))
}

/// A table with its columns, constraints and indexes.
///
/// # Errors
/// A value that is no table; whatever of it cannot be converted.
pub fn table(vm: &mut Vm, value: &Value) -> PyResult<Table> {
    let mut table = table_of_columns(vm, value)?;
    for item in items(vm, value, "constraints")? {
        let inline = attr_bool(vm, &item, "_limbec_inline")?;
        let implicit = attr_bool(vm, &item, "_limbec_implicit")?;
        if !inline && !implicit {
            table.constraints.push(constraint(vm, &item)?);
        }
    }
    for item in items(vm, value, "indexes")? {
        if !attr_bool(vm, &item, "_limbec_inline")? {
            table.indexes.push(index(vm, &item)?);
        }
    }
    Ok(table)
}

/// A table with its columns only.
///
/// # Errors
/// As [`table`].
pub fn table_of_columns(vm: &mut Vm, value: &Value) -> PyResult<Table> {
    missing::check(vm, value)?;
    if !is_a(vm, value, "TableClause") {
        let shown = vm.repr(value)?;
        return Err(argument_error(
            vm,
            format!("Table object expected, got {shown}"),
        ));
    }
    let name = attr(vm, value, "name")?;
    let mut table = Table {
        name: text(vm, &name, "the name of a table")?,
        schema: attr_str(vm, value, "schema")?,
        quote: quote_of(&name),
        comment: attr_str(vm, value, "comment")?,
        options: kept_options(vm, value)?,
        ..Table::default()
    };
    for prefix in items(vm, value, "_prefixes")? {
        table.prefixes.push(vm.str(&prefix)?.to_string());
    }
    let columns = collection::columns_of(vm, value)?;
    table.columns = Vec::with_capacity(columns.len());
    for (_, item) in columns {
        table.columns.push(column(vm, &item)?);
    }
    Ok(table)
}

/// `MetaData(naming_convention={...})`
///
/// # Errors
/// A convention that is no dict, or a template that is no string.
pub fn naming_convention(vm: &mut Vm, metadata: &Value) -> PyResult<NamingConvention> {
    let mut convention = NamingConvention::default();
    let Value::Dict(given) = attr(vm, metadata, "naming_convention")? else {
        return Ok(convention);
    };
    for (key, template) in given.items() {
        let kind = match key.as_str().as_deref() {
            Some("ix") => NamingKind::Index,
            Some("uq") => NamingKind::Unique,
            Some("ck") => NamingKind::Check,
            Some("fk") => NamingKind::ForeignKey,
            Some("pk") => NamingKind::PrimaryKey,
            // A token of its own, which is filled in where a constraint gets its name.
            Some(_) => continue,
            None => match class_kind(&key) {
                Some(kind) => kind,
                None => continue,
            },
        };
        convention
            .templates
            .insert(kind, text(vm, &template, "a naming convention")?);
    }
    Ok(convention)
}

/// The kind of a constraint class that is used as a key.
fn class_kind(key: &Value) -> Option<NamingKind> {
    use super::super::registry::is_class_of;
    [
        ("Index", NamingKind::Index),
        ("UniqueConstraint", NamingKind::Unique),
        ("CheckConstraint", NamingKind::Check),
        ("ForeignKeyConstraint", NamingKind::ForeignKey),
        ("PrimaryKeyConstraint", NamingKind::PrimaryKey),
    ]
    .into_iter()
    .find(|(class, _)| is_class_of(key, class))
    .map(|(_, kind)| kind)
}
