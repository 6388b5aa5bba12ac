//! Drafts as the objects that `process_revision_directives` is given, and back.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{
    Change, Column, ColumnDefault, Constraint, CreateTable, Operation, Options, Table,
};

use super::super::bridge;
use super::super::op::directive::BatchTarget;
use super::super::op::operations::{self, OpenBatch};
use super::super::read;
use super::super::state::Alembic;
use super::declared::{self, Declared};
use super::values::Values;
use crate::autogen::{Body, Directive, Draft, ModifyTable};

type Keywords = Vec<(Rc<str>, Value)>;

fn keyword(name: &str, value: Value) -> (Rc<str>, Value) {
    (Rc::from(name), value)
}

fn make(vm: &mut Vm, class: &str, args: Vec<Value>, keywords: Keywords) -> PyResult {
    let class = Alembic::of(vm).class(class);
    vm.instantiate(&class, args, keywords)
}

/// A `MigrationScript`.
///
/// # Errors
/// Whatever the constructors raise.
pub(super) fn script_value(vm: &mut Vm, draft: &Draft, declared: &Declared) -> PyResult {
    let mut bodies = |bodies: &[Body], class: &str| -> PyResult<Value> {
        let mut made = Vec::new();
        for body in bodies {
            let ops = operations_of(vm, &body.directives, declared)?;
            let args = vec![Value::list(ops), Value::str(&body.token)];
            made.push(make(vm, class, args, Vec::new())?);
        }
        Ok(match made.as_slice() {
            [only] => only.clone(),
            _ => Value::list(made),
        })
    };
    let upgrades = bodies(&draft.upgrades, "UpgradeOps")?;
    let downgrades = bodies(&draft.downgrades, "DowngradeOps")?;
    let imports = limbec_python::PySet::new();
    for line in &draft.imports {
        imports.add(vm, Value::str(line))?;
    }
    let texts = |texts: &[String]| match texts {
        [] => Value::None,
        [only] => Value::str(only),
        several => Value::list(several.iter().map(Value::str).collect()),
    };
    let keywords = vec![
        keyword("message", Value::opt_str(draft.message.as_deref())),
        keyword("imports", Value::Set(Rc::new(imports))),
        keyword("head", texts(&draft.head)),
        keyword("splice", Value::Bool(draft.splice)),
        keyword("branch_label", texts(&draft.branch_labels)),
        keyword(
            "version_path",
            Value::opt_str(draft.version_path.as_deref()),
        ),
        keyword("depends_on", texts(&draft.depends_on)),
    ];
    let args = vec![Value::str(&draft.rev_id), upgrades, downgrades];
    make(vm, "MigrationScript", args, keywords)
}

pub(super) fn operations_of(
    vm: &mut Vm,
    directives: &[Directive],
    declared: &Declared,
) -> PyResult<Vec<Value>> {
    let mut made = Vec::new();
    for directive in directives {
        made.push(match directive {
            Directive::Operation(operation) => operation_value(vm, operation, declared)?,
            Directive::ModifyTable(modify) => {
                let ops = operations_of(vm, &modify.ops, declared)?;
                let args = vec![Value::str(&modify.table), Value::list(ops)];
                let schema = keyword("schema", Value::opt_str(modify.schema.as_deref()));
                make(vm, "ModifyTableOps", args, vec![schema])?
            }
            Directive::Statements(_) | Directive::Custom(_) | Directive::Lines(_) => {
                held(vm, directive)
            }
        });
    }
    Ok(made)
}

/// What a held directive is, behind its object.
struct Held(Directive);

/// The class of objects that stand for what no operation of Alembic says.
pub(crate) fn held_class() -> Rc<limbec_python::Class> {
    limbec_python::ClassBuilder::new("limbec", "StatementsOp").build()
}

/// An object that stands for a directive as it is.
fn held(vm: &mut Vm, directive: &Directive) -> Value {
    let instance = Alembic::of(vm).class("StatementsOp").allocate();
    instance.set_payload(Rc::new(Held(directive.clone())));
    Value::Instance(instance)
}

