//! The differences as `check` shows them: Python's `repr` of Alembic's tuples.

use limbec_schema::{
    AlterColumn, Change, Column, ColumnDefault, Constraint, Expr, ForeignKeyConstraint, Index,
    IndexElement, Operation, ServerDefault, SqlCommand, SqlStatement, Table,
};

use super::super::Directive;
use super::super::model::{default_of, is_nullable};
use super::{flag, optional, type_repr};
use crate::config::pytext::repr;

/// What Python shows of a `text()`, whose address is chance.
const TEXT_CLAUSE: &str = "<sqlalchemy.sql.elements.TextClause object at 0x7f0000000000>";

/// The tuples of these directives, in order.
pub fn diffs(directives: &[Directive]) -> Vec<String> {
    let mut found = Vec::new();
    for directive in directives {
        match directive {
            Directive::Operation(operation) => found.push(operation_diff(operation)),
            Directive::ModifyTable(modify) => found.extend(diffs(&modify.ops)),
            Directive::Statements(statements) => {
                let name = super::super::model::full_name(
                    statements.schema.as_deref(),
                    &match &statements.table {
                        Some(table) => format!("{table}.{}", statements.name),
                        None => statements.name.clone(),
                    },
                );
                found.push(format!("({}, {})", repr(statements.op), repr(&name)));
            }
            Directive::Custom(custom) => match &custom.diff {
                Some(diff) => found.push(diff.clone()),
                None => found.extend(diffs(&custom.forth)),
            },
            Directive::Lines(lines) => found.push(format!("('custom', {})", super::list(lines))),
        }
    }
    found
}

fn operation_diff(operation: &Operation) -> String {
    match operation {
        Operation::CreateTable(op) => format!("('add_table', {})", table(&op.table)),
        Operation::DropTable(op) => {
            let shown = match &op.original {
                Some(original) => table(original),
                None => table(&named(&op.name, op.schema.as_deref())),
            };
            format!("('remove_table', {shown})")
        }
        Operation::AddColumn(op) => column_diff(
            "add_column",
            op.schema.as_deref(),
            &op.table,
            Some(&op.column),
        ),
        Operation::DropColumn(op) => column_diff(
            "remove_column",
            op.schema.as_deref(),
            &op.table,
            op.original.as_deref(),
        ),
        Operation::AlterColumn(op) => alteration(op),
        Operation::CreateIndex(op) => format!("('add_index', {})", index(&op.index)),
        Operation::DropIndex(op) => {
            let shown = op
                .original
                .as_deref()
                .map_or_else(|| "None".to_owned(), index);
            format!("('remove_index', {shown})")
        }
        Operation::AddConstraint(op) => match &op.constraint {
            Constraint::ForeignKey(key) => format!("('add_fk', {})", foreign_key(key)),
            other => format!("('add_constraint', {})", constraint(other, &op.table)),
        },
        Operation::DropConstraint(op) => match op.original.as_deref() {
            Some(Constraint::ForeignKey(key)) => format!("('remove_fk', {})", foreign_key(key)),
            Some(other) => format!("('remove_constraint', {})", constraint(other, &op.table)),
            None => format!("('remove_constraint', {})", optional(op.name.as_str())),
        },
        Operation::TableComment(op) => {
            let mut shown = named(&op.table, op.schema.as_deref());
            shown.comment.clone_from(&op.comment);
            let existing = optional(op.existing.as_deref());
            format!("('add_table_comment', {}, {existing})", table(&shown))
        }
        Operation::DropTableComment(op) => format!(
            "('remove_table_comment', {})",
            table(&named(&op.table, op.schema.as_deref()))
        ),
        Operation::Execute(op) => match &op.command {
            SqlCommand::Statement(SqlStatement::Text(clause)) => {
                format!("('execute', {})", repr(&clause.text))
            }
            SqlCommand::Raw(text) => format!("('execute', {})", repr(text)),
            _ => "('execute', <statement>)".to_owned(),
        },
        Operation::RenameTable(op) => format!(
            "('rename_table', {}, {})",
            repr(&op.old_name),
            repr(&op.new_name)
        ),
        Operation::BulkInsert(_) => "('bulk_insert',)".to_owned(),
        Operation::Batch(op) => format!("('batch', {})", repr(&op.table)),
    }
}

