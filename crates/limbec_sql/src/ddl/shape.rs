//! A table as SQLAlchemy's `Table` holds it once all its parts are attached.

use std::collections::HashSet;

use limbec_schema::build::Affinity;
use limbec_schema::{
    Autoincrement, CheckConstraint, Column, Constraint, ConstraintName, Expr, ForeignKeyConstraint,
    Index, IndexElement, InlineForeignKey, Options, PrimaryKeyConstraint, SqlType, Table, Timing,
    UniqueConstraint,
};

use super::Ddl;
use crate::CompileError;

/// A table with its constraints in the order in which SQLAlchemy writes them.
#[derive(Debug, Clone, Default)]
pub struct TableShape {
    pub(crate) name: String,
    pub(crate) quote: Option<bool>,
    pub(crate) schema: Option<String>,
    pub(crate) columns: Vec<Column>,
    pub(crate) primary_key: PrimaryKeyConstraint,
    /// The key was made of `primary_key=True` columns and not declared.
    pub(crate) implicit_key: bool,
    pub(crate) constraints: Vec<BoundConstraint>,
    pub(crate) indexes: Vec<Index>,
    pub(crate) comment: Option<String>,
    pub(crate) prefixes: Vec<String>,
    pub(crate) options: Options,
}

/// A constraint, and whether a type made it (then databases that have the type do without).
#[derive(Debug, Clone)]
pub(crate) struct BoundConstraint {
    pub(crate) constraint: Constraint,
    pub(crate) type_bound: bool,
}

impl TableShape {
    /// A table of which only the name matters.
    pub(crate) fn bare(name: &str, schema: Option<&str>) -> Self {
        TableShape {
            name: name.to_owned(),
            schema: schema.map(str::to_owned),
            ..TableShape::default()
        }
    }

    /// Attaches the parts of a table to one another.
    ///
    /// Declared constraints come first, because scripts make them before the table; then, column by
    /// column, those that columns bring along: `unique=True`, the CHECK of a type, foreign keys.
    pub(crate) fn build(ddl: &Ddl<'_>, table: &Table) -> Result<Self, CompileError> {
        let mut shape = TableShape {
            name: table.name.clone(),
            quote: table.quote,
            schema: table.schema.clone(),
            columns: table.columns.clone(),
            implicit_key: true,
            comment: table.comment.clone(),
            prefixes: table.prefixes.clone(),
            options: table.options.clone(),
            ..TableShape::default()
        };
        shape.check_duplicates()?;
        shape.attach_primary_key(table)?;
        for constraint in &table.constraints {
            shape.check_columns(constraint)?;
            if !matches!(constraint, Constraint::PrimaryKey(_)) {
                shape.bind(constraint.clone(), false);
            }
        }
        for column in &table.columns {
            shape.attach_column(ddl, column)?;
        }
        shape.add_missing_targets();
        for index in &table.indexes {
            shape.indexes.push(Index {
                table: table.name.clone(),
                schema: table.schema.clone(),
                ..index.clone()
            });
        }
        Ok(shape)
    }

    /// A foreign key to a column of this same table that is not there: Alembic adds the column, which
    /// then fails for want of a type.
    fn add_missing_targets(&mut self) {
        let mut missing: Vec<String> = Vec::new();
        for bound in &self.constraints {
            let Constraint::ForeignKey(key) = &bound.constraint else {
                continue;
            };
            if key.ref_table == self.name && key.ref_schema == self.schema {
                let absent =
                    |name: &&String| self.column(name).is_none() && !missing.contains(name);
                let absent: Vec<String> = key.ref_columns.iter().filter(absent).cloned().collect();
                missing.extend(absent);
            }
        }
        self.columns.extend(
            missing
                .into_iter()
                .map(|name| Column::new(name, SqlType::Null)),
        );
    }

    fn bind(&mut self, constraint: Constraint, type_bound: bool) {
        self.constraints.push(BoundConstraint {
            constraint,
            type_bound,
        });
    }

    fn check_duplicates(&self) -> Result<(), CompileError> {
        let mut seen = HashSet::new();
        match self.columns.iter().find(|c| !seen.insert(c.name.as_str())) {
            None => Ok(()),
            Some(column) => Err(CompileError::DuplicateColumn {
                column: column.name.clone(),
                table: self.name.clone(),
            }),
        }
    }

