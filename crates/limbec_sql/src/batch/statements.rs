//! The plan of a rebuild, and its statements.

use limbec_schema::{
    Column, Constraint, CreateIndex, CreateTable, DropTable, Expr, Index, IndexElement, Operation,
    Options, RenameTable, Table,
};

use super::rebuild::{Rebuild, Transfer};
use crate::ddl::{self, CompileContext};
use crate::{CompileError, Dialect, Statement};

/// How long the name of the temporary table may be: Alembic cuts it there.
const TEMP_NAME_LENGTH: usize = 50;

/// What a rebuild does, ready to be carried out or printed.
#[derive(Debug, Clone)]
pub(crate) struct RebuildPlan {
    /// CREATE TABLE.
    pub create: Vec<Statement>,
    /// INSERT ... SELECT; `None` where no column is left to copy.
    pub copy: Option<Statement>,
    /// DROP TABLE.
    pub drop: Vec<Statement>,
    /// ALTER TABLE ... RENAME TO.
    pub rename: Vec<Statement>,
    /// CREATE INDEX.
    pub indexes: Vec<Statement>,
    /// What the script's author should know.
    pub warnings: Vec<String>,
}

impl RebuildPlan {
    /// All statements in order.
    pub(crate) fn into_statements(self) -> Vec<Statement> {
        let mut all = self.create;
        all.extend(self.copy);
        all.extend(self.drop);
        all.extend(self.rename);
        all.extend(self.indexes);
        all
    }
}

/// The name that a table bears while it is rebuilt.
pub(crate) fn temp_name(table: &str) -> String {
    format!("_alembic_tmp_{table}")
        .chars()
        .take(TEMP_NAME_LENGTH)
        .collect()
}

impl Rebuild<'_> {
    /// The plan, when all operations are applied.
    pub(super) fn finish(mut self) -> Result<RebuildPlan, CompileError> {
        self.reorder()?;
        let constraints = self.constraints()?;
        let table = self.new_table(constraints);
        let dialect = self.ddl.dialect;
        // All names are final by now, and those of the temporary table must not be formed anew.
        let ctx = CompileContext {
            naming_convention: None,
            ..self.ddl.ctx.clone()
        };
        let compile = |operation: Operation| ddl::compile(dialect, &operation, &ctx);
        let old = &self.batch.table;
        let schema = &self.batch.schema;
        let mut indexes = Vec::new();
        for index in self.all_indexes()? {
            let operation = Operation::CreateIndex(CreateIndex {
                index,
                if_not_exists: false,
            });
            indexes.extend(compile(operation)?);
        }
        indexes.extend(self.verbatim_indexes.values().map(Statement::new));
        Ok(RebuildPlan {
            create: compile(Operation::CreateTable(CreateTable {
                table: table.clone(),
                if_not_exists: false,
            }))?,
            copy: self.copy(&table)?,
            drop: compile(Operation::DropTable(DropTable {
                name: old.clone(),
                schema: schema.clone(),
                ..DropTable::default()
            }))?,
            rename: compile(Operation::RenameTable(RenameTable {
                old_name: table.name.clone(),
                new_name: old.clone(),
                schema: schema.clone(),
            }))?,
            indexes,
            warnings: std::mem::take(&mut self.warnings),
        })
    }

    fn new_table(&self, mut constraints: Vec<Constraint>) -> Table {
        let mut columns: Vec<Column> = self.columns.values().cloned().collect();
        let mut key = None;
        // The key that was attached last is the table's.
        constraints.retain(|constraint| match constraint {
            Constraint::PrimaryKey(found) => {
                key = Some(found.clone());
                false
            }
            _ => true,
        });
        if let Some(mut key) = key {
            if key.columns.is_empty() {
                let flagged = columns.iter().filter(|column| column.primary_key);
                key.columns = flagged.map(|column| column.name.clone()).collect();
            }
            for column in &mut columns {
                column.primary_key = key.columns.contains(&column.name);
            }
            if !key.columns.is_empty() {
                constraints.insert(0, Constraint::PrimaryKey(key));
            }
        }
        let mut options: Options = self.batch.settings.table_kwargs.clone();
        for (name, value) in &self.table.options {
            options.entry(name.clone()).or_insert_with(|| value.clone());
        }
        Table {
            name: temp_name(&self.batch.table),
            schema: self.batch.schema.clone(),
            quote: None,
            columns,
            constraints,
            indexes: Vec::new(),
            comment: self.table.comment.clone(),
            prefixes: Vec::new(),
            options,
        }
    }

    fn all_indexes(&self) -> Result<Vec<Index>, CompileError> {
        let mut found = Vec::new();
        for index in self.indexes.values() {
            found.push(self.moved_index(index, false)?);
        }
        for index in self.new_indexes.values() {
            found.push(self.moved_index(index, true)?);
        }
        Ok(found)
    }

    /// The index over the new table. An old index over a column that is dropped is refused by the
    /// database, which names the column, as under Alembic.
    fn moved_index(&self, index: &Index, new: bool) -> Result<Index, CompileError> {
        let mut index = Index {
            table: self.batch.table.clone(),
            schema: self.batch.schema.clone(),
            ..index.clone()
        };
        for element in &mut index.elements {
            match element {
                IndexElement::Column(name) => match self.new_name(name) {
                    Some(new_name) => *name = new_name,
                    None if new => return Err(CompileError::no_such_column(name.clone())),
                    None => {}
                },
                IndexElement::Expr(expr) => rename_in(expr, &mut |name| {
                    if let Some(new_name) = self.new_name(name) {
                        *name = new_name;
                    }
                }),
            }
        }
        Ok(index)
    }

    /// `INSERT INTO new (...) SELECT ... FROM old`, in SQLAlchemy's layout. Generated columns fill
    /// themselves.
    fn copy(&self, table: &Table) -> Result<Option<Statement>, CompileError> {
        let dialect = self.ddl.dialect;
        let schema = self.batch.schema.as_deref();
        let old = dialect.qualified(schema, &self.batch.table);
        let mut targets = Vec::new();
        let mut sources = Vec::new();
        for (key, transfer) in &self.transfers {
            let (Some(transfer), Some(column)) = (transfer, self.columns.get(key)) else {
                continue;
            };
            if column.computed.is_some() {
                continue;
            }
            targets.push(dialect.quote_as(&column.name, column.quote));
            sources.push(source(dialect, &old, transfer)?);
        }
        if targets.is_empty() {
            return Ok(None);
        }
        Ok(Some(Statement::new(format!(
            "INSERT INTO {} ({}) SELECT {} \nFROM {old}",
            dialect.qualified(schema, &table.name),
            targets.join(", "),
            sources.join(", ")
        ))))
    }
}