fn named(name: &str, schema: Option<&str>) -> Table {
    Table {
        name: name.to_owned(),
        schema: schema.map(str::to_owned),
        ..Table::default()
    }
}

fn table(table: &Table) -> String {
    let mut parts = vec![repr(&table.name), "MetaData()".to_owned()];
    for column in &table.columns {
        parts.push(column_repr(column, Some(table), &table.name));
    }
    parts.push(format!("schema={}", optional(table.schema.as_deref())));
    format!("Table({})", parts.join(", "))
}

fn column_diff(word: &str, schema: Option<&str>, table: &str, column: Option<&Column>) -> String {
    let shown = column.map_or_else(
        || "None".to_owned(),
        |column| column_repr(column, None, table),
    );
    format!("('{word}', {}, {}, {shown})", optional(schema), repr(table))
}

/// `Column('id', Integer(), table=<t>, primary_key=True, nullable=False)`
fn column_repr(column: &Column, table: Option<&Table>, table_name: &str) -> String {
    let mut parts = vec![repr(&column.name), type_repr(&column.sql_type)];
    for constraint in table.iter().flat_map(|table| &table.constraints) {
        if let Constraint::ForeignKey(key) = constraint
            && let Some(place) = key.columns.iter().position(|name| *name == column.name)
        {
            let target = super::super::model::full_name(key.ref_schema.as_deref(), &key.ref_table);
            let column = key.ref_columns.get(place).map_or("", String::as_str);
            parts.push(format!(
                "ForeignKey({})",
                repr(&format!("{target}.{column}"))
            ));
        }
    }
    parts.push(format!("table=<{table_name}>"));
    let primary = column.primary_key;
    let nullable = match table {
        Some(table) => is_nullable(table, column),
        None => column.is_nullable(),
    };
    if primary {
        parts.push("primary_key=True".to_owned());
    }
    if !nullable {
        parts.push("nullable=False".to_owned());
    }
    if let Some(default) = default_of(column) {
        parts.push(format!("server_default={}", default_repr(Some(&default))));
    }
    if let Some(comment) = &column.comment {
        parts.push(format!("comment={}", repr(comment)));
    }
    format!("Column({})", parts.join(", "))
}

fn default_repr(default: Option<&ColumnDefault>) -> String {
    match default {
        None => "None".to_owned(),
        Some(ColumnDefault::Server(ServerDefault::Literal(text))) => {
            format!("DefaultClause({}, for_update=False)", repr(text))
        }
        Some(ColumnDefault::Server(ServerDefault::Expr(_))) => {
            format!("DefaultClause({TEXT_CLAUSE}, for_update=False)")
        }
        Some(ColumnDefault::Server(ServerDefault::Fetched)) => "FetchedValue()".to_owned(),
        Some(ColumnDefault::Identity(_)) => "Identity()".to_owned(),
        Some(ColumnDefault::Computed(_)) => format!("Computed({TEXT_CLAUSE})"),
    }
}

fn index(index: &Index) -> String {
    let mut parts = vec![optional(index.name.as_str())];
    for element in &index.elements {
        parts.push(match element {
            IndexElement::Column(name) => {
                format!(
                    "Column({}, NullType(), table=<{}>)",
                    repr(name),
                    index.table
                )
            }
            IndexElement::Expr(_) => TEXT_CLAUSE.to_owned(),
        });
    }
    if index.unique {
        parts.push("unique=True".to_owned());
    }
    format!("Index({})", parts.join(", "))
}

