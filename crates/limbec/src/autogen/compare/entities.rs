//! Views, functions, triggers, sequences and extensions: which are new, gone or changed, and which must step aside while the
//! tables below them change.

use std::collections::{HashMap, HashSet};

use limbec_schema::Operation;
use limbec_sql::entity::{Entity, EntityKind};

use super::super::hooks::{CompareError, CompareLog, Hooks};
use super::super::ops::{Statements, Step};
use super::super::{Directive, Model};
use super::Comparison;
use super::renames::Renamed;

/// What becomes of the entities, in the order of a script.
#[derive(Default)]
pub(super) struct EntityChanges {
    /// New extensions and sequences, and functions that tables need.
    pub first: Vec<Directive>,
    /// Views and triggers go before the tables change.
    pub aside: Vec<Directive>,
    /// Functions, views and triggers come when the tables are there.
    pub after: Vec<Directive>,
    /// What is gone goes last.
    pub last: Vec<Directive>,
}

/// A part of the database that changes under the views: a table, or a column of it.
pub(super) type Touched = (Option<String>, String, Option<String>);

impl<H: Hooks> Comparison<'_, H> {
    fn compares(&self, kind: EntityKind) -> bool {
        let kinds = self.settings.kinds;
        match kind {
            EntityKind::Extension => kinds.extensions,
            EntityKind::Sequence => kinds.sequences,
            EntityKind::Function | EntityKind::Procedure => kinds.functions,
            EntityKind::View | EntityKind::MaterializedView => kinds.views,
            EntityKind::Trigger => kinds.triggers,
        }
    }

    pub(super) fn entities(
        &mut self,
        model: &Model,
        found: &[Entity],
        touched: &[Touched],
        renamed: &Renamed,
        directives: &[Directive],
    ) -> Result<EntityChanges, CompareError<H::Error>> {
        let mut changes = EntityChanges::default();
        let sides = Sides::new(model, found, |kind| self.compares(kind));
        let mut gone: HashSet<usize> = HashSet::new();
        let mut changed: HashMap<usize, &Entity> = HashMap::new();
        for (at, entity) in found.iter().enumerate() {
            if !self.compares(entity.kind) {
                continue;
            }
            match sides.wanted.get(&key(entity)) {
                Some(wanted) if wanted.meaning == entity.meaning => {}
                Some(wanted) => {
                    changed.insert(at, wanted);
                }
                None if !model.declares.contains(&entity.kind) => {}
                None if self.is_foreign(&entity.name) => {
                    self.foreign
                        .push(format!("{} {}", entity.kind.as_str(), entity.shown()));
                }
                None => {
                    gone.insert(at);
                }
            }
        }
        for entity in gone.iter().map(|at| &found[*at]) {
            self.entity_log("removed", entity)?;
        }
        let mut order: Vec<&usize> = changed.keys().collect();
        order.sort_unstable();
        for at in order {
            self.entity_log("changed", &found[*at])?;
        }
        let aside = aside(found, &gone, &changed, touched, renamed);
        // Dependents go first: a view that reads another stands behind it.
        for at in by_dependence(found, &aside).into_iter().rev() {
            let entity = &found[at];
            let comes = !gone.contains(&at);
            let op = if comes { "alter" } else { "drop" };
            changes
                .aside
                .push(directive(entity, op, drops(entity), creates(entity)));
        }
        let mut later: Vec<Directive> = Vec::new();
        let mut views: Vec<(&Entity, bool)> = Vec::new();
        for at in by_dependence(found, &aside) {
            if !gone.contains(&at) {
                views.push((changed.get(&at).copied().unwrap_or(&found[at]), false));
            }
        }
        let known: HashSet<Key<'_>> = found.iter().map(key).collect();
        for wanted in sides
            .in_order
            .iter()
            .filter(|wanted| !known.contains(&key(wanted)))
        {
            self.entity_log("added", wanted)?;
            match wanted.kind {
                EntityKind::View | EntityKind::MaterializedView | EntityKind::Trigger => {
                    views.push((wanted, true));
                }
                EntityKind::Function | EntityKind::Procedure if !is_needed(wanted, directives) => {
                    later.push(directive(wanted, "create", creates(wanted), drops(wanted)));
                }
                _ => {
                    changes
                        .first
                        .push(directive(wanted, "create", creates(wanted), drops(wanted)))
                }
            }
        }
        let mut order: Vec<(&usize, &&Entity)> = changed
            .iter()
            .filter(|(at, _)| !aside.contains(at))
            .collect();
        order.sort_unstable_by_key(|(at, _)| **at);
        for (at, wanted) in order {
            let old = &found[*at];
            let (forth, back) = match (&wanted.replace, &old.replace) {
                (Some(new), Some(present)) if wanted.shape == old.shape => (sql(new), sql(present)),
                _ => {
                    let mut forth = drops(old);
                    forth.extend(creates(wanted));
                    let mut back = drops(wanted);
                    back.extend(creates(old));
                    (forth, back)
                }
            };
            let made = directive(wanted, "alter", forth, back);
            match wanted.kind {
                EntityKind::Function | EntityKind::Procedure => later.push(made),
                _ => changes.first.push(made),
            }
        }
        changes.after = later;
        // Triggers stand behind views, which may have some.
        views.sort_by_key(|(entity, _)| entity.kind == EntityKind::Trigger);
        for (entity, is_new) in new_views_last(views) {
            let back = drops(entity);
            let op = if is_new { "create" } else { "alter" };
            changes
                .after
                .push(directive(entity, op, creates(entity), back));
        }
        let mut order: Vec<&usize> = gone.iter().filter(|at| !aside.contains(at)).collect();
        order.sort_unstable();
        for at in order {
            let entity = &found[*at];
            changes
                .last
                .push(directive(entity, "drop", drops(entity), creates(entity)));
        }
        Ok(changes)
    }

    fn entity_log(&mut self, word: &str, entity: &Entity) -> Result<(), CompareError<H::Error>> {
        let text = format!(
            "Detected {word} {} '{}'",
            entity.kind.as_str(),
            entity.shown()
        );
        self.log(CompareLog::Tables, &text)
    }
}

