//! Columns that are new or gone, and the types and NULLs of the others.

use limbec_schema::{
    AddColumn, AlterColumn, Change, Column, ColumnPosition, DropColumn, Operation, SqlType, Table,
};
use limbec_sql::compare::{TypePair, types_differ};

use super::super::hooks::{
    ColumnPair, CompareError, CompareLog, Hooks, NameKind, Object, Part, Side,
};
use super::super::model::is_nullable;
use super::super::render::type_repr;
use super::super::{Asked, Directive, ModifyTable};
use super::tables::Pair;
use super::{Comparison, Done};

/// So many pairs of types are noted as alike.
const MOST_ALIKE: usize = 32;

impl<H: Hooks> Comparison<'_, H> {
    /// Compares the columns of a table; answers the names of those in the database that count.
    pub(super) fn columns(
        &mut self,
        pair: &Pair<'_>,
        found: &Table,
        declared: &Table,
        modify: &mut ModifyTable,
    ) -> Result<Vec<String>, CompareError<H::Error>> {
        let mut known = Vec::new();
        for column in &found.columns {
            if self.includes_name(Some(&column.name), NameKind::Column, &pair.place())? {
                known.push(column.name.clone());
            }
        }
        let own: Vec<&Column> = declared.columns.iter().filter(|c| !c.system).collect();
        for column in own.iter().filter(|column| !known.contains(&column.name)) {
            self.added_column(pair, declared, column, modify)?;
        }
        let numbered = limbec_sql::ddl::autoincrement_column(self.dialect, declared)?;
        for column in &own {
            let Some(other) = found.column(&column.name) else {
                continue;
            };
            if !known.contains(&column.name) {
                continue;
            }
            let columns = ColumnPair {
                found_table: found,
                found: other,
                declared_table: declared,
                declared: column,
            };
            let is_numbered = numbered.as_deref() == Some(&column.name);
            self.existing_column(pair, columns, is_numbered, modify)?;
        }
        Ok(known)
    }

    fn added_column(
        &mut self,
        pair: &Pair<'_>,
        declared: &Table,
        column: &Column,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let object = Object {
            side: Side::Declared,
            table: declared,
            part: Part::Column(column),
        };
        if !self.includes(object, None)? {
            return Ok(());
        }
        modify
            .ops
            .push(Directive::Operation(Operation::AddColumn(AddColumn {
                table: pair.name.to_owned(),
                schema: pair.schema.map(str::to_owned),
                column: alone(declared, column),
                if_not_exists: false,
                inline_references: false,
                inline_primary_key: false,
                position: ColumnPosition::default(),
            })));
        let text = format!(
            "Detected added column '{}.{}'",
            pair.full_name(),
            column.name
        );
        self.log(CompareLog::Tables, &text)
    }

    pub(super) fn removed_columns(
        &mut self,
        pair: &Pair<'_>,
        found: &Table,
        declared: &Table,
        known: &[String],
        modify: &mut ModifyTable,
    ) -> Done<H> {
        for column in found.columns.iter().filter(|c| known.contains(&c.name)) {
            if declared.column(&column.name).is_some_and(|c| !c.system) {
                continue;
            }
            let object = Object {
                side: Side::Found,
                table: found,
                part: Part::Column(column),
            };
            if !self.includes(object, None)? {
                continue;
            }
            modify
                .ops
                .push(Directive::Operation(Operation::DropColumn(DropColumn {
                    table: pair.name.to_owned(),
                    schema: pair.schema.map(str::to_owned),
                    column: column.name.clone(),
                    original: Some(Box::new(alone(found, column))),
                    ..DropColumn::default()
                })));
            let name = pair.full_name();
            let text = format!("Detected removed column '{name}.{}'", column.name);
            self.log(CompareLog::Tables, &text)?;
        }
        Ok(())
    }

    fn existing_column(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        numbered: bool,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        if !self.includes(columns.declared_object(), Some(columns.found_object()))? {
            return Ok(());
        }
        let mut op = AlterColumn {
            table: pair.name.to_owned(),
            schema: pair.schema.map(str::to_owned),
            column: columns.declared.name.clone(),
            ..AlterColumn::default()
        };
        let plugins = self.settings.plugins;
        // The order of Alembic's priorities: what hooks say, what is the same for all databases,
        // and what the database's own rules say.
        let types_done = !plugins.types || self.types_by_hook(pair, columns, &mut op)?;
        let defaults_done = !plugins.defaults || self.default_by_hook(pair, columns, &mut op)?;
        if plugins.constraints {
            self.nullable(pair, columns, &mut op)?;
        }
        let defaults_done =
            defaults_done || self.generated_default(pair, columns, numbered, &mut op)?;
        if plugins.comments {
            self.column_comment(pair, columns, &mut op)?;
        }
        if !types_done {
            self.types_by_rules(pair, columns, &mut op)?;
        }
        if !defaults_done {
            self.default_by_rules(pair, columns, numbered, &mut op)?;
        }
        let changed = op.nullable.is_set()
            || op.server_default.is_set()
            || op.sql_type.is_some()
            || op.comment.is_set();
        if changed {
            let operation = Operation::AlterColumn(Box::new(op));
            modify.ops.push(Directive::Operation(operation));
        }
        Ok(())
    }

    /// The first part of the comparison of types; true where it is settled.
    fn types_by_hook(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Result<bool, CompareError<H::Error>> {
        if self.settings.types == Asked::No {
            return Ok(true);
        }
        if !self.have_types(pair, columns, op)? || self.settings.types == Asked::Rules {
            return Ok(false);
        }
        let answer = self
            .hooks
            .types_differ(columns)
            .map_err(CompareError::Hook)?;
        if answer == Some(true) {
            self.type_change(pair, columns, op)?;
        }
        Ok(answer.is_some())
    }

    fn types_by_rules(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Done<H> {
        let (found, declared) = (columns.found, columns.declared);
        if !self.have_types(pair, columns, op)? || !self.types_differ(found, declared)? {
            return Ok(());
        }
        let question = TypePair {
            schema: pair.schema,
            table: pair.name,
            found,
            declared,
        };
        let rules = self.dialect.compare();
        if let Some(query) = rules.same_type_query(self.dialect, &question)?
            && self.answers_true(query)?
        {
            return Ok(());
        }
        self.type_change(pair, columns, op)
    }

    /// Whether the rules say that the types differ. A schema has few different types: which are alike is noted.
    fn types_differ(
        &mut self,
        found: &Column,
        declared: &Column,
    ) -> Result<bool, CompareError<H::Error>> {
        let (found, declared) = (&found.sql_type, &declared.sql_type);
        let is_noted = |(a, b): &(SqlType, SqlType)| a == found && b == declared;
        if self.alike.iter().any(is_noted) {
            return Ok(false);
        }
        let differ = types_differ(self.dialect, found, declared)?;
        if !differ && self.alike.len() < MOST_ALIKE {
            self.alike.push((found.clone(), declared.clone()));
        }
        Ok(differ)
    }

    /// Whether both types are known.
    fn have_types(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Result<bool, CompareError<H::Error>> {
        op.existing.sql_type = Some(columns.found.sql_type.clone());
        let place = || format!("'{}.{}'", pair.name, columns.declared.name);
        if columns.found.sql_type == SqlType::Null {
            let text = format!("Couldn't determine database type for column {}", place());
            self.log(CompareLog::Types, &text)?;
            return Ok(false);
        }
        if columns.declared.sql_type == SqlType::Null {
            let place = place();
            let text = format!("Column {place} has no type within the model; can't compare");
            self.log(CompareLog::Types, &text)?;
            return Ok(false);
        }
        Ok(true)
    }

    fn type_change(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Done<H> {
        op.sql_type = Some(columns.declared.sql_type.clone());
        let text = format!(
            "Detected type change from {} to {} on '{}.{}'",
            type_repr(&columns.found.sql_type),
            type_repr(&columns.declared.sql_type),
            pair.name,
            columns.declared.name
        );
        self.log(CompareLog::Types, &text)
    }

    fn nullable(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Done<H> {
        let (found, declared) = (columns.found, columns.declared);
        let now = is_nullable(columns.found_table, found);
        let wanted = is_nullable(columns.declared_table, declared);
        op.existing.nullable = Some(now);
        let by_type = |column| self.dialect.compare().nullable_by_type(column);
        if now == wanted || (!now && by_type(found) && by_type(declared)) {
            return Ok(());
        }
        let computed = found.computed.is_some() || declared.computed.is_some();
        let identity = found.identity.is_some() || declared.identity.is_some();
        let text = if (computed && declared.nullable.is_none()) || identity {
            format!(
                "Ignoring nullable change on identity column '{}.{}'",
                pair.name, declared.name
            )
        } else {
            op.nullable = Change::Set(wanted);
            let word = if wanted { "NULL" } else { "NOT NULL" };
            format!(
                "Detected {word} on column '{}.{}'",
                pair.name, declared.name
            )
        };
        self.log(CompareLog::Constraints, &text)
    }
}

/// A column outside of its table: whether NULL is allowed is settled there.
fn alone(table: &Table, column: &Column) -> Column {
    Column {
        nullable: Some(is_nullable(table, column)),
        ..column.clone()
    }
}