    /// A declared key names its columns, or takes those that are flagged; where both are there and
    /// disagree, the declared one wins.
    fn attach_primary_key(&mut self, table: &Table) -> Result<(), CompileError> {
        let flagged: Vec<String> = self
            .columns
            .iter()
            .filter(|column| column.primary_key)
            .map(|column| column.name.clone())
            .collect();
        let declared = table.constraints.iter().rev().find_map(|c| match c {
            Constraint::PrimaryKey(key) => Some(key.clone()),
            _ => None,
        });
        let Some(mut key) = declared else {
            self.primary_key.columns = flagged;
            return Ok(());
        };
        self.check_columns(&Constraint::PrimaryKey(key.clone()))?;
        self.implicit_key = false;
        for column in &mut self.columns {
            if key.columns.contains(&column.name) {
                column.primary_key = true;
            }
        }
        if key.columns.is_empty() {
            key.columns = flagged;
        }
        self.primary_key = key;
        Ok(())
    }

    fn check_columns(&self, constraint: &Constraint) -> Result<(), CompileError> {
        let (class, columns) = match constraint {
            Constraint::PrimaryKey(c) => ("PrimaryKeyConstraint", &c.columns),
            Constraint::Unique(c) => ("UniqueConstraint", &c.columns),
            Constraint::ForeignKey(c) => ("ForeignKeyConstraint", &c.columns),
            Constraint::Check(_) | Constraint::Exclude(_) => return Ok(()),
        };
        match columns.iter().find(|name| self.column(name).is_none()) {
            None => Ok(()),
            Some(name) => Err(CompileError::ConstraintColumn {
                constraint: class,
                table: self.name.clone(),
                column: name.clone(),
            }),
        }
    }

    fn attach_column(&mut self, ddl: &Ddl<'_>, column: &Column) -> Result<(), CompileError> {
        if column.index {
            self.indexes.push(Index {
                table: self.name.clone(),
                schema: self.schema.clone(),
                elements: vec![IndexElement::Column(column.name.clone())],
                unique: column.unique,
                ..Index::default()
            });
        } else if column.unique {
            self.bind(
                Constraint::Unique(UniqueConstraint {
                    columns: vec![column.name.clone()],
                    ..UniqueConstraint::default()
                }),
                false,
            );
        }
        if let Some(check) = type_check(ddl, column)? {
            self.bind(Constraint::Check(check), true);
        }
        for key in &column.foreign_keys {
            self.bind(
                Constraint::ForeignKey(foreign_key_of(&column.name, key)),
                false,
            );
        }
        Ok(())
    }

    /// The column of that name.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether NULL is allowed in a column of this table.
    pub(crate) fn nullable(&self, column: &Column) -> bool {
        column
            .nullable
            .unwrap_or(!column.primary_key && column.identity.is_none())
    }

    /// Whether the column refers to another table, by itself or by a constraint of the table.
    pub(crate) fn has_foreign_key(&self, column: &Column) -> bool {
        self.constraints
            .iter()
            .any(|bound| match &bound.constraint {
                Constraint::ForeignKey(key) => key.columns.contains(&column.name),
                _ => false,
            })
    }

    /// The column that the server numbers.
    ///
    /// # Errors
    /// `autoincrement=True` of a column that cannot count, or of two columns.
    pub(crate) fn autoincrement(&self, ddl: &Ddl<'_>) -> Result<Option<&str>, CompileError> {
        let key: Vec<&Column> = self
            .primary_key
            .columns
            .iter()
            .filter_map(|name| self.column(name))
            .collect();
        if let [column] = key[..] {
            return Ok(match column.autoincrement {
                Autoincrement::On => {
                    self.can_count(ddl, column, true)?;
                    Some(&column.name)
                }
                Autoincrement::Off => None,
                Autoincrement::Auto | Autoincrement::IgnoreForeignKey => {
                    self.can_count(ddl, column, false)?.then_some(&column.name)
                }
            });
        }
        let mut found: Option<&Column> = None;
        for column in key {
            if column.autoincrement != Autoincrement::On {
                continue;
            }
            self.can_count(ddl, column, true)?;
            if let Some(earlier) = found {
                return Err(CompileError::Argument {
                    message: format!(
                        "Only one Column may be marked autoincrement=True, found both {} and {}.",
                        column.name, earlier.name
                    ),
                });
            }
            found = Some(column);
        }
        Ok(found.map(|column| column.name.as_str()))
    }

