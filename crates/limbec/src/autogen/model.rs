//! The declared side of a comparison: tables of one or several metadatas, in the order of their
//! dependencies.

use std::collections::{HashMap, HashSet};

use limbec_schema::{
    Column, ColumnDefault, Constraint, ForeignKeyConstraint, Schema, SchemaKey, SqlType, Table,
};
use limbec_sql::entity::{Entity, EntityKind};
use thiserror::Error;

/// The declared tables.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The tables of each metadata in turn, sorted by dependency within it.
    pub tables: Vec<Table>,
    /// What SQLAlchemy warns of.
    pub warnings: Vec<String>,
    /// Views, functions, sequences and the like.
    pub entities: Vec<Entity>,
    /// The kinds of them of which what is not declared is not wanted.
    pub declares: HashSet<EntityKind>,
}

/// Models that do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ModelError {
    /// A foreign key to a table that is not in the metadata.
    #[error(
        "Foreign key associated with column '{from}' could not find table '{table}' with which to \
         generate a foreign key to target column '{column}'"
    )]
    NoReferencedTable {
        /// `table.column` that refers.
        from: String,
        /// The table that is missing.
        table: String,
        /// The column referred to.
        column: String,
    },
    /// A table of two metadatas.
    #[error("Duplicate table keys across multiple MetaData objects: {keys}")]
    Duplicate {
        /// The tables, quoted.
        keys: String,
    },
}

impl Model {
    /// The model of several metadatas. In a [`Schema`] every constraint of a table stands among its
    /// constraints, those of columns included.
    ///
    /// # Errors
    /// A foreign key to nowhere, and a table that two metadatas have.
    pub fn new(metadatas: Vec<Schema>) -> Result<Self, ModelError> {
        let mut model = Self::default();
        let mut seen: HashSet<(Option<String>, String)> = HashSet::new();
        for metadata in &metadatas {
            let mut twice: Vec<String> = metadata
                .tables
                .keys()
                .filter(|key| seen.contains(*key))
                .map(|(schema, name)| format!("\"{}\"", full_name(schema.as_deref(), name)))
                .collect();
            if !twice.is_empty() {
                twice.sort();
                let keys = twice.join(", ");
                return Err(ModelError::Duplicate { keys });
            }
            seen.extend(metadata.tables.keys().cloned());
        }
        for mut metadata in metadatas {
            let (order, warning) = sorted(&metadata)?;
            let order: Vec<(SchemaKey, Vec<(usize, SqlType)>)> = order
                .into_iter()
                .map(|table| {
                    let key = (table.schema.clone(), table.name.clone());
                    (key, referred_types(table, &metadata))
                })
                .collect();
            for (key, types) in order {
                let Some(mut table) = metadata.tables.swap_remove(&key) else {
                    continue;
                };
                for (place, found) in types {
                    table.columns[place].sql_type = found;
                }
                model.tables.push(table);
            }
            model.warnings.extend(warning);
        }
        Ok(model)
    }
}

/// `schema.name` or `name`.
pub(super) fn full_name(schema: Option<&str>, name: &str) -> String {
    match schema {
        Some(schema) => format!("{schema}.{name}"),
        None => name.to_owned(),
    }
}