/// The object of an operation that a comparison makes.
///
/// # Errors
/// Whatever the constructors raise; an operation that no comparison makes.
pub(super) fn operation_value(vm: &mut Vm, operation: &Operation, declared: &Declared) -> PyResult {
    let schema_of = |schema: &Option<String>| keyword("schema", Value::opt_str(schema.as_deref()));
    let mut values = Values { vm, declared };
    match operation {
        Operation::CreateTable(op) => create_table(&mut values, &op.table),
        Operation::DropTable(op) => {
            let mut keywords = vec![schema_of(&op.schema)];
            if let Some(original) = &op.original {
                let reverse = create_table(&mut values, original)?;
                keywords.push(keyword("_reverse", reverse));
            }
            make(vm, "DropTableOp", vec![Value::str(&op.name)], keywords)
        }
        Operation::AddColumn(op) => {
            let column = values.column(&op.table, op.schema.as_deref(), &op.column)?;
            let args = vec![Value::str(&op.table), column];
            make(vm, "AddColumnOp", args, vec![schema_of(&op.schema)])
        }
        Operation::DropColumn(op) => {
            let mut keywords = vec![schema_of(&op.schema)];
            if let Some(original) = &op.original {
                let column = values.column(&op.table, op.schema.as_deref(), original)?;
                let args = vec![Value::str(&op.table), column];
                let reverse = make(vm, "AddColumnOp", args, vec![schema_of(&op.schema)])?;
                keywords.push(keyword("_reverse", reverse));
            }
            let args = vec![Value::str(&op.table), Value::str(&op.column)];
            make(vm, "DropColumnOp", args, keywords)
        }
        Operation::AlterColumn(op) => {
            let mut keywords = vec![schema_of(&op.schema)];
            let mut add = |name: &str, value: Value| keywords.push(keyword(name, value));
            if let Some(existing) = &op.existing.sql_type {
                add("existing_type", values.sql_type(existing)?);
            }
            if let Some(new) = &op.sql_type {
                add("modify_type", values.sql_type(new)?);
            }
            let truth = |value: Option<bool>| value.map_or(Value::None, Value::Bool);
            add("existing_nullable", truth(op.existing.nullable));
            add("modify_nullable", truth(op.nullable.as_set().copied()));
            add(
                "existing_comment",
                Value::opt_str(op.existing.comment.as_deref()),
            );
            if let Change::Set(comment) = &op.comment {
                add("modify_comment", Value::opt_str(comment.as_deref()));
            }
            let existing = default_value(&mut values, &op.existing.server_default)?;
            add("existing_server_default", existing);
            let new = default_value(&mut values, &op.server_default)?;
            add("modify_server_default", new);
            if let Some(autoincrement) = op.autoincrement {
                add("autoincrement", Value::Bool(autoincrement));
            }
            let args = vec![Value::str(&op.table), Value::str(&op.column)];
            make(vm, "AlterColumnOp", args, keywords)
        }
        Operation::CreateIndex(op) => {
            let index = values.index(&op.index, &[])?;
            let mut keywords = vec![
                schema_of(&op.index.schema),
                keyword("unique", Value::Bool(op.index.unique)),
            ];
            keywords.extend(index.options);
            let args = vec![index.name, Value::str(&op.index.table), index.elements];
            make(vm, "CreateIndexOp", args, keywords)
        }
        Operation::DropIndex(op) => {
            let name = values.name(&op.name);
            let mut keywords = vec![
                keyword("table_name", Value::opt_str(op.table.as_deref())),
                schema_of(&op.schema),
            ];
            if let Some(original) = &op.original {
                let index = values.index(original, &op.columns)?;
                let mut own = vec![
                    schema_of(&op.schema),
                    keyword("unique", Value::Bool(original.unique)),
                ];
                own.extend(index.options.iter().cloned());
                let args = vec![index.name, Value::str(&original.table), index.elements];
                let reverse = make(values.vm, "CreateIndexOp", args, own)?;
                keywords.push(keyword("_reverse", reverse));
                keywords.push(keyword("unique", Value::Bool(original.unique)));
                keywords.extend(index.options);
            }
            make(vm, "DropIndexOp", vec![name], keywords)
        }
        Operation::AddConstraint(op) => {
            add_constraint(&mut values, &op.table, &op.schema, &op.constraint)
        }
        Operation::DropConstraint(op) => {
            let mut keywords = vec![schema_of(&op.schema)];
            if let Some(original) = &op.original {
                let reverse = add_constraint(&mut values, &op.table, &op.schema, original)?;
                keywords.push(keyword("_reverse", reverse));
            }
            let args = vec![
                values.name(&op.name),
                Value::str(&op.table),
                Value::opt_str(op.kind.as_deref()),
            ];
            make(vm, "DropConstraintOp", args, keywords)
        }
        Operation::TableComment(op) => {
            let args = vec![Value::str(&op.table), Value::opt_str(op.comment.as_deref())];
            let existing = Value::opt_str(op.existing.as_deref());
            let keywords = vec![schema_of(&op.schema), keyword("existing_comment", existing)];
            make(vm, "CreateTableCommentOp", args, keywords)
        }
        Operation::DropTableComment(op) => {
            let existing = Value::opt_str(op.existing.as_deref());
            let keywords = vec![schema_of(&op.schema), keyword("existing_comment", existing)];
            make(
                vm,
                "DropTableCommentOp",
                vec![Value::str(&op.table)],
                keywords,
            )
        }
        Operation::Execute(op) => match &op.command {
            limbec_schema::SqlCommand::Statement(limbec_schema::SqlStatement::Text(clause)) => {
                make(
                    vm,
                    "ExecuteSQLOp",
                    vec![Value::str(&clause.text)],
                    Vec::new(),
                )
            }
            _ => Err(vm.unsupported("a statement in process_revision_directives")),
        },
        Operation::RenameTable(_) | Operation::BulkInsert(_) | Operation::Batch(_) => {
            Err(vm.unsupported("this operation in process_revision_directives"))
        }
    }
}

