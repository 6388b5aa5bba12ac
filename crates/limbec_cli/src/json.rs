//! Revisions as JSON.

use limbec::autogen::Summary;
use limbec::script::ScriptView;
use serde_json::{Value, json};

/// All that is known of a revision.
pub fn revision(view: &ScriptView<'_>) -> Value {
    let (revision, script) = (view.revision, view.script);
    let names =
        |ids: &[limbec_graph::RevId]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
    let mut labels: Vec<String> = revision.branch_labels().map(ToString::to_string).collect();
    labels.sort();
    json!({
        "revision": &**revision.id(),
        "down_revisions": names(revision.down_revisions()),
        "depends_on": names(revision.dependencies()),
        "branch_labels": labels,
        "is_head": revision.is_head(),
        "is_base": revision.is_base(),
        "is_branch_point": revision.is_branch_point(),
        "is_merge_point": revision.is_merge_point(),
        "current": view.current,
        "message": script.doc(),
        "path": script.path.display().to_string(),
    })
}

/// JSON as it is printed: indented, with a line end.
pub fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Operations by their kind, table and subject.
pub fn operations(operations: &[Summary]) -> Vec<Value> {
    operations
        .iter()
        .map(|op| json!({"op": op.op, "schema": op.schema, "table": op.table, "name": op.name}))
        .collect()
}
