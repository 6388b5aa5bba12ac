use crate::{
    Column, Constraint, CreateTable, DropTable, ExecuteSql, NamedType, Operation, PgType,
    SqlCommand, SqlType, Table,
};

/// `schema_translate_map`: which schema stands for which, where a connection or a statement says so.
///
/// What SQLAlchemy writes is translated; what Alembic writes by itself (`ALTER TABLE ... ADD COLUMN`,
/// renames, comments of a column that is altered) is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchemaMap(Vec<(Option<String>, Option<String>)>);

impl SchemaMap {
    /// A map of pairs; `None` stands for "no schema".
    pub fn new(pairs: Vec<(Option<String>, Option<String>)>) -> Self {
        SchemaMap(pairs)
    }

    /// The pairs.
    pub fn pairs(&self) -> &[(Option<String>, Option<String>)] {
        &self.0
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands for a schema.
    pub fn of<'s>(&'s self, schema: Option<&'s str>) -> Option<&'s str> {
        self.0
            .iter()
            .find(|(from, _)| from.as_deref() == schema)
            .map_or(schema, |(_, to)| to.as_deref())
    }

    fn apply(&self, schema: &mut Option<String>) {
        *schema = self.of(schema.as_deref()).map(str::to_owned);
    }

    /// The operation as it is written under this map.
    pub fn operation(&self, operation: &Operation) -> Operation {
        let mut made = operation.clone();
        if !self.is_empty() {
            self.change(&mut made);
        }
        made
    }

    fn change(&self, operation: &mut Operation) {
        match operation {
            Operation::CreateTable(CreateTable { table, .. }) => self.table(table),
            Operation::DropTable(DropTable {
                schema, original, ..
            }) => {
                self.apply(schema);
                if let Some(table) = original {
                    self.table(table);
                }
            }
            // The table itself is named by Alembic; what `ADD COLUMN` brings along is SQLAlchemy's,
            // and translated where it is compiled.
            Operation::AddColumn(op) => self.sql_type(&mut op.column.sql_type),
            Operation::AlterColumn(op) => {
                if let Some(sql_type) = &mut op.sql_type {
                    self.sql_type(sql_type);
                }
            }
            Operation::CreateIndex(op) => self.apply(&mut op.index.schema),
            Operation::DropIndex(op) => self.apply(&mut op.schema),
            Operation::AddConstraint(op) => {
                self.apply(&mut op.schema);
                self.constraint(&mut op.constraint);
            }
            Operation::DropConstraint(op) => self.apply(&mut op.schema),
            Operation::TableComment(op) => self.apply(&mut op.schema),
            Operation::DropTableComment(op) => self.apply(&mut op.schema),
            Operation::Execute(ExecuteSql { command }) => self.command(command),
            // Rows and statements are translated by the compiler of statements; the operations of a
            // batch come here one by one.
            Operation::BulkInsert(_)
            | Operation::RenameTable(_)
            | Operation::DropColumn(_)
            | Operation::Batch(_) => {}
        }
    }

    fn command(&self, command: &mut SqlCommand) {
        match command {
            SqlCommand::CreateSequence { sequence, .. }
            | SqlCommand::DropSequence { sequence, .. } => self.apply(&mut sequence.schema),
            SqlCommand::CreateType(named) | SqlCommand::DropType(named) => match named {
                NamedType::Enum(found) => self.apply(&mut found.schema),
                NamedType::Domain(found) => self.apply(&mut found.schema),
            },
            SqlCommand::BuildTable(table) | SqlCommand::CreateTable { table, .. } => {
                self.table(table);
            }
            SqlCommand::Comment { on, .. } => match on {
                crate::Commented::Column { schema, .. }
                | crate::Commented::Constraint { schema, .. } => self.apply(schema),
            },
            SqlCommand::Ddl(operation) => self.change(operation),
            SqlCommand::Statement(_)
            | SqlCommand::CreateSchema { .. }
            | SqlCommand::DropSchema { .. }
            | SqlCommand::Raw(_) => {}
        }
    }

    /// A table with all that is declared inside it.
    pub fn table(&self, table: &mut Table) {
        self.apply(&mut table.schema);
        for column in &mut table.columns {
            self.column(column);
        }
        for constraint in &mut table.constraints {
            self.constraint(constraint);
        }
        for index in &mut table.indexes {
            self.apply(&mut index.schema);
        }
    }

    fn column(&self, column: &mut Column) {
        self.sql_type(&mut column.sql_type);
        for key in &mut column.foreign_keys {
            self.apply(&mut key.ref_schema);
        }
        if let Some(sequence) = &mut column.sequence {
            self.apply(&mut sequence.schema);
        }
    }

    fn constraint(&self, constraint: &mut Constraint) {
        if let Constraint::ForeignKey(key) = constraint {
            self.apply(&mut key.ref_schema);
        }
    }

    /// A type: those of PostgreSQL that have a name have a schema.
    pub fn sql_type(&self, sql_type: &mut SqlType) {
        match sql_type {
            SqlType::Enum(found) if !found.inherit_schema => self.apply(&mut found.schema),
            SqlType::Postgres(PgType::Domain(domain)) if !domain.inherit_schema => {
                self.apply(&mut domain.schema);
            }
            SqlType::Array(array) => self.sql_type(&mut array.item),
            SqlType::Variant(variant) => {
                self.sql_type(&mut variant.base);
                for (_, own) in &mut variant.variants {
                    self.sql_type(own);
                }
            }
            SqlType::Decorated(decorated) => {
                self.sql_type(&mut decorated.base);
                for (_, own) in &mut decorated.by_dialect {
                    self.sql_type(own);
                }
            }
            _ => {}
        }
    }
}