    fn can_count(&self, ddl: &Ddl<'_>, column: &Column, asked: bool) -> Result<bool, CompileError> {
        if !matches!(
            column.sql_type.affinity(),
            Affinity::Integer | Affinity::Numeric
        ) {
            if !asked {
                return Ok(false);
            }
            return Err(CompileError::Argument {
                message: format!(
                    "Column type {} on column '{}.{}' is not compatible with autoincrement=True",
                    generic_name(ddl, &column.sql_type),
                    self.name,
                    column.name
                ),
            });
        }
        Ok(asked
            || !(has_default(column)
                || (column.autoincrement == Autoincrement::Auto && self.has_foreign_key(column))))
    }
}

fn has_default(column: &Column) -> bool {
    column.client_default || column.server_default.is_some() || column.computed.is_some()
}

/// What [`TableShape::autoincrement`] answers for a table with the usual key, one number of which nothing is said; `None` for
/// any other, which needs the whole shape.
pub(super) fn usual_autoincrement(table: &Table) -> Option<Option<&str>> {
    let mut declared = table.constraints.iter().filter_map(|c| match c {
        Constraint::PrimaryKey(key) => Some(key),
        _ => None,
    });
    let (Some(key), None) = (declared.next(), declared.next()) else {
        return None;
    };
    let [name] = key.columns.as_slice() else {
        return None;
    };
    let column = table.column(name)?;
    let refers = table.constraints.iter().any(|constraint| match constraint {
        Constraint::ForeignKey(key) => key.columns.contains(name),
        _ => false,
    });
    let is_usual = column.autoincrement == Autoincrement::Auto
        && column.sql_type.affinity() == Affinity::Integer
        && column.foreign_keys.is_empty()
        && !refers
        && !has_default(column);
    is_usual.then_some(Some(&column.name))
}

/// The constraint that `ForeignKey` inside a column stands for.
pub fn foreign_key_of(column: &str, key: &InlineForeignKey) -> ForeignKeyConstraint {
    ForeignKeyConstraint {
        name: key.name.clone(),
        columns: vec![column.to_owned()],
        ref_schema: key.ref_schema.clone(),
        ref_table: key.ref_table.clone(),
        ref_columns: vec![key.ref_column.clone().unwrap_or_else(|| column.to_owned())],
        ondelete: key.ondelete.clone(),
        onupdate: key.onupdate.clone(),
        match_type: key.match_type.clone(),
        timing: key.timing.clone(),
        use_alter: key.use_alter,
        comment: None,
        options: key.options.clone(),
    }
}

/// The CHECK that a type brings along on databases that do not have the type.
pub(crate) fn type_check(
    ddl: &Ddl<'_>,
    column: &Column,
) -> Result<Option<CheckConstraint>, CompileError> {
    let features = ddl.dialect.features();
    let (name, values): (&ConstraintName, Vec<String>) =
        match column.sql_type.for_dialect(ddl.dialect.name()) {
            SqlType::Boolean(t) if t.create_constraint && !features.native_boolean => {
                (&t.name, vec!["0".to_owned(), "1".to_owned()])
            }
            SqlType::Enum(t) if t.create_constraint && !(t.native_enum && features.native_enum) => {
                let values: Result<Vec<String>, CompileError> =
                    t.values.iter().map(|value| ddl.string(value)).collect();
                (&t.name, values?)
            }
            _ => return Ok(None),
        };
    let text = format!(
        "{} IN ({})",
        ddl.dialect.quote_as(&column.name, column.quote),
        values.join(", ")
    );
    Ok(Some(CheckConstraint {
        name: name.clone(),
        expr: Expr::Raw {
            text,
            sql_type: SqlType::Null,
        },
        timing: Timing::default(),
        comment: None,
        options: Options::new(),
        type_bound: Some(column.name.clone()),
    }))
}

/// The type as Python shows it: by the rules that no database has changed.
fn generic_name(ddl: &Ddl<'_>, sql_type: &SqlType) -> String {
    let plain = crate::dialect("sqlite").unwrap_or(ddl.dialect);
    plain
        .type_ddl(sql_type)
        .or_else(|_| ddl.dialect.type_ddl(sql_type))
        .unwrap_or_default()
}