/// `False` where nothing is said of the default.
fn default_value(values: &mut Values<'_>, default: &Change<Option<ColumnDefault>>) -> PyResult {
    match default {
        Change::Keep => Ok(Value::Bool(false)),
        Change::Set(None) => Ok(Value::None),
        Change::Set(Some(default)) => values.default(default),
    }
}

fn create_table(values: &mut Values<'_>, table: &Table) -> PyResult {
    let items = values.table_items(table)?;
    let mut keywords = vec![
        keyword("schema", Value::opt_str(table.schema.as_deref())),
        keyword("_constraints_included", Value::Bool(true)),
        keyword("comment", Value::opt_str(table.comment.as_deref())),
        keyword(
            "prefixes",
            Value::list(table.prefixes.iter().map(Value::str).collect()),
        ),
    ];
    keywords.extend(values.options(&table.options)?);
    let args = vec![Value::str(&table.name), Value::list(items)];
    make(values.vm, "CreateTableOp", args, keywords)
}

fn add_constraint(
    values: &mut Values<'_>,
    table: &str,
    schema: &Option<String>,
    constraint: &Constraint,
) -> PyResult {
    let name = values.name(constraint.name());
    let names = |names: &[String]| Value::list(names.iter().map(Value::str).collect());
    let schema_value = Value::opt_str(schema.as_deref());
    let (class, args, mut keywords) = match constraint {
        Constraint::Unique(unique) => {
            let mut keywords = vec![keyword("schema", schema_value)];
            timing(&unique.timing, &mut keywords);
            keywords.extend(values.options(&unique.options)?);
            let args = vec![name, Value::str(table), names(&unique.columns)];
            ("CreateUniqueConstraintOp", args, keywords)
        }
        Constraint::ForeignKey(key) => {
            let mut keywords = vec![
                keyword("source_schema", schema_value),
                keyword("referent_schema", Value::opt_str(key.ref_schema.as_deref())),
            ];
            for (name, value) in [
                ("onupdate", &key.onupdate),
                ("ondelete", &key.ondelete),
                ("match", &key.match_type),
            ] {
                if let Some(value) = value {
                    keywords.push(keyword(name, Value::str(value)));
                }
            }
            timing(&key.timing, &mut keywords);
            if key.use_alter {
                keywords.push(keyword("use_alter", Value::Bool(true)));
            }
            let args = vec![
                name,
                Value::str(table),
                Value::str(&key.ref_table),
                names(&key.columns),
                names(&key.ref_columns),
            ];
            ("CreateForeignKeyOp", args, keywords)
        }
        Constraint::Check(check) => {
            let condition = values.expression(&check.expr)?;
            let args = vec![name, Value::str(table), condition];
            let keywords = vec![keyword("schema", schema_value)];
            ("CreateCheckConstraintOp", args, keywords)
        }
        Constraint::PrimaryKey(_) | Constraint::Exclude(_) => {
            return Err(values
                .vm
                .unsupported("this constraint in process_revision_directives"));
        }
    };
    make(values.vm, class, args, std::mem::take(&mut keywords))
}