fn constraint(constraint: &Constraint, table: &str) -> String {
    let (class, columns) = match constraint {
        Constraint::Unique(unique) => ("UniqueConstraint", &unique.columns),
        Constraint::PrimaryKey(key) => ("PrimaryKeyConstraint", &key.columns),
        Constraint::Check(check) => {
            let text = match &check.expr {
                Expr::Text(_) => TEXT_CLAUSE,
                _ => "<sqlalchemy.sql.elements.BinaryExpression object at 0x7f0000000000>",
            };
            let name = check.name.as_str();
            let name = name.map_or(String::new(), |name| format!(", name={}", repr(name)));
            return format!("CheckConstraint({text}{name})");
        }
        Constraint::ForeignKey(key) => return foreign_key(key),
        Constraint::Exclude(_) => return "ExcludeConstraint()".to_owned(),
    };
    let mut parts: Vec<String> = columns
        .iter()
        .map(|name| format!("Column({}, NullType(), table=<{table}>)", repr(name)))
        .collect();
    if let Some(name) = constraint.name().as_str() {
        parts.push(format!("name={}", repr(name)));
    }
    format!("{class}({})", parts.join(", "))
}

fn foreign_key(key: &ForeignKeyConstraint) -> String {
    let mut parts = vec!["<sqlalchemy.sql.base.DedupeColumnCollection object>".to_owned()];
    let mut add = |name: &str, value: Option<&str>| {
        parts.extend(value.map(|value| format!("{name}={}", repr(value))));
    };
    add("name", key.name.as_str());
    add("onupdate", key.onupdate.as_deref());
    add("ondelete", key.ondelete.as_deref());
    if let Some(deferrable) = key.timing.deferrable {
        parts.push(format!("deferrable={}", flag(deferrable)));
    }
    if let Some(initially) = &key.timing.initially {
        parts.push(format!("initially={}", repr(initially)));
    }
    format!("ForeignKeyConstraint({})", parts.join(", "))
}

/// `[('modify_nullable', None, 't', 'c', {...}, True, False)]`
fn alteration(op: &AlterColumn) -> String {
    let existing_type = op
        .existing
        .sql_type
        .as_ref()
        .map_or_else(|| "None".to_owned(), type_repr);
    let existing_nullable = op
        .existing
        .nullable
        .map_or_else(|| "None".to_owned(), |value| flag(value).to_owned());
    let existing_default = match &op.existing.server_default {
        Change::Keep => "False".to_owned(),
        Change::Set(default) => default_repr(default.as_ref()),
    };
    let existing_comment = optional(op.existing.comment.as_deref());
    let place = format!(
        "{}, {}, {}",
        optional(op.schema.as_deref()),
        repr(&op.table),
        repr(&op.column)
    );
    let of_type = format!("'existing_type': {existing_type}");
    let of_nullable = format!("'existing_nullable': {existing_nullable}");
    let of_default = format!("'existing_server_default': {existing_default}");
    let of_comment = format!("'existing_comment': {existing_comment}");
    let mut parts = Vec::new();
    let mut add = |word: &str, existing: [&str; 3], old: &str, new: &str| {
        let existing = existing.join(", ");
        parts.push(format!("('{word}', {place}, {{{existing}}}, {old}, {new})"));
    };
    if let Some(new) = &op.sql_type {
        let existing = [&*of_nullable, &of_default, &of_comment];
        add("modify_type", existing, &existing_type, &type_repr(new));
    }
    if let Change::Set(new) = op.nullable {
        let existing = [&*of_type, &of_default, &of_comment];
        add("modify_nullable", existing, &existing_nullable, flag(new));
    }
    if let Change::Set(new) = &op.server_default {
        let existing = [&*of_nullable, &of_type, &of_comment];
        let new = default_repr(new.as_ref());
        add("modify_default", existing, &existing_default, &new);
    }
    if let Change::Set(new) = &op.comment {
        let existing = [&*of_nullable, &of_type, &of_default];
        let new = optional(new.as_deref());
        add("modify_comment", existing, &existing_comment, &new);
    }
    format!("[{}]", parts.join(", "))
}