pub(super) fn foreign_keys(table: &Table) -> impl Iterator<Item = &ForeignKeyConstraint> {
    table.constraints.iter().filter_map(|c| match c {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

/// The types of the columns without a type of their own, by place: those of the columns that they refer to.
fn referred_types(table: &Table, metadata: &Schema) -> Vec<(usize, SqlType)> {
    let untyped = |(place, column): (usize, &Column)| {
        if column.sql_type != SqlType::Null {
            return None;
        }
        Some((place, referred_type(table, &column.name, metadata, 0)?))
    };
    let columns = table.columns.iter().enumerate();
    columns.filter_map(untyped).collect()
}

/// The type at the end of a chain of foreign keys.
fn referred_type(table: &Table, column: &str, metadata: &Schema, depth: usize) -> Option<SqlType> {
    let own = table.column(column)?;
    if own.sql_type != SqlType::Null || depth > metadata.tables.len() {
        return Some(own.sql_type.clone());
    }
    foreign_keys(table).find_map(|key| {
        let place = key.columns.iter().position(|name| name == column)?;
        let target = (key.ref_schema.clone(), key.ref_table.clone());
        let target = metadata.tables.get(&target)?;
        let column = key.ref_columns.get(place)?;
        referred_type(target, column, metadata, depth + 1)
    })
}

/// The default of a column, of whichever kind it is.
pub(super) fn default_of(column: &Column) -> Option<ColumnDefault> {
    if let Some(identity) = &column.identity {
        return Some(ColumnDefault::Identity((**identity).clone()));
    }
    if let Some(computed) = &column.computed {
        return Some(ColumnDefault::Computed((**computed).clone()));
    }
    column.server_default.clone().map(ColumnDefault::Server)
}

/// Whether NULL is allowed in a column, where the models or the database need not say it.
pub(super) fn is_nullable(table: &Table, column: &Column) -> bool {
    let in_key = || {
        table.constraints.iter().any(|constraint| match constraint {
            Constraint::PrimaryKey(key) => key.columns.contains(&column.name),
            _ => false,
        })
    };
    column
        .nullable
        .unwrap_or_else(|| !(column.primary_key || column.identity.is_some() || in_key()))
}

/// The tables in the order of SQLAlchemy's `sorted_tables`: by name, each level of dependencies
/// after the one below. Where tables refer to each other in a circle, what they refer to does not
/// count.
fn sorted(metadata: &Schema) -> Result<(Vec<&Table>, Option<String>), ModelError> {
    let mut tables: Vec<&Table> = metadata.tables.values().collect();
    tables.sort_by_key(|table| full_name(table.schema.as_deref(), &table.name));
    let places: HashMap<(Option<&str>, &str), usize> = tables
        .iter()
        .enumerate()
        .map(|(place, table)| ((table.schema.as_deref(), table.name.as_str()), place))
        .collect();
    let mut needs: Vec<HashSet<usize>> = vec![HashSet::new(); tables.len()];
    for (place, table) in tables.iter().enumerate() {
        for key in foreign_keys(table).filter(|key| !key.use_alter) {
            match places.get(&(key.ref_schema.as_deref(), key.ref_table.as_str())) {
                Some(target) if *target != place => {
                    needs[place].insert(*target);
                }
                Some(_) => {}
                None => return Err(no_referenced_table(table, key)),
            }
        }
    }
    let mut warning = None;
    let order = match levels(&needs) {
        Some(order) => order,
        None => {
            let circle = in_circles(&needs);
            let names: Vec<String> = circle
                .iter()
                .map(|place| full_name(tables[*place].schema.as_deref(), &tables[*place].name))
                .collect();
            warning = Some(circle_warning(&names.join(", ")));
            for place in circle {
                needs[place].clear();
            }
            levels(&needs).unwrap_or_else(|| (0..tables.len()).collect())
        }
    };
    Ok((
        order.into_iter().map(|place| tables[place]).collect(),
        warning,
    ))
}

fn circle_warning(names: &str) -> String {
    format!(
        "Cannot correctly sort tables; there are unresolvable cycles between tables \"{names}\", \
         which is usually caused by mutually dependent foreign key constraints.  Foreign key \
         constraints involving these tables will not be considered; this warning may raise an \
         error in a future release."
    )
}

fn no_referenced_table(table: &Table, key: &ForeignKeyConstraint) -> ModelError {
    let first = |names: &[String]| names.first().cloned().unwrap_or_default();
    ModelError::NoReferencedTable {
        from: format!("{}.{}", table.name, first(&key.columns)),
        table: full_name(key.ref_schema.as_deref(), &key.ref_table),
        column: first(&key.ref_columns),
    }
}

/// Level after level; `None` where there is a circle.
fn levels(needs: &[HashSet<usize>]) -> Option<Vec<usize>> {
    let mut missing: Vec<usize> = needs.iter().map(HashSet::len).collect();
    let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); needs.len()];
    for (place, needs) in needs.iter().enumerate() {
        for needed in needs {
            needed_by[*needed].push(place);
        }
    }
    let mut order = Vec::with_capacity(needs.len());
    let mut ready: Vec<usize> = (0..needs.len()).filter(|at| missing[*at] == 0).collect();
    while !ready.is_empty() {
        let mut next = Vec::new();
        for place in ready.iter().flat_map(|place| &needed_by[*place]) {
            missing[*place] -= 1;
            if missing[*place] == 0 {
                next.push(*place);
            }
        }
        next.sort_unstable();
        order.append(&mut ready);
        ready = next;
    }
    (order.len() == needs.len()).then_some(order)
}

/// The tables from which a walk along the references comes back, by place.
fn in_circles(needs: &[HashSet<usize>]) -> Vec<usize> {
    (0..needs.len())
        .filter(|start| {
            let mut seen = HashSet::new();
            let mut open: Vec<usize> = needs[*start].iter().copied().collect();
            while let Some(place) = open.pop() {
                if place == *start {
                    return true;
                }
                if seen.insert(place) {
                    open.extend(needs[place].iter().copied());
                }
            }
            false
        })
        .collect()
}

/// The tables of a database, those that others refer to last: the order in which they can be
/// dropped.
pub(super) fn drop_order<'a>(tables: &[&'a Table]) -> Vec<&'a Table> {
    let mut schema = Schema::default();
    for table in tables {
        let mut copy = Table {
            name: table.name.clone(),
            schema: table.schema.clone(),
            ..Table::default()
        };
        // References to tables that stay do not matter for the order.
        copy.constraints = table
            .constraints
            .iter()
            .filter(|c| match c {
                Constraint::ForeignKey(key) => tables
                    .iter()
                    .any(|other| other.name == key.ref_table && other.schema == key.ref_schema),
                _ => false,
            })
            .cloned()
            .collect();
        let key = (table.schema.clone(), table.name.clone());
        schema.tables.insert(key, copy);
    }
    let order: Vec<(Option<String>, String)> = match sorted(&schema) {
        Ok((order, _)) => order
            .into_iter()
            .rev()
            .map(|table| (table.schema.clone(), table.name.clone()))
            .collect(),
        Err(_) => schema.tables.keys().cloned().collect(),
    };
    order
        .iter()
        .filter_map(|(schema, name)| {
            tables
                .iter()
                .find(|table| table.name == *name && table.schema == *schema)
                .copied()
        })
        .collect()
}