fn timing(timing: &limbec_schema::Timing, keywords: &mut Keywords) {
    if timing.deferrable == Some(true) {
        keywords.push(keyword("deferrable", Value::Bool(true)));
    }
    if let Some(initially) = &timing.initially {
        keywords.push(keyword("initially", Value::str(initially)));
    }
}

/// `upgrade_ops` or `downgrade_ops` of a script: one container, or a list of them.
///
/// # Errors
/// Whatever reading the attribute raises.
pub(super) fn containers(vm: &mut Vm, script: &Value, name: &str) -> PyResult<Vec<Value>> {
    match vm.getattr(script, name)? {
        Value::None => Ok(Vec::new()),
        value @ (Value::List(_) | Value::Tuple(_)) => vm.iterate(&value),
        one => Ok(vec![one]),
    }
}

/// The draft that a `MigrationScript` describes.
///
/// # Errors
/// Operations that have no rendering; attributes of the wrong type.
pub(super) fn script_draft(vm: &mut Vm, script: &Value, hooks: &Reader) -> PyResult<Draft> {
    let mut texts = |name: &str| -> PyResult<Vec<String>> {
        let value = vm.getattr(script, name)?;
        if value.is_none() {
            return Ok(Vec::new());
        }
        if let Some(text) = value.as_str() {
            return Ok(vec![text.to_string()]);
        }
        let mut texts = Vec::new();
        for item in vm.iterate(&value)? {
            texts.push(vm.str(&item)?.to_string());
        }
        Ok(texts)
    };
    let mut draft = Draft {
        rev_id: texts("rev_id")?.into_iter().next().unwrap_or_default(),
        message: texts("message")?.into_iter().next(),
        head: texts("head")?,
        branch_labels: texts("branch_label")?,
        version_path: texts("version_path")?.into_iter().next(),
        depends_on: texts("depends_on")?,
        imports: texts("imports")?,
        rendered: true,
        ..Draft::default()
    };
    draft.splice = read::flag(vm, script, "splice")?;
    for container in containers(vm, script, "upgrade_ops")? {
        let body = body(vm, &container, "upgrade_token", hooks)?;
        draft.upgrades.push(body);
    }
    for container in containers(vm, script, "downgrade_ops")? {
        let body = body(vm, &container, "downgrade_token", hooks)?;
        draft.downgrades.push(body);
    }
    Ok(draft)
}

/// What reading operations needs.
pub(super) struct Reader {
    /// The migration context as scripts see it.
    pub context: Value,
    /// The `AutogenContext` that renderers of the project's own are given.
    pub autogen_context: Value,
}

fn body(vm: &mut Vm, container: &Value, token: &str, reader: &Reader) -> PyResult<Body> {
    let token = vm.getattr(container, token)?;
    Ok(Body {
        token: vm.str(&token)?.to_string(),
        directives: read_ops(vm, container, reader)?,
    })
}

pub(super) fn read_ops(
    vm: &mut Vm,
    container: &Value,
    reader: &Reader,
) -> PyResult<Vec<Directive>> {
    let ops = vm.getattr(container, "ops")?;
    let mut found = Vec::new();
    for op in vm.iterate(&ops)? {
        found.extend(read_op(vm, &op, reader)?);
    }
    Ok(found)
}

