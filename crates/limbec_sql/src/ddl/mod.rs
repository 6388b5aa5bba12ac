//! Migration operations as DDL: what Alembic's `ddl` package and SQLAlchemy's DDL compiler do.

mod alter;
mod column;
mod comment;
mod constraint;
mod index;
mod named_types;
mod rules;
mod sequence;
mod shape;
mod table;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use limbec_schema::{
    AddColumn, AddConstraint, DropColumn, Expr, Literal, NamingConvention, Operation, OptionValue,
    Options, RenameTable, SchemaMap, SqlCommand, SqlType, Table,
};

use crate::naming::{self, FinalName};
use crate::{
    BindMode, CompileError, Dialect, Statement, compile_expr_ddl, compile_translated, literal,
};

pub use alter::ColumnAlteration;
pub use named_types::named_types;
pub use rules::DdlRules;
pub use shape::TableShape;

pub use shape::foreign_key_of;
pub(crate) use shape::type_check;

pub(crate) use alter::{
    DefaultKind, computed_error, identity_error, plain_default, separately, set_default,
};
pub(crate) use column::{computed_clause, default_of};
pub(crate) use constraint::{is_words, quoted_list, unexpected_phrase, validate_phrase};
pub(crate) use index::{element_key, elements as index_elements, schema_prefix};
pub(crate) use sequence::{identity_clause, options as sequence_options};
pub(crate) use walk::columns_in;
pub use walk::tables_in;

/// The PostgreSQL types that a run has already created or dropped, by schema and name.
///
/// SQLAlchemy keeps such a memo for each run of migrations, so that a type that two tables share is
/// created once. Clones share the memo.
#[derive(Debug, Clone, Default)]
pub struct TypeMemo(Arc<Mutex<HashSet<TypeKey>>>);

/// A type by kind, schema and name.
type TypeKey = (&'static str, Option<String>, String);

impl TypeMemo {
    /// Notes the type; true where it was noted before.
    fn note(&self, kind: &'static str, schema: Option<&str>, name: &str) -> bool {
        let key = (kind, schema.map(str::to_owned), name.to_owned());
        !self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key)
    }
}

/// What the compiler must know besides the operation.
#[derive(Debug, Clone, Default)]
pub struct CompileContext {
    /// True where the SQL is written to a file and no database is there (`--sql`).
    pub as_sql: bool,
    /// True where statements are written with their values inside (`literal_binds=True`).
    pub literal_binds: bool,
    /// The naming convention of the target metadata.
    pub naming_convention: Option<NamingConvention>,
    /// The version of the server, where one is connected: MySQL writes defaults by it.
    pub server_version: Option<(u16, u16, u16)>,
    /// The types that this run has created.
    pub type_memo: TypeMemo,
    /// `schema_translate_map`.
    pub schemas: SchemaMap,
}

/// The CHECK constraints that the types of a table's columns bring along on this database.
///
/// # Errors
/// Values that cannot be written for it.
pub fn type_checks(
    dialect: &dyn Dialect,
    table: &limbec_schema::Table,
) -> Result<Vec<limbec_schema::CheckConstraint>, CompileError> {
    let ctx = &CompileContext::default();
    let ddl = Ddl { dialect, ctx };
    let mut found = Vec::new();
    for column in &table.columns {
        found.extend(type_check(&ddl, column)?);
    }
    Ok(found)
}

/// The statements that carry out an operation.
///
/// # Errors
/// What SQLAlchemy or Alembic would raise for it on this dialect.
pub fn compile(
    dialect: &dyn Dialect,
    op: &Operation,
    ctx: &CompileContext,
) -> Result<Vec<Statement>, CompileError> {
    let ddl = Ddl { dialect, ctx };
    let translated;
    let op = if ctx.schemas.is_empty() {
        op
    } else {
        translated = ctx.schemas.operation(op);
        &translated
    };
    match op {
        Operation::CreateTable(op) => table::create(&ddl, op),
        Operation::DropTable(op) => table::drop(&ddl, op),
        Operation::RenameTable(op) => Ok(ddl.rename_table(op)),
        Operation::AddColumn(op) => ddl.add_column(op),
        Operation::DropColumn(op) => Ok(ddl.drop_column(op)),
        Operation::AlterColumn(op) => alter::compile(&ddl, op),
        Operation::CreateIndex(op) => index::create(&ddl, op).map(one),
        Operation::DropIndex(op) => index::drop(&ddl, op).map(one),
        Operation::AddConstraint(op) => ddl.add_constraint(op),
        Operation::DropConstraint(op) => constraint::drop(&ddl, op),
        Operation::TableComment(op) => comment::on_table(&ddl, op).map(one),
        Operation::DropTableComment(op) => Ok(one(comment::drop_from_table(&ddl, op))),
        Operation::BulkInsert(op) => {
            let mode = if ctx.as_sql {
                BindMode::Literal
            } else {
                BindMode::Parameters
            };
            crate::dml::compile_bulk_insert(dialect, op, mode, &ctx.schemas)
        }
        Operation::Execute(op) => ddl.execute(&op.command),
        Operation::Batch(op) => crate::batch::compile(dialect, op, ctx),
    }
}

