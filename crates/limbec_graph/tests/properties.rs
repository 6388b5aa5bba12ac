//! What must hold for every plan, whatever the graph.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use std::collections::BTreeSet;

use limbec_graph::{Heads, RevId, RevisionMap, Step};
use proptest::prelude::*;
use support::answers;
use support::random::{Random, Shape, graph};

/// A graph of branches, merges and labels, with dependencies in every second case.
fn sound_map(seed: u64, revisions: usize) -> RevisionMap {
    let depends = if seed.is_multiple_of(2) {
        3
    } else {
        usize::MAX
    };
    map_with(seed, revisions, depends)
}

/// A graph in which one revision in `depends` has dependencies.
fn map_with(seed: u64, revisions: usize, depends: usize) -> RevisionMap {
    let mut random = Random::new(seed);
    let shape = Shape {
        revisions,
        depends,
        ..Shape::random(&mut random)
    };
    answers::build(&graph(&mut random, shape)).unwrap().0
}

/// Takes all steps; gives the rows that are left.
///
/// With dependencies that overlap, Alembic loses count of its rows and stops with a `KeyError`; the comparison with the
/// oracle holds that we stop at the same step. Such a case says nothing here, and without dependencies there is none.
fn run(map: &RevisionMap, steps: &[Step], rows: &[RevId]) -> Result<Vec<RevId>, TestCaseError> {
    let mut heads = Heads::new(rows.iter().cloned());
    for step in steps {
        if let Err(error) = heads.apply(map, step) {
            let depends = map
                .revisions()
                .any(|revision| !revision.dependencies().is_empty());
            prop_assert!(depends, "{step}: {error}");
            return Err(TestCaseError::reject("overlapping dependencies"));
        }
    }
    Ok(heads.rows().cloned().collect())
}

fn sorted(rows: &[RevId]) -> BTreeSet<RevId> {
    rows.iter().cloned().collect()
}

fn upgraded(map: &RevisionMap, target: &str, rows: &[RevId]) -> Result<Vec<RevId>, TestCaseError> {
    run(map, &map.upgrade_plan(target, rows).unwrap().steps, rows)
}

fn downgraded(
    map: &RevisionMap,
    target: &str,
    rows: &[RevId],
) -> Result<Vec<RevId>, TestCaseError> {
    run(map, &map.downgrade_plan(target, rows).unwrap().steps, rows)
}

/// The rows after an upgrade to a revision drawn at random.
fn some_rows(map: &RevisionMap, pick: usize) -> Result<(RevId, Vec<RevId>), TestCaseError> {
    let ids: Vec<RevId> = map
        .revisions()
        .map(|revision| revision.id().clone())
        .collect();
    let target = ids[pick % ids.len()].clone();
    let rows = upgraded(map, &target, &[])?;
    Ok((target, rows))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn an_upgrade_runs_every_revision_once_and_after_its_parents(seed: u64, revisions in 1..60_usize) {
        let map = sound_map(seed, revisions);
        let plan = map.upgrade_plan("heads", &[]).unwrap();
        let mut done: BTreeSet<RevId> = BTreeSet::new();
        for step in &plan.steps {
            let revision = map.revision(step.revision().unwrap()).unwrap();
            for parent in revision.all_down_revisions() {
                prop_assert!(done.contains(&parent), "{} before {parent}", revision.id());
            }
            prop_assert!(done.insert(revision.id().clone()), "{} twice", revision.id());
        }
        prop_assert_eq!(done.len(), map.len());
    }

    #[test]
    fn upgrading_to_heads_leaves_the_real_heads(seed: u64, revisions in 1..60_usize, pick: usize) {
        let map = sound_map(seed, revisions);
        let (_, rows) = some_rows(&map, pick)?;
        prop_assert_eq!(sorted(&upgraded(&map, "heads", &rows)?), sorted(map.real_heads()));
    }

    #[test]
    fn upgrading_twice_is_upgrading_once(seed: u64, revisions in 1..60_usize, pick: usize) {
        let map = sound_map(seed, revisions);
        let (target, rows) = some_rows(&map, pick)?;
        prop_assert!(map.upgrade_plan(&target, &rows).unwrap().steps.is_empty());
    }

    #[test]
    fn downgrading_to_base_leaves_no_rows(seed: u64, revisions in 1..60_usize, pick: usize) {
        let map = sound_map(seed, revisions);
        let (_, rows) = some_rows(&map, pick)?;
        prop_assert!(downgraded(&map, "base", &rows)?.is_empty());
    }

    #[test]
    fn downgrading_drops_children_first(seed: u64, revisions in 1..60_usize) {
        let map = sound_map(seed, revisions);
        let plan = map.downgrade_plan("base", map.real_heads()).unwrap();
        let mut gone: BTreeSet<RevId> = BTreeSet::new();
        for step in &plan.steps {
            let revision = map.revision(step.revision().unwrap()).unwrap();
            for child in revision.all_next_revisions() {
                prop_assert!(gone.contains(child), "{} before {child}", revision.id());
            }
            gone.insert(revision.id().clone());
        }
        prop_assert_eq!(gone.len(), map.len());
    }

    #[test]
    fn down_to_a_revision_and_up_again_leads_back(seed: u64, revisions in 1..60_usize, pick: usize) {
        // Dependencies may leave rows that overlap, or nothing to drop; Alembic reports both as errors.
        let map = map_with(seed, revisions, usize::MAX);
        let (target, _) = some_rows(&map, pick)?;
        let below = downgraded(&map, &target, map.real_heads())?;
        prop_assert_eq!(sorted(&upgraded(&map, "heads", &below)?), sorted(map.real_heads()));
    }

    #[test]
    fn a_stamp_has_the_rows_of_the_upgrade(seed: u64, revisions in 1..60_usize, pick: usize) {
        let map = sound_map(seed, revisions);
        let (target, rows) = some_rows(&map, pick)?;
        let plan = map.stamp_plan(target.as_ref(), &[]).unwrap();
        prop_assert_eq!(sorted(&run(&map, &plan.steps, &[])?), sorted(&rows));
    }

    #[test]
    fn no_text_makes_the_map_panic(seed: u64, text in "\\PC{0,12}", rows in prop::collection::vec("[a-c1-2_@+-]{0,5}", 0..3)) {
        let map = sound_map(seed, 12);
        let rows: Vec<RevId> = rows.into_iter().map(RevId::from).collect();
        let _ = map.get_revisions(&text);
        let _ = map.upgrade_plan(&text, &rows);
        let _ = map.downgrade_plan(&text, &rows);
        let _ = map.stamp_plan(&text, &rows);
        let _ = map.walk(&text, rows);
        let _ = map.nearest_ids(&text, 3);
    }
}