pub(super) fn read_op(vm: &mut Vm, op: &Value, reader: &Reader) -> PyResult<Vec<Directive>> {
    let state = Alembic::of(vm);
    if let Some(held) = op.as_instance().and_then(|object| object.payload::<Held>()) {
        return Ok(vec![held.0.clone()]);
    }
    let class = vm.class_of(op);
    for ancestor in class.mro() {
        let Some(renderer) = state.renderer(&ancestor) else {
            continue;
        };
        let args = vec![reader.autogen_context.clone(), op.clone()];
        let answer = vm.call(&renderer, args, Vec::new())?;
        let lines = match answer.as_str() {
            Some(text) => vec![text.to_string()],
            None => {
                let mut lines = Vec::new();
                for line in vm.iterate(&answer)? {
                    lines.push(vm.str(&line)?.to_string());
                }
                lines
            }
        };
        return Ok(vec![Directive::Lines(lines)]);
    }
    if vm.isinstance(op, &state.class("ModifyTableOps")) {
        return Ok(vec![Directive::ModifyTable(ModifyTable {
            table: read::text(vm, op, "table_name")?,
            schema: read::optional_str(op, "schema"),
            ops: read_ops(vm, op, reader)?,
        })]);
    }
    if vm.isinstance(op, &state.class("OpContainer")) {
        return read_ops(vm, op, reader);
    }
    if vm.isinstance(op, &state.class("CreateTableOp")) {
        let operation = read_create_table(vm, op)?;
        return Ok(vec![Directive::Operation(operation)]);
    }
    if vm.isinstance(op, &state.class("ExecuteSQLOp")) {
        let operation = read_execute(vm, op)?;
        return Ok(vec![Directive::Operation(operation)]);
    }
    captured(vm, op, reader)
}

/// What an operation would do: it is carried out in a batch that nobody flushes.
fn captured(vm: &mut Vm, op: &Value, reader: &Reader) -> PyResult<Vec<Directive>> {
    let batch = OpenBatch {
        target: BatchTarget {
            table: read::required(op, "table_name"),
            schema: read::required(op, "schema"),
        },
        settings: limbec_schema::BatchSettings::default(),
        items: std::cell::RefCell::default(),
    };
    let capture = operations::make_batch(vm, &reader.context, batch);
    perform(vm, &capture, op)?;
    let held = operations::of(vm, &capture)?;
    let mut items = match &held.batch {
        Some(batch) => std::mem::take(&mut *batch.items.borrow_mut()),
        None => Vec::new(),
    };
    for item in &mut items {
        if let Operation::AddColumn(add) = item {
            let object = read::required(op, "column");
            bare(vm, &mut add.column, &object)?;
        }
        remember(vm, item, op, reader)?;
    }
    Ok(items.into_iter().map(Directive::Operation).collect())
}