/// The column of a table that the server numbers, as far as SQLAlchemy decides it.
///
/// # Errors
/// A table whose parts do not fit together.
pub fn autoincrement_column(
    dialect: &dyn Dialect,
    table: &Table,
) -> Result<Option<String>, CompileError> {
    if let Some(usual) = shape::usual_autoincrement(table) {
        return Ok(usual.map(str::to_owned));
    }
    let ctx = CompileContext::default();
    let ddl = Ddl { dialect, ctx: &ctx };
    let shape = TableShape::build(&ddl, table)?;
    Ok(shape.autoincrement(&ddl)?.map(str::to_owned))
}

fn one(statement: Statement) -> Vec<Statement> {
    vec![statement]
}

/// A dialect and a context: what every part of the compiler works with.
#[derive(Debug, Clone, Copy)]
pub struct Ddl<'a> {
    pub(crate) dialect: &'a dyn Dialect,
    pub(crate) ctx: &'a CompileContext,
}

impl Ddl<'_> {
    fn rules(&self) -> &'static dyn DdlRules {
        self.dialect.ddl()
    }

    /// A string as an SQL literal.
    pub(crate) fn string(&self, text: &str) -> Result<String, CompileError> {
        literal(
            self.dialect,
            &Literal::Str(text.to_owned()),
            &SqlType::string(None),
        )
    }

    /// An expression inside DDL.
    pub(crate) fn expr(&self, expr: &Expr) -> Result<String, CompileError> {
        compile_expr_ddl(self.dialect, expr)
    }

    /// `schema.table` as Alembic's own statements write it: each part of a dotted schema is a name
    /// of its own, which SQLAlchemy's constructs do not do.
    pub(crate) fn dotted(&self, schema: Option<&str>, table: &str) -> String {
        let table = self.dialect.quote(table);
        match schema {
            Some(schema) if !schema.is_empty() => {
                let parts: Vec<String> = schema
                    .split('.')
                    .map(|part| self.dialect.quote(part))
                    .collect();
                format!("{}.{table}", parts.join("."))
            }
            _ => table,
        }
    }

    /// `ALTER TABLE schema.table`.
    pub(crate) fn alter_table(&self, schema: Option<&str>, table: &str) -> String {
        format!("ALTER TABLE {}", self.dotted(schema, table))
    }

    fn name(&self, subject: &naming::Subject<'_>) -> Result<Option<String>, CompileError> {
        let name = naming::settle(self.ctx.naming_convention.as_ref(), subject)?;
        naming::written(self.dialect, &name, None)
    }

    fn settled(&self, subject: &naming::Subject<'_>) -> Result<FinalName, CompileError> {
        naming::settle(self.ctx.naming_convention.as_ref(), subject)
    }

    /// PostgreSQL and SQLite rename within the schema, MySQL names the schema again.
    fn rename_table(&self, op: &RenameTable) -> Vec<Statement> {
        let schema = op.schema.as_deref();
        let target = if self.dialect.is_mysql_like() {
            self.dotted(schema, &op.new_name)
        } else {
            self.dotted(None, &op.new_name)
        };
        one(Statement::new(format!(
            "{} RENAME TO {target}",
            self.alter_table(schema, &op.old_name)
        )))
    }

    fn add_column(&self, op: &AddColumn) -> Result<Vec<Statement>, CompileError> {
        let table = Table {
            name: op.table.clone(),
            schema: op.schema.clone(),
            columns: vec![op.column.clone()],
            ..Table::default()
        };
        let shape = TableShape::build(self, &table)?;
        let mut statements = vec![Statement::new(column::add(self, op, &shape)?)];
        let inlined = column::inlined_reference(op, &shape).is_some();
        // What goes with the column is SQLAlchemy's, which translates schemas.
        let shape = if self.ctx.schemas.is_empty() {
            shape
        } else {
            let mut translated = table.clone();
            self.ctx.schemas.table(&mut translated);
            TableShape::build(self, &translated)?
        };
        for bound in &shape.constraints {
            if inlined && matches!(bound.constraint, limbec_schema::Constraint::ForeignKey(_)) {
                continue;
            }
            statements.extend(constraint::add(self, &shape, bound)?);
        }
        for index in &shape.indexes {
            statements.push(Statement::new(index::create_sql(self, index, false)?));
        }
        if self.has_comment_statements() {
            statements.extend(comment::of_columns(self, &shape)?);
        }
        Ok(statements)
    }

    /// Whether comments are statements of their own.
    pub(crate) fn has_comment_statements(&self) -> bool {
        let features = self.dialect.features();
        features.comments && !features.inline_comments
    }

    fn drop_column(&self, op: &DropColumn) -> Vec<Statement> {
        one(Statement::new(format!(
            "{} DROP COLUMN {}{}",
            self.alter_table(op.schema.as_deref(), &op.table),
            if op.if_exists { "IF EXISTS " } else { "" },
            self.dialect.quote(&op.column)
        )))
    }

    fn add_constraint(&self, op: &AddConstraint) -> Result<Vec<Statement>, CompileError> {
        let shape = TableShape::bare(&op.table, op.schema.as_deref());
        constraint::add(
            self,
            &shape,
            &shape::BoundConstraint {
                constraint: op.constraint.clone(),
                type_bound: false,
            },
        )
    }

    /// DDL that a script sends as a construct. Whether a type or a sequence is there already
    /// (`checkfirst`) only a connection can say, so the caller has looked before it comes here.
    fn execute(&self, command: &SqlCommand) -> Result<Vec<Statement>, CompileError> {
        match command {
            SqlCommand::Statement(statement) => {
                let mode = match (self.ctx.as_sql, self.ctx.literal_binds) {
                    (true, true) => BindMode::Literal,
                    (true, false) => BindMode::Printed,
                    (false, _) => BindMode::Parameters,
                };
                compile_translated(self.dialect, statement, mode, &self.ctx.schemas).map(one)
            }
            SqlCommand::CreateSequence {
                sequence,
                if_not_exists,
            } => sequence::create(self, sequence, *if_not_exists).map(one),
            SqlCommand::DropSequence {
                sequence,
                if_exists,
            } => Ok(one(sequence::drop(self, sequence, *if_exists))),
            SqlCommand::CreateType(named) => {
                named_types::create_type(self, named).map(|s| s.into_iter().collect())
            }
            SqlCommand::DropType(named) => {
                named_types::drop_type(self, named).map(|s| s.into_iter().collect())
            }
            SqlCommand::BuildTable(table) => table::build(self, table),
            SqlCommand::Comment { on, comment } => {
                comment::statement(self, on, comment.as_deref()).map(one)
            }
            SqlCommand::CreateTable {
                table,
                if_not_exists,
            } => {
                let shape = TableShape::build(self, table)?;
                table::create_sql(self, &shape, *if_not_exists).map(|sql| one(Statement::new(sql)))
            }
            SqlCommand::CreateSchema {
                name,
                if_not_exists,
            } => Ok(one(Statement::new(format!(
                "CREATE SCHEMA {}{}",
                if *if_not_exists { "IF NOT EXISTS " } else { "" },
                self.dialect.quote(name)
            )))),
            SqlCommand::DropSchema {
                name,
                cascade,
                if_exists,
            } => Ok(one(Statement::new(format!(
                "DROP SCHEMA {}{}{}",
                if *if_exists { "IF EXISTS " } else { "" },
                self.dialect.quote(name),
                if *cascade { " CASCADE" } else { "" }
            )))),
            SqlCommand::Ddl(operation) => {
                // Its schemas have been translated together with it.
                let ctx = CompileContext {
                    schemas: SchemaMap::default(),
                    ..self.ctx.clone()
                };
                compile(self.dialect, operation, &ctx)
            }
            SqlCommand::Raw(text) => Ok(one(Statement::new(text.clone()))),
        }
    }
}

