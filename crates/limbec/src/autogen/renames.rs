//! Renames: what `--rename` says, what looks like one, and who is asked.

use std::sync::Arc;

use limbec_schema::{Operation, Table};
use thiserror::Error;

use super::Directive;
use super::model::full_name;

/// A rename that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Rename {
    /// Of a table.
    Table {
        schema: Option<String>,
        old: String,
        new: String,
    },
    /// Of a column; the table is meant by its new name.
    Column {
        schema: Option<String>,
        table: String,
        old: String,
        new: String,
    },
    /// Of a value of an ENUM type.
    Value {
        schema: Option<String>,
        name: String,
        old: String,
        new: String,
    },
}

/// `--rename` as it was written: `old:new`, `table.old:table.new`, `type.old:type.new`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenameRequest {
    /// All of it.
    pub text: String,
    /// `table=`, `column=` or `value=` before it.
    pub kind: Option<RenameKind>,
    /// The parts of the old name.
    pub old: Vec<String>,
    /// The parts of the new name.
    pub new: Vec<String>,
}

/// What is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RenameKind {
    Table,
    Column,
    Value,
}

/// A rename that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RenameError {
    /// The form.
    #[error(
        "--rename {0}: write old:new for a table, table.old:table.new for a column, type.old:type.new for a value of an ENUM type"
    )]
    Form(String),
    /// Nothing of that name in the database.
    #[error("--rename {text}: the database has no {wanted}")]
    Unknown {
        /// The request.
        text: String,
        /// What was looked for.
        wanted: String,
    },
    /// The name means two things.
    #[error(
        "--rename {0} can mean a column and a value of an ENUM type: write column={0} or value={0}"
    )]
    Ambiguous(String),
    /// No such table.
    #[error("--rename: the database has no table {0}")]
    NoTable(String),
    /// No such column.
    #[error("--rename: the database has no column {0}")]
    NoColumn(String),
    /// The new name is taken.
    #[error("--rename: the database has a table {0} already")]
    TableExists(String),
    /// The new name is taken.
    #[error("--rename: the database has a column {0} already")]
    ColumnExists(String),
    /// The new name is taken.
    #[error("--rename: the ENUM type has a value {0} already, which is not renamed")]
    ValueExists(String),
    /// The new name is not one of the models.
    #[error("--rename: the models have no {0}")]
    NotDeclared(String),
}

impl RenameError {
    pub(super) fn no_table(schema: &Option<String>, name: &str) -> Self {
        Self::NoTable(full_name(schema.as_deref(), name))
    }
}

impl RenameRequest {
    /// Read `[KIND=]OLD:NEW`.
    ///
    /// # Errors
    /// Another form.
    pub fn parse(text: &str) -> Result<Self, RenameError> {
        let wrong = || RenameError::Form(text.to_owned());
        let (kind, names) = match text.split_once('=') {
            Some(("table", names)) => (Some(RenameKind::Table), names),
            Some(("column", names)) => (Some(RenameKind::Column), names),
            Some(("value", names)) => (Some(RenameKind::Value), names),
            _ => (None, text),
        };
        let (old, new) = names.split_once(':').ok_or_else(wrong)?;
        let parts = |name: &str| name.split('.').map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (parts(old), parts(new));
        let empty = old.iter().chain(&new).any(String::is_empty);
        // The new name of a column or a value may be given alone.
        let short = new.len() == 1;
        if empty || old.len() > 3 || (old.len() != new.len() && !short) {
            return Err(wrong());
        }
        Ok(Self {
            text: text.to_owned(),
            kind,
            old,
            new,
        })
    }

    /// What the request means for a database with these tables and values.
    ///
    /// # Errors
    /// Nothing of that name, or two things.
    pub(super) fn meant(
        &self,
        has_table: &dyn Fn(Option<&str>, &str) -> bool,
        has_column: &dyn Fn(Option<&str>, &str, &str) -> bool,
        has_value: &dyn Fn(Option<&str>, &str, &str) -> bool,
    ) -> Result<Rename, RenameError> {
        let new = self.new.last().cloned().unwrap_or_default();
        let wanted = |kind| self.kind.is_none() || self.kind == Some(kind);
        let mut found = Vec::new();
        let mut looked = Vec::new();
        if let [schema @ .., old] = self.old.as_slice()
            && schema.len() < 2
            && wanted(RenameKind::Table)
            && self.old.len() == self.new.len()
        {
            let schema = schema.first().map(String::as_str);
            looked.push(format!("table {}", full_name(schema, old)));
            if has_table(schema, old) {
                found.push(Rename::Table {
                    schema: schema.map(str::to_owned),
                    old: old.clone(),
                    new: new.clone(),
                });
            }
        }
        if let [schema @ .., owner, old] = self.old.as_slice() {
            let schema = schema.first().map(String::as_str);
            let place = full_name(schema, owner);
            // A column of a table that is renamed as well may be named by either name.
            let owners = [Some(owner), self.new.get(self.new.len().wrapping_sub(2))];
            if wanted(RenameKind::Column) {
                looked.push(format!("column {place}.{old}"));
                if let Some(table) = owners
                    .into_iter()
                    .flatten()
                    .find(|table| has_column(schema, table, old))
                {
                    found.push(Rename::Column {
                        schema: schema.map(str::to_owned),
                        table: self.new.iter().rev().nth(1).unwrap_or(table).clone(),
                        old: old.clone(),
                        new: new.clone(),
                    });
                }
            }
            if wanted(RenameKind::Value) {
                looked.push(format!("value {place}.{old}"));
                if has_value(schema, owner, old) {
                    found.push(Rename::Value {
                        schema: schema.map(str::to_owned),
                        name: owner.clone(),
                        old: old.clone(),
                        new,
                    });
                }
            }
        }
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (Some(_), Some(_)) => Err(RenameError::Ambiguous(self.text.clone())),
            (None, _) => Err(RenameError::Unknown {
                text: self.text.clone(),
                wanted: looked.join(" and no "),
            }),
        }
    }
}

