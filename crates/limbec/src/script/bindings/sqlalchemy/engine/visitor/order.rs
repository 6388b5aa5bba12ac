//! Which table comes first: the order of `create_all` and `drop_all`.

use std::collections::{BTreeSet, HashSet};

use limbec_python::Value;
use limbec_schema::{Constraint, ForeignKeyConstraint, Table};
use limbec_sql::ddl::foreign_key_of;

/// A table of a metadata: the object and what it says.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub value: Value,
    pub data: Table,
    /// `schema.name`.
    pub key: String,
    /// The tables that `add_is_dependent_on` named.
    pub after: Vec<String>,
}

/// A foreign key that is made after, or dropped before, all tables.
pub(super) struct Deferred {
    pub table: String,
    pub schema: Option<String>,
    pub key: ForeignKeyConstraint,
}

/// Tables that refer to each other in a circle which no ALTER can open.
pub(super) struct Circle(pub Vec<String>);

/// The tables, each after those that it refers to and else in their own order, and the foreign keys
/// that stay out of CREATE TABLE: those with `use_alter=True`, and of tables in a circle those that
/// `can_wait` allows.
pub(super) fn sort(
    mut entries: Vec<Entry>,
    can_wait: impl Fn(&ForeignKeyConstraint) -> bool,
) -> Result<(Vec<Entry>, Vec<Deferred>), Circle> {
    let mut deferred = Vec::new();
    let mut edges = BTreeSet::new();
    for (child, entry) in entries.iter().enumerate() {
        for key in foreign_keys(&entry.data) {
            if key.use_alter {
                deferred.push(defer(entry, key));
            } else if let Some(parent) = parent_of(&entries, &key)
                && parent != child
            {
                edges.insert((parent, child));
            }
        }
    }
    let fixed: BTreeSet<(usize, usize)> = entries
        .iter()
        .enumerate()
        .flat_map(|(child, entry)| entry.after.iter().map(move |parent| (parent, child)))
        .filter_map(|(parent, child)| Some((place(&entries, parent)?, child)))
        .collect();
    let all = |edges: &BTreeSet<(usize, usize)>| edges.union(&fixed).copied().collect();
    if topological(entries.len(), &all(&edges)).is_none() {
        for child in in_circles(entries.len(), &all(&edges)) {
            for key in foreign_keys(&entries[child].data) {
                if key.use_alter || !can_wait(&key) {
                    continue;
                }
                if let Some(parent) = parent_of(&entries, &key) {
                    edges.remove(&(parent, child));
                }
                deferred.push(defer(&entries[child], key));
            }
            set_apart(&mut entries[child].data, &can_wait);
        }
    }
    match topological(entries.len(), &all(&edges)) {
        Some(order) => {
            let sorted = order.into_iter().map(|at| entries[at].clone()).collect();
            Ok((sorted, deferred))
        }
        None => {
            let mut names: Vec<String> = in_circles(entries.len(), &all(&edges))
                .into_iter()
                .map(|at| entries[at].key.clone())
                .collect();
            names.sort();
            Err(Circle(names))
        }
    }
}

fn defer(entry: &Entry, key: ForeignKeyConstraint) -> Deferred {
    Deferred {
        table: entry.data.name.clone(),
        schema: entry.data.schema.clone(),
        key,
    }
}

/// All foreign keys of a table, those inside of columns included.
fn foreign_keys(table: &Table) -> Vec<ForeignKeyConstraint> {
    let declared = table.constraints.iter().filter_map(|item| match item {
        Constraint::ForeignKey(key) => Some(key.clone()),
        _ => None,
    });
    let inline = table.columns.iter().flat_map(|column| {
        let keys = column.foreign_keys.iter();
        keys.map(|key| foreign_key_of(&column.name, key))
    });
    declared.chain(inline).collect()
}

/// Marks the foreign keys that are made later, which CREATE TABLE then leaves out.
fn set_apart(table: &mut Table, can_wait: &impl Fn(&ForeignKeyConstraint) -> bool) {
    for constraint in &mut table.constraints {
        if let Constraint::ForeignKey(key) = constraint
            && can_wait(key)
        {
            key.use_alter = true;
        }
    }
    for column in &mut table.columns {
        let name = column.name.clone();
        for key in &mut column.foreign_keys {
            if can_wait(&foreign_key_of(&name, key)) {
                key.use_alter = true;
            }
        }
    }
}

fn parent_of(entries: &[Entry], key: &ForeignKeyConstraint) -> Option<usize> {
    let name = match &key.ref_schema {
        Some(schema) => format!("{schema}.{}", key.ref_table),
        None => key.ref_table.clone(),
    };
    place(entries, &name)
}

fn place(entries: &[Entry], key: &str) -> Option<usize> {
    entries.iter().position(|entry| entry.key == key)
}

/// The order in rounds: each takes all that waits for nothing any more. `None` where a round is
/// empty.
fn topological(count: usize, edges: &BTreeSet<(usize, usize)>) -> Option<Vec<usize>> {
    let mut waiting: Vec<usize> = (0..count).collect();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let still: HashSet<usize> = waiting.iter().copied().collect();
        let waits = |child: usize| {
            edges
                .iter()
                .any(|(parent, of)| *of == child && still.contains(parent))
        };
        let (rest, ready): (Vec<usize>, Vec<usize>) =
            waiting.iter().partition(|child| waits(**child));
        if ready.is_empty() {
            return None;
        }
        order.extend(ready);
        waiting = rest;
    }
    Some(order)
}

/// The tables that can be reached from themselves.
fn in_circles(count: usize, edges: &BTreeSet<(usize, usize)>) -> Vec<usize> {
    (0..count)
        .filter(|start| {
            let mut seen = HashSet::new();
            let mut open = vec![*start];
            while let Some(at) = open.pop() {
                for (_, next) in edges.iter().filter(|(parent, _)| *parent == at) {
                    if next == start {
                        return true;
                    }
                    if seen.insert(*next) {
                        open.push(*next);
                    }
                }
            }
            false
        })
        .collect()
}