/// What an operation takes away is known where it has its reverse.
fn remember(vm: &mut Vm, item: &mut Operation, op: &Value, reader: &Reader) -> PyResult<()> {
    let takes_part = matches!(
        item,
        Operation::DropColumn(_) | Operation::DropConstraint(_) | Operation::DropIndex(_)
    );
    let reverse = vm.getattr_opt(op, "_reverse")?.unwrap_or_default();
    if !takes_part || reverse.is_none() {
        return Ok(());
    }
    let mut found = captured(vm, &reverse, reader)?.into_iter();
    match (item, found.next()) {
        (Operation::DropColumn(drop), Some(Directive::Operation(Operation::AddColumn(add)))) => {
            drop.original = Some(Box::new(add.column));
        }
        (
            Operation::DropConstraint(drop),
            Some(Directive::Operation(Operation::AddConstraint(add))),
        ) => drop.original = Some(Box::new(add.constraint)),
        (
            Operation::DropIndex(drop),
            Some(Directive::Operation(Operation::CreateIndex(create))),
        ) => {
            drop.original = Some(Box::new(create.index));
            let elements = read::required(&reverse, "columns");
            for element in vm.iterate(&elements)? {
                if bridge::is_column(vm, &element)? {
                    let mut column = bridge::column(vm, &element)?;
                    bare(vm, &mut column, &element)?;
                    drop.columns.push(column);
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// The operations that a batch holds back; others would be carried out at once.
const HELD_BACK: [&str; 15] = [
    "AddColumnOp",
    "DropColumnOp",
    "AlterColumnOp",
    "CreateIndexOp",
    "DropIndexOp",
    "CreatePrimaryKeyOp",
    "CreateUniqueConstraintOp",
    "CreateForeignKeyOp",
    "CreateCheckConstraintOp",
    "CreateExcludeConstraintOp",
    "DropConstraintOp",
    "DropTableOp",
    "RenameTableOp",
    "CreateTableCommentOp",
    "DropTableCommentOp",
];

/// Carry out an operation by our own implementation, whatever a script has registered for its class.
fn perform(vm: &mut Vm, capture: &Value, op: &Value) -> PyResult<()> {
    let state = Alembic::of(vm);
    for ancestor in vm.class_of(op).mro() {
        if HELD_BACK.contains(&&*ancestor.name())
            && let Some(function) = operations::default_implementation(&state, &ancestor)
        {
            vm.call(&function, vec![capture.clone(), op.clone()], Vec::new())?;
            return Ok(());
        }
    }
    let shown = vm.str(op)?;
    Err(vm.raise(
        "ValueError",
        format!("no dispatch function for object: {shown}"),
    ))
}

/// `op.execute('...')`: a string, which Alembic can write.
fn read_execute(vm: &mut Vm, op: &Value) -> PyResult<Operation> {
    let Some(text) = read::required(op, "sqltext").as_str() else {
        return Err(vm.raise(
            "NotImplementedError",
            "Autogenerate rendering of SQL Expression language constructs not supported here; \
             please use a plain SQL string",
        ));
    };
    let clause = limbec_schema::TextClause {
        text: text.to_string(),
        binds: Vec::new(),
    };
    Ok(Operation::Execute(limbec_schema::ExecuteSql {
        command: limbec_schema::SqlCommand::Statement(limbec_schema::SqlStatement::Text(clause)),
    }))
}

/// A column without what stands in operations of its own.
fn bare(vm: &mut Vm, column: &mut Column, object: &Value) -> PyResult<()> {
    let in_key = column.primary_key;
    declared::settle(vm, column, object, in_key)?;
    declared::own_type(vm, column, object)
}

fn read_create_table(vm: &mut Vm, op: &Value) -> PyResult<Operation> {
    let mut table = Table {
        name: read::text(vm, op, "table_name")?,
        schema: read::optional_str(op, "schema"),
        comment: read::optional_str(op, "comment"),
        options: bridge::options(vm, &read::kwargs(op)).unwrap_or_else(|_| Options::new()),
        ..Table::default()
    };
    let prefixes = read::required(op, "prefixes");
    if !prefixes.is_none() {
        for prefix in vm.iterate(&prefixes)? {
            table.prefixes.push(vm.str(&prefix)?.to_string());
        }
    }
    for item in vm.iterate(&read::required(op, "columns"))? {
        if bridge::is_column(vm, &item)? {
            let mut column = bridge::column(vm, &item)?;
            bare(vm, &mut column, &item)?;
            table.columns.push(column);
        } else {
            table.constraints.push(bridge::constraint(vm, &item)?);
        }
    }
    // The columns of an operation that a script has made may be all that tells of the primary key.
    let columns: Vec<String> = table
        .columns
        .iter()
        .filter(|column| column.primary_key)
        .map(|column| column.name.clone())
        .collect();
    let has_key = |constraint: &Constraint| matches!(constraint, Constraint::PrimaryKey(_));
    if !columns.is_empty() && !table.constraints.iter().any(has_key) {
        let key = limbec_schema::PrimaryKeyConstraint {
            columns,
            ..Default::default()
        };
        table.constraints.insert(0, Constraint::PrimaryKey(key));
    }
    Ok(Operation::CreateTable(CreateTable {
        table,
        if_not_exists: read::flag(vm, op, "if_not_exists")?,
    }))
}