/// The column of the old table, through the casts.
fn source(dialect: &dyn Dialect, old: &str, transfer: &Transfer) -> Result<String, CompileError> {
    let name = dialect.quote(&transfer.source);
    let mut text = format!("{old}.{name}");
    for sql_type in &transfer.casts {
        text = format!("CAST({text} AS {})", dialect.type_ddl(sql_type)?);
    }
    if !transfer.casts.is_empty() {
        text = format!("{text} AS {name}");
    }
    Ok(text)
}

/// Calls `change` with the name of every column in the expression.
pub(super) fn rename_in(expr: &mut Expr, change: &mut dyn FnMut(&mut String)) {
    match expr {
        Expr::Column(column) => change(&mut column.name),
        Expr::Unary { operand, .. }
        | Expr::Cast { operand, .. }
        | Expr::Coerce { operand, .. }
        | Expr::Label { operand, .. }
        | Expr::Collate { operand, .. }
        | Expr::Extract { operand, .. }
        | Expr::Nulls { operand, .. }
        | Expr::Group(operand) => rename_in(operand, change),
        Expr::Binary { left, right, .. } => {
            rename_in(left, change);
            rename_in(right, change);
        }
        Expr::Between {
            operand, low, high, ..
        } => {
            for part in [operand, low, high] {
                rename_in(part, change);
            }
        }
        Expr::And(parts) | Expr::Or(parts) | Expr::Tuple(parts) => {
            parts.iter_mut().for_each(|part| rename_in(part, change));
        }
        Expr::Function(call) => call
            .args
            .iter_mut()
            .for_each(|part| rename_in(part, change)),
        Expr::Case(case) => {
            for part in case.value.iter_mut().chain(case.otherwise.iter_mut()) {
                rename_in(part, change);
            }
            for (when, then) in &mut case.whens {
                rename_in(when, change);
                rename_in(then, change);
            }
        }
        // Text names no columns that could be told from other words, and a subquery is not part of
        // a constraint.
        _ => {}
    }
}