/// What tells entities apart.
type Key<'a> = (EntityKind, Option<&'a str>, &'a str);

fn key(entity: &Entity) -> Key<'_> {
    (entity.kind, entity.schema.as_deref(), &entity.identity)
}

struct Sides<'a> {
    wanted: HashMap<Key<'a>, &'a Entity>,
    in_order: Vec<&'a Entity>,
}

impl<'a> Sides<'a> {
    fn new(model: &'a Model, found: &[Entity], compares: impl Fn(EntityKind) -> bool) -> Self {
        let all: Vec<Entity> = model.entities.clone();
        let indexes: HashSet<usize> = (0..all.len()).collect();
        let order = by_dependence(&all, &indexes);
        let in_order: Vec<&Entity> = order
            .into_iter()
            .map(|at| &model.entities[at])
            .filter(|entity| compares(entity.kind))
            .collect();
        let _ = found;
        Self {
            wanted: in_order
                .iter()
                .map(|entity| (key(entity), *entity))
                .collect(),
            in_order,
        }
    }
}

/// The places of these entities, those that others read first.
fn by_dependence(all: &[Entity], chosen: &HashSet<usize>) -> Vec<usize> {
    let mut waiting: Vec<usize> = chosen.iter().copied().collect();
    waiting.sort_unstable();
    let mut done = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let reads = |reader: usize, read: usize| {
            reader != read
                && all[reader]
                    .uses
                    .iter()
                    .any(|used| used.relation == all[read].name && used.schema == all[read].schema)
        };
        let (ready, rest): (Vec<usize>, Vec<usize>) = waiting
            .iter()
            .partition(|at| !waiting.iter().any(|other| reads(**at, *other)));
        if ready.is_empty() {
            done.extend(rest);
            break;
        }
        done.extend(ready);
        waiting = rest;
    }
    done
}

/// The views and triggers that go before the tables change: those that are gone or changed, those over what changes, and
/// those that read one of them.
fn aside(
    found: &[Entity],
    gone: &HashSet<usize>,
    changed: &HashMap<usize, &Entity>,
    touched: &[Touched],
    renamed: &Renamed,
) -> HashSet<usize> {
    let is_view = |entity: &Entity| {
        matches!(
            entity.kind,
            EntityKind::View | EntityKind::MaterializedView | EntityKind::Trigger
        )
    };
    let mut aside: HashSet<usize> = (0..found.len())
        .filter(|at| is_view(&found[*at]) && (gone.contains(at) || changed.contains_key(at)))
        .collect();
    let stands_on = |entity: &Entity| {
        touched.iter().any(|(schema, table, column)| {
            let present = renamed.present_table(schema.as_deref(), table);
            entity.uses.iter().any(|used| {
                used.schema == *schema
                    && used.relation == present
                    && (column.is_none() || used.column.is_none() || used.column == *column)
            }) || (column.is_none()
                && entity.table.as_deref() == Some(present)
                && entity.schema == *schema)
        })
    };
    aside.extend((0..found.len()).filter(|at| is_view(&found[*at]) && stands_on(&found[*at])));
    loop {
        let readers: Vec<usize> = (0..found.len())
            .filter(|at| !aside.contains(at) && is_view(&found[*at]))
            .filter(|at| {
                aside.iter().any(|other| {
                    let below = &found[*other];
                    let reads = found[*at]
                        .uses
                        .iter()
                        .any(|used| used.relation == below.name && used.schema == below.schema);
                    let of_view = found[*at].table.as_deref() == Some(&below.name)
                        && below.kind != EntityKind::Trigger;
                    reads || of_view
                })
            })
            .collect();
        if readers.is_empty() {
            return aside;
        }
        aside.extend(readers);
    }
}

