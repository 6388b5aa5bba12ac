//! Histories of a size that nobody has yet: no recursion on their depth, no effort that grows with its square.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at what it did not expect, and says what it took"
)]

use std::time::{Duration, Instant};

use limbec_graph::{Heads, RevId, Revision, RevisionMap, Step};

type Shape = fn(usize) -> Vec<Revision>;

fn id(number: usize) -> String {
    format!("{number:012x}")
}

fn chain(length: usize) -> Vec<Revision> {
    let parent = |number: usize| (number > 0).then(|| id(number - 1));
    (0..length)
        .map(|number| Revision::new(&id(number), parent(number)))
        .collect()
}

/// A chain of diamonds: every third revision merges two branches.
fn diamonds(length: usize) -> Vec<Revision> {
    let parents = |number: usize| match number % 3 {
        _ if number == 0 => vec![],
        0 => vec![id(number - 2), id(number - 1)],
        1 => vec![id(number - 1)],
        _ => vec![id(number - 2)],
    };
    (0..length)
        .map(|number| Revision::new(&id(number), parents(number)))
        .collect()
}

/// Two branches side by side all the way.
fn ladder(length: usize) -> Vec<Revision> {
    let parent = |number: usize| (number > 1).then(|| id(number - 2));
    (0..length)
        .map(|number| Revision::new(&id(number), parent(number)))
        .collect()
}

/// Two branches, the second of which depends on the first at every step.
fn rungs(length: usize) -> Vec<Revision> {
    let dependency = |number: usize| (number % 2 == 1).then(|| id(number - 1));
    let revisions = ladder(length).into_iter().enumerate();
    revisions
        .map(|(number, revision)| revision.with_dependencies(dependency(number)))
        .collect()
}

fn run(map: &RevisionMap, steps: &[Step], rows: &[RevId]) -> Vec<RevId> {
    let mut heads = Heads::new(rows.iter().cloned());
    for step in steps {
        heads.apply(map, step).unwrap();
    }
    heads.rows().cloned().collect()
}

/// The time for building a map, going all the way up and all the way down.
fn there_and_back(revisions: Vec<Revision>) -> [Duration; 3] {
    let size = revisions.len();
    let start = Instant::now();
    let (map, _) = RevisionMap::build(revisions).unwrap();
    let built = start.elapsed();
    let plan = map.upgrade_plan("heads", &[]).unwrap();
    assert_eq!(plan.steps.len(), size);
    let rows = run(&map, &plan.steps, &[]);
    let up = start.elapsed() - built;
    let plan = map.downgrade_plan("base", &rows).unwrap();
    assert_eq!(plan.steps.len(), size);
    assert!(run(&map, &plan.steps, &rows).is_empty());
    [built, up, start.elapsed() - built - up]
}

#[test]
fn ten_thousand_revisions_are_planned_in_time() {
    let shapes: [(&str, Shape); 4] = [
        ("chain", chain),
        ("diamonds", diamonds),
        ("ladder", ladder),
        ("rungs", rungs),
    ];
    for (name, shape) in shapes {
        let [built, up, down] = there_and_back(shape(1_000));
        println!("{name}: 1000 revisions built in {built:?}, up in {up:?}, down in {down:?}");
        let [built, up, down] = there_and_back(shape(10_000));
        println!("{name}: 10000 revisions built in {built:?}, up in {up:?}, down in {down:?}");
        // Far above what an unoptimized build takes, far below what quadratic effort would take.
        assert!(
            built + up + down < Duration::from_secs(10),
            "{name} took {:?}",
            built + up + down
        );
    }
}

#[test]
fn deep_histories_are_walked_without_recursion() {
    let (map, _) = RevisionMap::build(chain(10_000)).unwrap();
    assert_eq!(map.walk("base", "heads").unwrap().len(), 10_000);
    let last = [RevId::from(id(9_999))];
    assert_eq!(
        map.downgrade_plan("-9999", &last).unwrap().steps.len(),
        9_999
    );
    assert_eq!(
        map.upgrade_plan("+9999", &[RevId::from(id(0))])
            .unwrap()
            .steps
            .len(),
        9_999
    );
    assert_eq!(map.get_all_current(&last).unwrap().len(), 1);
}