/// Something new that may be something old under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The rename, if it is one.
    pub rename: Rename,
    /// `table 'clients'`
    pub new: String,
    /// `customers`
    pub old: String,
    /// The argument of `--rename`.
    pub argument: String,
}

/// Whoever is asked whether something was renamed.
#[derive(Clone)]
pub struct Asker(pub Arc<dyn Fn(&Candidate) -> bool + Send + Sync>);

impl std::fmt::Debug for Asker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asker")
    }
}

impl PartialEq for Asker {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What was renamed by the answers of whoever is asked; without anybody, hints. What was refused is not asked again.
pub fn answers(
    directives: &[Directive],
    asker: Option<&Asker>,
    refused: &mut Vec<String>,
    hint: &mut dyn FnMut(&str),
) -> Vec<Rename> {
    let mut renamed = Vec::new();
    let mut settled = Vec::new();
    for candidate in candidates(directives) {
        if settled.contains(&candidate.new) || settled.contains(&candidate.old) {
            continue;
        }
        match asker {
            Some(_) if refused.contains(&candidate.argument) => {}
            Some(asker) if (asker.0)(&candidate) => {
                settled.extend([candidate.new, candidate.old]);
                renamed.push(candidate.rename);
            }
            Some(_) => refused.push(candidate.argument),
            None => hint(&format!(
                "{} may be {} under a new name: --rename {} writes a rename",
                candidate.new, candidate.old, candidate.argument
            )),
        }
    }
    renamed
}

/// What looks like a rename among the differences: a new table with most columns of one that is gone, a new column of the
/// same type as one that is gone.
pub fn candidates(directives: &[Directive]) -> Vec<Candidate> {
    let mut tables_new: Vec<&Table> = Vec::new();
    let mut tables_old: Vec<&Table> = Vec::new();
    let mut found = Vec::new();
    for directive in directives {
        match directive {
            Directive::Operation(Operation::CreateTable(op)) => tables_new.push(&op.table),
            Directive::Operation(Operation::DropTable(op)) => {
                tables_old.extend(op.original.as_deref())
            }
            Directive::ModifyTable(modify) => column_candidates(&modify.ops, &mut found),
            _ => {}
        }
    }
    let mut pairs: Vec<(usize, &Table, &Table)> = Vec::new();
    for new in &tables_new {
        for old in tables_old.iter().filter(|old| old.schema == new.schema) {
            let shared = new
                .columns
                .iter()
                .filter(|column| old.column(&column.name).is_some())
                .count();
            let all = new.columns.len() + old.columns.len() - shared;
            // Columns called `id` make no likeness.
            if shared * 2 > all && (shared > 1 || all == 1) {
                pairs.push((shared * 100 / all, new, old));
            }
        }
    }
    pairs.sort_by_key(|(likeness, ..)| std::cmp::Reverse(*likeness));
    let tables = pairs.into_iter().map(|(_, new, old)| {
        let schema = new.schema.as_deref();
        Candidate {
            rename: Rename::Table {
                schema: new.schema.clone(),
                old: old.name.clone(),
                new: new.name.clone(),
            },
            new: format!("table '{}'", full_name(schema, &new.name)),
            old: full_name(schema, &old.name),
            argument: format!(
                "{}:{}",
                full_name(schema, &old.name),
                full_name(schema, &new.name)
            ),
        }
    });
    tables.chain(found).collect()
}

fn column_candidates(ops: &[Directive], found: &mut Vec<Candidate>) {
    for op in ops {
        let Directive::Operation(Operation::AddColumn(added)) = op else {
            continue;
        };
        for other in ops {
            let Directive::Operation(Operation::DropColumn(dropped)) = other else {
                continue;
            };
            let Some(original) = &dropped.original else {
                continue;
            };
            let same = std::mem::discriminant(&original.sql_type)
                == std::mem::discriminant(&added.column.sql_type);
            if !same {
                continue;
            }
            let place = full_name(added.schema.as_deref(), &added.table);
            let (old, new) = (&dropped.column, &added.column.name);
            found.push(Candidate {
                rename: Rename::Column {
                    schema: added.schema.clone(),
                    table: added.table.clone(),
                    old: old.clone(),
                    new: new.clone(),
                },
                new: format!("column '{place}.{new}'"),
                old: format!("{place}.{old}"),
                argument: format!("{place}.{old}:{place}.{new}"),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rename, RenameRequest};

    fn meant(text: &str) -> Result<Rename, String> {
        RenameRequest::parse(text)
            .and_then(|request| {
                request.meant(
                    &|_, table| table == "old",
                    &|_, table, column| table == "t" && column == "a",
                    &|_, name, value| (name == "mood" || name == "t") && value != "b",
                )
            })
            .map_err(|error| error.to_string())
    }

    #[test]
    fn requests_mean_what_the_database_has() {
        assert!(matches!(meant("old:new"), Ok(Rename::Table { .. })));
        assert!(matches!(meant("column=t.a:t.c"), Ok(Rename::Column { .. })));
        assert!(matches!(meant("column=t.a:c"), Ok(Rename::Column { .. })));
        assert!(matches!(
            meant("mood.sad:mood.glum"),
            Ok(Rename::Value { .. })
        ));
        assert!(meant("t.a:t.c").unwrap_err().contains("column=t.a:t.c"));
        assert!(meant("gone:new").unwrap_err().contains("no table gone"));
        assert!(meant("old").unwrap_err().contains("old:new"));
    }
}