/// A new view may read one that stepped aside, and the other way round.
fn new_views_last(views: Vec<(&Entity, bool)>) -> Vec<(&Entity, bool)> {
    let all: Vec<Entity> = views.iter().map(|(entity, _)| (*entity).clone()).collect();
    let places: HashSet<usize> = (0..all.len()).collect();
    let order = by_dependence(&all, &places);
    let mut sorted: Vec<(&Entity, bool)> = order.into_iter().map(|at| views[at]).collect();
    sorted.sort_by_key(|(entity, _)| entity.kind == EntityKind::Trigger);
    sorted
}

/// Whether an operation on the tables names the function.
fn is_needed(function: &Entity, directives: &[Directive]) -> bool {
    directives.iter().any(|directive| match directive {
        Directive::ModifyTable(modify) => is_needed(function, &modify.ops),
        Directive::Operation(
            operation @ (Operation::CreateTable(_)
            | Operation::AddColumn(_)
            | Operation::AlterColumn(_)
            | Operation::CreateIndex(_)
            | Operation::AddConstraint(_)),
        ) => format!("{operation:?}").contains(&function.name),
        _ => false,
    })
}

fn sql(statements: &[String]) -> Vec<Step> {
    statements.iter().cloned().map(Step::Sql).collect()
}

fn creates(entity: &Entity) -> Vec<Step> {
    sql(&entity.create)
}

fn drops(entity: &Entity) -> Vec<Step> {
    vec![Step::Sql(entity.drop.clone())]
}

fn directive(entity: &Entity, op: &str, forth: Vec<Step>, back: Vec<Step>) -> Directive {
    let (op, back_op) = names(entity.kind, op);
    Directive::Statements(Statements {
        op,
        back_op,
        schema: entity.schema.clone(),
        table: entity.table.clone(),
        name: match entity.table {
            Some(_) => entity.name.clone(),
            None => entity.identity.clone(),
        },
        forth,
        back,
    })
}

/// The name of what is done, and of what undoes it.
fn names(kind: EntityKind, op: &str) -> (&'static str, &'static str) {
    let [create, drop, alter] = match kind {
        EntityKind::Extension => ["create_extension", "drop_extension", "alter_extension"],
        EntityKind::Sequence => ["create_sequence", "drop_sequence", "alter_sequence"],
        EntityKind::Function => ["create_function", "drop_function", "alter_function"],
        EntityKind::Procedure => ["create_procedure", "drop_procedure", "alter_procedure"],
        EntityKind::View => ["create_view", "drop_view", "alter_view"],
        EntityKind::MaterializedView => [
            "create_materialized_view",
            "drop_materialized_view",
            "alter_materialized_view",
        ],
        EntityKind::Trigger => ["create_trigger", "drop_trigger", "alter_trigger"],
    };
    match op {
        "create" => (create, drop),
        "drop" => (drop, create),
        _ => (alter, alter),
    }
}

/// What the operations change under the views. On SQLite a table may be made anew for any change.
pub(super) fn touched(directives: &[Directive], rebuilt: bool) -> Vec<Touched> {
    let mut found = Vec::new();
    for directive in directives {
        let Directive::ModifyTable(modify) = directive else {
            continue;
        };
        for op in &modify.ops {
            let column = match op {
                Directive::Operation(Operation::DropColumn(op)) => &op.column,
                Directive::Operation(Operation::AlterColumn(op)) if op.sql_type.is_some() => {
                    &op.column
                }
                Directive::Operation(
                    Operation::AlterColumn(_)
                    | Operation::AddConstraint(_)
                    | Operation::DropConstraint(_),
                ) if rebuilt => {
                    found.push((modify.schema.clone(), modify.table.clone(), None));
                    continue;
                }
                _ => continue,
            };
            let column = (!rebuilt).then(|| column.clone());
            found.push((modify.schema.clone(), modify.table.clone(), column));
        }
    }
    found.dedup();
    found
}
