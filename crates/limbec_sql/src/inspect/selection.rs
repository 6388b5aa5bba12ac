//! Which tables a question is about.

use std::collections::HashSet;

use super::{InspectError, Inspector};

/// `ObjectKind`: tables, views, materialized views, or several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectKind(pub u8);

impl ObjectKind {
    /// Tables, foreign tables and partitioned tables.
    pub const TABLE: ObjectKind = ObjectKind(1);
    /// Views.
    pub const VIEW: ObjectKind = ObjectKind(2);
    /// Materialized views.
    pub const MATERIALIZED_VIEW: ObjectKind = ObjectKind(4);
    /// Everything that has columns.
    pub const ANY: ObjectKind = ObjectKind(7);

    /// Whether all of the other's kinds are meant.
    pub fn contains(self, other: ObjectKind) -> bool {
        self.0 & other.0 == other.0
    }
}

/// `ObjectScope`: lasting tables, temporary ones, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectScope(pub u8);

impl ObjectScope {
    /// Lasting tables.
    pub const DEFAULT: ObjectScope = ObjectScope(1);
    /// Temporary tables.
    pub const TEMPORARY: ObjectScope = ObjectScope(2);
    /// Both.
    pub const ANY: ObjectScope = ObjectScope(3);

    /// Whether all of the other's scopes are meant.
    pub fn contains(self, other: ObjectScope) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Which tables a question is about, as `schema=`, `filter_names=`, `kind=` and `scope=` of
/// SQLAlchemy's `get_multi_...` say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The schema; `None` for what is found without a schema.
    pub schema: Option<String>,
    /// Only these; empty for all.
    pub names: Vec<String>,
    /// Only these kinds.
    pub kind: ObjectKind,
    /// Only these scopes.
    pub scope: ObjectScope,
}

impl Selection {
    /// All lasting tables of a schema.
    pub fn tables(schema: Option<&str>) -> Self {
        Selection {
            schema: schema.map(str::to_owned),
            names: Vec::new(),
            kind: ObjectKind::TABLE,
            scope: ObjectScope::DEFAULT,
        }
    }

    /// One table or view, whatever it is.
    pub fn one(table: &str, schema: Option<&str>) -> Self {
        Selection {
            schema: schema.map(str::to_owned),
            names: vec![table.to_owned()],
            kind: ObjectKind::ANY,
            scope: ObjectScope::ANY,
        }
    }

    /// Whether the names say all: then nothing is looked up to find them.
    fn is_by_name(&self) -> bool {
        !self.names.is_empty() && self.kind == ObjectKind::ANY && self.scope == ObjectScope::ANY
    }
}

/// An answer for each table, in SQLAlchemy's order.
pub type PerTable<T> = Vec<(String, T)>;

/// Asks for one table after the other; tables that are not there are left out.
pub(super) fn one_by_one<I: Inspector + ?Sized, T>(
    inspector: &mut I,
    selection: &Selection,
    ask: impl Fn(&mut I, &str, Option<&str>) -> Result<T, InspectError>,
) -> Result<PerTable<T>, InspectError> {
    let schema = selection.schema.as_deref();
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for name in names(inspector, selection)? {
        if !seen.insert(name.clone()) {
            continue;
        }
        match ask(inspector, &name, schema) {
            Ok(answer) => found.push((name, answer)),
            Err(InspectError::NoSuchTable(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

fn names<I: Inspector + ?Sized>(
    inspector: &mut I,
    selection: &Selection,
) -> Result<Vec<String>, InspectError> {
    if selection.is_by_name() {
        return Ok(selection.names.clone());
    }
    let schema = selection.schema.as_deref();
    let mut names = Vec::new();
    let mut add = |found: Result<Vec<String>, InspectError>| match found {
        Ok(found) => {
            names.extend(found);
            Ok(())
        }
        Err(InspectError::NotImplemented) => Ok(()),
        Err(error) => Err(error),
    };
    if selection.scope.contains(ObjectScope::DEFAULT) {
        if selection.kind.contains(ObjectKind::TABLE) {
            add(inspector.table_names(schema))?;
        }
        if selection.kind.contains(ObjectKind::VIEW) {
            add(inspector.view_names(schema))?;
        }
        if selection.kind.contains(ObjectKind::MATERIALIZED_VIEW) {
            add(inspector.materialized_view_names(schema))?;
        }
    }
    if selection.scope.contains(ObjectScope::TEMPORARY) {
        if selection.kind.contains(ObjectKind::TABLE) {
            add(inspector.temp_table_names())?;
        }
        if selection.kind.contains(ObjectKind::VIEW) {
            add(inspector.temp_view_names())?;
        }
    }
    if !selection.names.is_empty() {
        names.retain(|name| selection.names.contains(name));
    }
    Ok(names)
}