/// The value of an option as it stands in SQL.
pub(crate) fn option_text(value: &OptionValue) -> String {
    match value {
        OptionValue::None => "None".to_owned(),
        OptionValue::Bool(true) => "True".to_owned(),
        OptionValue::Bool(false) => "False".to_owned(),
        OptionValue::Int(value) => value.to_string(),
        OptionValue::Str(text) => text.clone(),
        OptionValue::Expr(Expr::Text(text)) => text.text.clone(),
        OptionValue::Expr(Expr::Raw { text, .. }) => text.clone(),
        OptionValue::Expr(Expr::Column(column)) => column.name.clone(),
        OptionValue::Expr(_) | OptionValue::List(_) | OptionValue::Map(_) => String::new(),
    }
}

/// An option that holds a condition: an expression, or SQL as a string.
pub(crate) fn predicate(
    ddl: &Ddl<'_>,
    options: &Options,
    key: &str,
) -> Result<Option<String>, CompileError> {
    match options.get(key) {
        None | Some(OptionValue::None) => Ok(None),
        Some(OptionValue::Expr(expr)) => ddl.expr(expr).map(Some),
        Some(OptionValue::Str(text)) => ddl.expr(&Expr::text(text.clone())).map(Some),
        Some(OptionValue::Bool(true)) => ddl.expr(&Expr::True).map(Some),
        Some(OptionValue::Bool(false)) => ddl.expr(&Expr::False).map(Some),
        Some(other) => Ok(Some(option_text(other))),
    }
}
