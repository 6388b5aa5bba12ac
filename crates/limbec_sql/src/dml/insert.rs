use limbec_schema::{
    Bind, Expr, FromItem, Insert, InsertSource, OnConflict, OnConflictAction, Select, SelectColumn,
    TableColumn,
};

use super::scope::Scope;
use super::select::Place;
use super::{Compiler, Cx};
use crate::CompileError;

/// A column and the value written into it.
type Assigned<'e> = Vec<(&'e TableColumn, Expr)>;

impl Compiler<'_> {
    pub(super) fn insert(&mut self, insert: &Insert) -> Result<String, CompileError> {
        self.stack.push(Scope::default());
        let result = self.insert_body(insert);
        self.stack.pop();
        let mut text = result?;
        text.insert_str(0, &self.with_clause(true));
        Ok(text)
    }

    fn insert_body(&mut self, insert: &Insert) -> Result<String, CompileError> {
        let mut text = format!("INSERT {}INTO ", self.prefixes(&insert.prefixes)?);
        let own = FromItem::Table(insert.table.clone());
        let name = self.table_name(&insert.table);
        let hint = self.table_hints(&insert.hints, Some(&own))?.pop();
        text.push_str(&match hint {
            Some((table, hint)) if table == own => self.answers.table_hint(name, &hint)?,
            _ => name,
        });
        self.added_ctes(&insert.ctes)?;
        let mut returning = insert.returning.clone();
        match &insert.source {
            InsertSource::Select { columns, select } => {
                text.push_str(&self.insert_from_select(insert, columns, select)?);
            }
            InsertSource::Rows(rows) => text.push_str(&self.insert_rows(insert, rows)?),
            InsertSource::Values(values) => {
                let assigned = self.assigned(insert, values)?;
                if returning.is_empty() {
                    returning = self.implicit_returning(insert, &assigned);
                }
                text.push_str(&self.insert_row(&assigned)?);
            }
            InsertSource::Defaults => text.push_str(&self.insert_parameters(insert)),
        }
        if let Some(conflict) = &insert.on_conflict {
            text.push(' ');
            text.push_str(&self.on_conflict(insert, conflict)?);
        }
        text.push_str(&self.returning(&returning)?);
        Ok(text)
    }

    /// The columns of the table that get a value, in the order of the table.
    fn assigned<'e>(
        &self,
        insert: &'e Insert,
        values: &[(String, Expr)],
    ) -> Result<Assigned<'e>, CompileError> {
        let unknown: Vec<&str> = values
            .iter()
            .map(|(key, _)| key.as_str())
            .filter(|key| !insert.columns.iter().any(|column| column.key == *key))
            .collect();
        if !unknown.is_empty() {
            return Err(unconsumed(&unknown));
        }
        Ok(insert
            .columns
            .iter()
            .filter_map(|column| {
                let given = values.iter().find(|(key, _)| *key == column.key);
                given
                    .map(|(_, value)| self.given_value(&column.key, value))
                    .or_else(|| {
                        column
                            .default
                            .as_ref()
                            .map(|value| self.client_default(column, value))
                    })
                    .map(|value| (column, value))
            })
            .collect())
    }

    /// A value that `values()` was given: inside a CTE it is not named after its column, whose name
    /// the statement around it may use.
    pub(super) fn given_value(&self, key: &str, value: &Expr) -> Expr {
        match value {
            Expr::Bind(bind) if bind.key == key && self.is_inside_cte() => set_value(value),
            other => other.clone(),
        }
    }

    /// A default that the client supplies: SQL as it is, a value under the name of its column.
    ///
    /// SQLAlchemy knows such a value only when it executes the statement, so that a statement whose
    /// values are written out has NULL in its place.
    pub(super) fn client_default(&self, column: &TableColumn, default: &Expr) -> Expr {
        match default {
            Expr::Bind(bind) => Expr::Bind(Bind {
                key: column.key.clone(),
                anonymous: false,
                value: bind.value.clone().filter(|_| !self.is_literal()),
                sql_type: column.sql_type.clone(),
                ..bind.clone()
            }),
            other => other.clone(),
        }
    }

    fn insert_row(&mut self, assigned: &Assigned<'_>) -> Result<String, CompileError> {
        if assigned.is_empty() {
            return Ok(self.answers.default_values().to_owned());
        }
        let names = self.column_names(assigned);
        let values = assigned
            .iter()
            .map(|(_, value)| self.assigned_value(value))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" ({names}) VALUES ({})", values.join(", ")))
    }

    /// A parameter for every column: an INSERT that says nothing of its values.
    fn insert_parameters(&mut self, insert: &Insert) -> String {
        if insert.columns.is_empty() {
            return self.answers.default_values().to_owned();
        }
        let mut names = Vec::with_capacity(insert.columns.len());
        let mut values = Vec::with_capacity(insert.columns.len());
        for column in &insert.columns {
            names.push(self.dialect.quote_as(&column.name, column.quote));
            values.push(self.slot(column.key.clone(), None, column.sql_type.clone()));
        }
        format!(" ({}) VALUES ({})", names.join(", "), values.join(", "))
    }

    fn insert_rows(
        &mut self,
        insert: &Insert,
        rows: &[Vec<(String, Expr)>],
    ) -> Result<String, CompileError> {
        let Some(first) = rows.first() else {
            return self.insert_row(&Vec::new());
        };
        let pattern = self.assigned(insert, first)?;
        let names = self.column_names(&pattern);
        let mut texts = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let values = pattern
                .iter()
                .map(|(column, default)| {
                    let given = row.iter().find(|(key, _)| *key == column.key);
                    let was_given = first.iter().any(|(key, _)| *key == column.key);
                    match given {
                        Some((_, value)) => {
                            let value = self.given_value(&column.key, value);
                            self.assigned_value(&row_value(&value, index))
                        }
                        None if was_given => Err(CompileError::compile(format!(
                            "INSERT value for column {}.{} is explicitly rendered as a \
                             boundparameter in the VALUES clause; a Python-side value or SQL \
                             expression is required",
                            insert.table.name, column.name
                        ))),
                        // A default of the first row is named after its column alone.
                        None if index == 0 => self.assigned_value(default),
                        None => self.assigned_value(&row_value(default, index)),
                    }
                })
                .collect::<Result<Vec<_>, _>>()?;
            texts.push(format!("({})", values.join(", ")));
        }
        Ok(format!(" ({names}) VALUES {}", texts.join(", ")))
    }

    fn insert_from_select(
        &mut self,
        insert: &Insert,
        keys: &[String],
        select: &Select,
    ) -> Result<String, CompileError> {
        let mut names = Vec::new();
        for key in keys {
            let column = insert
                .columns
                .iter()
                .find(|column| column.key == *key)
                .ok_or_else(|| unconsumed(&[key.as_str()]))?;
            names.push(self.dialect.quote_as(&column.name, column.quote));
        }
        let mut select = select.clone();
        for column in &insert.columns {
            if let (Some(default), false) = (&column.default, keys.contains(&column.key)) {
                names.push(self.dialect.quote_as(&column.name, column.quote));
                select.columns.push(SelectColumn {
                    expr: default.clone(),
                });
            }
        }
        let place = Place {
            embedded: true,
            ..Place::default()
        };
        let text = self.select(&select, place)?;
        let with = if self.answers.cte_follows_insert() && self.stack.len() == 1 {
            let outer = self.stack.pop();
            let with = self.with_clause(true);
            self.stack.extend(outer);
            with
        } else {
            String::new()
        };
        Ok(format!(" ({}) {with}{text}", names.join(", ")))
    }

    fn column_names(&self, assigned: &Assigned<'_>) -> String {
        let names: Vec<String> = assigned
            .iter()
            .map(|(column, _)| self.dialect.quote_as(&column.name, column.quote))
            .collect();
        names.join(", ")
    }

    /// A value in VALUES or SET: operators stand in parentheses.
    pub(super) fn assigned_value(&mut self, value: &Expr) -> Result<String, CompileError> {
        self.self_grouped(value, Cx::default())
    }

    /// The primary key columns that the server is asked to return, because SQLAlchemy cannot know them.
    fn implicit_returning(&self, insert: &Insert, assigned: &Assigned<'_>) -> Vec<SelectColumn> {
        if insert.inline || self.stack.len() > 1 || !self.answers.implicit_returning() {
            return Vec::new();
        }
        let numbered = insert
            .columns
            .iter()
            .any(|c| c.primary_key && c.server_filled);
        if numbered && self.answers.tells_lastrowid() {
            return Vec::new();
        }
        insert
            .columns
            .iter()
            .filter(|column| column.primary_key)
            .filter(
                |column| match assigned.iter().find(|(given, _)| given.key == column.key) {
                    Some((_, value)) => !matches!(value, Expr::Bind(_)),
                    None => column.server_filled,
                },
            )
            .map(|column| {
                SelectColumn::from(Expr::Column(limbec_schema::ColumnRef {
                    table: Some(std::sync::Arc::new(limbec_schema::FromItem::Table(
                        insert.table.clone(),
                    ))),
                    name: column.name.clone(),
                    sql_type: column.sql_type.clone(),
                    quote: column.quote,
                    anonymous: None,
                }))
            })
            .collect()
    }

    fn on_conflict(
        &mut self,
        insert: &Insert,
        conflict: &OnConflict,
    ) -> Result<String, CompileError> {
        let (construct, known) = match &conflict.action {
            OnConflictAction::DuplicateKeyUpdate(_) => (
                "mysql.dml.OnDuplicateClause",
                !self.answers.has_on_conflict(),
            ),
            OnConflictAction::Nothing => (
                "postgresql.dml.OnConflictDoNothing",
                self.answers.has_on_conflict(),
            ),
            OnConflictAction::Update { .. } => (
                "postgresql.dml.OnConflictDoUpdate",
                self.answers.has_on_conflict(),
            ),
        };
        if !known {
            return Err(CompileError::cannot_render(
                self.answers.compiler_name(),
                &format!("<class 'sqlalchemy.dialects.{construct}'>"),
            ));
        }
        let (set, filter) = match &conflict.action {
            OnConflictAction::DuplicateKeyUpdate(set) => {
                let set = self.conflict_set(insert, set, Cx::default())?;
                return Ok(format!("ON DUPLICATE KEY UPDATE {set}"));
            }
            OnConflictAction::Nothing => (None, None),
            OnConflictAction::Update { set, filter } => (Some(set), filter.as_ref()),
        };
        let target = self.conflict_target(conflict)?;
        let Some(set) = set else {
            return Ok(if target.is_empty() {
                "ON CONFLICT DO NOTHING".to_owned()
            } else {
                format!("ON CONFLICT {target} DO NOTHING")
            });
        };
        let cx = Cx {
            use_schema: false,
            ..Cx::default()
        };
        let mut text = self.conflict_set(insert, set, cx)?;
        if let Some(filter) = filter {
            text.push_str(&format!(" WHERE {}", self.expr(filter, cx)?));
        }
        Ok(format!("ON CONFLICT {target} DO UPDATE SET {text}"))
    }

    fn conflict_target(&mut self, conflict: &OnConflict) -> Result<String, CompileError> {
        if let Some(constraint) = conflict
            .constraint
            .as_ref()
            .filter(|_| self.answers.has_constraint_target())
        {
            return Ok(format!("ON CONSTRAINT {}", self.dialect.quote(constraint)));
        }
        if conflict.columns.is_empty() {
            return Ok(String::new());
        }
        let cx = Cx {
            include_table: false,
            use_schema: false,
            literal: self.answers.literal_conflict_where(),
            ..Cx::default()
        };
        let mut target = format!("({})", self.list(&conflict.columns, cx)?);
        if let Some(filter) = &conflict.index_where {
            target.push_str(&format!(" WHERE {}", self.expr(filter, cx)?));
        }
        Ok(target)
    }

    /// `a = 1, b = 2`: in the order of the table, then what the table does not have.
    fn conflict_set(
        &mut self,
        insert: &Insert,
        set: &[(String, Expr)],
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut texts = Vec::new();
        for column in &insert.columns {
            if let Some((_, value)) = set.iter().find(|(key, _)| *key == column.key) {
                let name = self.dialect.quote_as(&column.name, column.quote);
                let value = set_value(value);
                texts.push(format!("{name} = {}", self.self_grouped(&value, cx)?));
            }
        }
        for (key, value) in set {
            if !insert.columns.iter().any(|column| column.key == *key) {
                let name = self.dialect.quote(key);
                texts.push(format!("{name} = {}", self.expr(value, cx)?));
            }
        }
        Ok(texts.join(", "))
    }
}

/// The parameters of the rows of one INSERT are numbered: `name_m0`, `name_m1`.
fn row_value(value: &Expr, index: usize) -> Expr {
    match value {
        Expr::Bind(bind) if !bind.anonymous => Expr::Bind(Bind {
            key: format!("{}_m{index}", bind.key),
            ..bind.clone()
        }),
        other => other.clone(),
    }
}

/// The values of an upsert are not named after their columns: those names are taken.
fn set_value(value: &Expr) -> Expr {
    match value {
        Expr::Bind(bind) if !bind.anonymous => Expr::Bind(Bind {
            key: "param".to_owned(),
            anonymous: true,
            ..bind.clone()
        }),
        other => other.clone(),
    }
}

/// Keys that the table does not have.
pub(super) fn unconsumed(keys: &[&str]) -> CompileError {
    CompileError::compile(format!("Unconsumed column names: {}", keys.join(", ")))
}
