//! Which tables are new, gone, or on both sides.

use std::collections::HashMap;

use limbec_schema::{CreateTable, DropTable, Operation, Table};

use super::super::hooks::{
    CompareError, CompareLog, Hooks, NameKind, NamePlace, Object, Part, Side,
};
use super::super::model::{drop_order, full_name};
use super::super::{Directive, Model, ModifyTable};
use super::{Comparison, Done, Found};
use crate::config::pytext::repr;

/// A table by schema, as the database has it, and name.
type Key<'a> = (Option<&'a str>, &'a str);

/// A table on both sides, or on one.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub schema: Option<&'a str>,
    pub name: &'a str,
    pub found: Option<&'a Table>,
    pub declared: Option<&'a Table>,
}

impl Pair<'_> {
    pub fn full_name(&self) -> String {
        full_name(self.schema, self.name)
    }

    pub fn place(&self) -> NamePlace<'_> {
        NamePlace::Table {
            schema: self.schema,
            table: self.name,
        }
    }
}

impl<H: Hooks> Comparison<'_, H> {
    pub(super) fn tables(
        &mut self,
        model: &Model,
        found: &Found,
        default_schema: Option<&str>,
    ) -> Result<Vec<Directive>, CompareError<H::Error>> {
        let mut directives = Vec::new();
        if !self.settings.plugins.tables {
            return Ok(directives);
        }
        let found = self.included_tables(found)?;
        let by_key: HashMap<Key<'_>, &Table> =
            found.iter().map(|(key, table)| (*key, *table)).collect();
        let version = &self.settings.version_table;
        let declared: Vec<(Key<'_>, &Table)> = model
            .tables
            .iter()
            .filter(|table| (&table.schema, &table.name) != (&version.0, &version.1))
            .map(|table| {
                let schema = table.schema.as_deref();
                let schema = schema.filter(|schema| Some(*schema) != default_schema);
                ((schema, table.name.as_str()), table)
            })
            .collect();
        for (key, table) in &declared {
            if !by_key.contains_key(key) {
                self.added_table(*key, table, &mut directives)?;
            }
        }
        let known: HashMap<Key<'_>, &Table> = declared.iter().copied().collect();
        let gone: Vec<&Table> = found
            .iter()
            .filter(|(key, _)| !known.contains_key(key))
            .map(|(_, table)| *table)
            .collect();
        let (foreign, gone): (Vec<&Table>, Vec<&Table>) = gone
            .into_iter()
            .partition(|table| self.is_foreign(&table.name));
        for table in foreign {
            let name = full_name(table.schema.as_deref(), &table.name);
            self.foreign.push(format!("table {name}"));
        }
        for table in drop_order(&gone) {
            self.removed_table(table, &mut directives)?;
        }
        let mut both: Vec<(Key<'_>, &Table, &Table)> = found
            .iter()
            .filter_map(|(key, table)| known.get(key).map(|declared| (*key, *table, *declared)))
            .collect();
        both.sort_by_key(|(key, ..)| (key.0.unwrap_or_default(), key.1));
        for (key, found, declared) in both {
            self.existing_table(key, found, declared, &mut directives)?;
        }
        Ok(directives)
    }

    /// The tables of the database that count.
    fn included_tables<'t>(
        &mut self,
        found: &'t Found,
    ) -> Result<Vec<(Key<'t>, &'t Table)>, CompareError<H::Error>> {
        let mut included = Vec::new();
        for (schema, tables) in found {
            let schema = schema.as_deref();
            for table in tables.tables.values() {
                let version = &self.settings.version_table;
                if schema == version.0.as_deref() && table.name == version.1 {
                    continue;
                }
                let place = NamePlace::Schema(schema);
                if self.includes_name(Some(&table.name), NameKind::Table, &place)? {
                    included.push(((schema, table.name.as_str()), table));
                }
            }
        }
        Ok(included)
    }

    fn added_table(
        &mut self,
        (schema, name): Key<'_>,
        declared: &Table,
        directives: &mut Vec<Directive>,
    ) -> Done<H> {
        if !self.includes(whole(Side::Declared, declared), None)? {
            return Ok(());
        }
        directives.push(Directive::Operation(Operation::CreateTable(CreateTable {
            table: without_indexes(declared),
            if_not_exists: false,
        })));
        let pair = Pair {
            schema,
            name,
            found: None,
            declared: Some(declared),
        };
        let text = format!("Detected added table {}", repr(&pair.full_name()));
        self.log(CompareLog::Tables, &text)?;
        let mut modify = empty(&pair);
        self.table_parts(&pair, &mut modify)?;
        push(modify, directives);
        Ok(())
    }

    fn removed_table(&mut self, found: &Table, directives: &mut Vec<Directive>) -> Done<H> {
        let found = self.taken_over(found, true)?;
        if !self.includes(whole(Side::Found, &found), None)? {
            return Ok(());
        }
        let pair = Pair {
            schema: found.schema.as_deref(),
            name: &found.name,
            found: Some(&found),
            declared: None,
        };
        let mut modify = empty(&pair);
        self.table_parts(&pair, &mut modify)?;
        push(modify, directives);
        directives.push(Directive::Operation(Operation::DropTable(DropTable {
            name: found.name.clone(),
            schema: found.schema.clone(),
            original: Some(Box::new(without_indexes(&found))),
            ..DropTable::default()
        })));
        let text = format!("Detected removed table {}", repr(&pair.full_name()));
        self.log(CompareLog::Tables, &text)
    }

    fn existing_table(
        &mut self,
        (schema, name): Key<'_>,
        found: &Table,
        declared: &Table,
        directives: &mut Vec<Directive>,
    ) -> Done<H> {
        let found = &self.taken_over(found, false)?;
        let compare_to = Some(whole(Side::Found, found));
        if !self.includes(whole(Side::Declared, declared), compare_to)? {
            return Ok(());
        }
        let pair = Pair {
            schema,
            name,
            found: Some(found),
            declared: Some(declared),
        };
        let mut modify = empty(&pair);
        let known = self.columns(&pair, found, declared, &mut modify)?;
        self.table_parts(&pair, &mut modify)?;
        self.removed_columns(&pair, found, declared, &known, &mut modify)?;
        push(modify, directives);
        Ok(())
    }

    /// What is compared of a table besides its columns.
    fn table_parts(&mut self, pair: &Pair<'_>, modify: &mut ModifyTable) -> Done<H> {
        let plugins = self.settings.plugins;
        if plugins.constraints {
            self.indexes_and_uniques(pair, modify)?;
            self.foreign_keys(pair, modify)?;
        }
        if plugins.comments {
            self.table_comment(pair, modify);
        }
        if self.settings.kinds.checks {
            self.checks_by_meaning(pair, modify)?;
        } else if plugins.checks_by_name {
            self.checks(pair, modify)?;
        }
        Ok(())
    }
}

/// The indexes of a table are operations of their own.
fn without_indexes(table: &Table) -> Table {
    Table {
        indexes: Vec::new(),
        ..table.clone()
    }
}

fn whole(side: Side, table: &Table) -> Object<'_> {
    Object {
        side,
        table,
        part: Part::Whole,
    }
}

fn empty(pair: &Pair<'_>) -> ModifyTable {
    ModifyTable {
        table: pair.name.to_owned(),
        schema: pair.schema.map(str::to_owned),
        ops: Vec::new(),
    }
}

fn push(modify: ModifyTable, directives: &mut Vec<Directive>) {
    if !modify.ops.is_empty() {
        directives.push(Directive::ModifyTable(modify));
    }
}
