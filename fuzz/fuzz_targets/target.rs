//! No symbol makes the graph panic.
#![no_main]

use limbec_graph::{Revision, RevisionMap};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let revisions = [
        Revision::new("a1", [] as [&str; 0]).with_labels(["one"]),
        Revision::new("b2", ["a1"]),
        Revision::new("c3", ["a1"]).with_labels(["two"]),
        Revision::new("d4", ["b2", "c3"]),
        Revision::new("e5", [] as [&str; 0]).with_dependencies(["b2"]),
    ];
    if let Ok((map, _)) = RevisionMap::build(revisions) {
        let _ = map.get_revisions(text);
        let _ = map.upgrade_plan(text, &["a1".into()]);
        let _ = map.downgrade_plan(text, &["d4".into()]);
        let _ = map.stamp_plan(text, &[]);
    }
});
