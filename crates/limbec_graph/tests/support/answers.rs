//! Our answers, in the form in which the oracle gives its own.

use limbec_graph::{
    Found, GraphError, Heads, Iteration, NewRevision, Plan, RevId, Revision, RevisionMap, Selector,
    VersionChange, Warning,
};
use serde_json::{Map, Value, json};

use super::random::Spec;

pub fn build(specs: &[Spec]) -> Result<(RevisionMap, Vec<Warning>), GraphError> {
    RevisionMap::build(specs.iter().enumerate().map(|(payload, spec)| {
        let revision = Revision::new(&spec.id, spec.down.iter().map(String::as_str))
            .with_dependencies(spec.depends_on.iter().map(String::as_str))
            .with_labels(spec.labels.iter().map(String::as_str))
            .with_payload(payload);
        match &spec.doc {
            Some(doc) => revision.with_doc(doc),
            None => revision,
        }
    }))
}

/// The answer to one question: `{"answer": ...}`, `{"error": ...}` or `{"crash": ...}`.
pub fn answer(specs: &[Spec], question: &Value) -> Value {
    let result = build(specs).and_then(|(map, warnings)| {
        let mut said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        let answer = reply(&map, question, &mut said)?;
        Ok((answer, said))
    });
    match result {
        Ok((answer, said)) if said.is_empty() => json!({"answer": answer}),
        Ok((answer, said)) => json!({"answer": answer, "warnings": said}),
        Err(error) if error.is_traceback_in_alembic() => json!({"crash": error.to_string()}),
        Err(error) => json!({"error": error.to_string()}),
    }
}

fn reply(map: &RevisionMap, question: &Value, said: &mut Vec<String>) -> Result<Value, GraphError> {
    let text = |key: &str| question[key].as_str().unwrap();
    let flag = |key: &str| question[key].as_bool().unwrap();
    let rows = |key: &str| strings(&question[key]);
    Ok(match text("op") {
        "facts" => facts(map),
        "revision" => names([map.get_revision(text("symbol"))?]),
        "revisions" => names(map.get_revisions(selector(&question["symbols"]))?),
        "current_head" => map
            .get_current_head(question["branch"].as_str())?
            .map_or(Value::Null, |head| text_of(&head)),
        "all_current" => ids(map.get_all_current(&rows("rows"))?),
        "lineage" => texts(&map.filter_for_lineage(
            &rows("targets"),
            Some(text("check")),
            flag("dependencies"),
        )?),
        "numbers" => texts(&map.as_revision_numbers(Some(text("symbol")))?),
        "walk" => ids(map.walk(selector(&question["base"]), selector(&question["head"]))?),
        "iterate" => ids(map.iterate_revisions(&Iteration {
            implicit_base: flag("implicit_base"),
            inclusive: flag("inclusive"),
            assert_relative_length: flag("exact"),
            select_for_downgrade: flag("downgrade"),
            ..Iteration::new(selector(&question["upper"]), selector(&question["lower"]))
        })?),
        "upgrade" => run(
            map,
            map.upgrade_plan(text("target"), &rows("rows"))?,
            &rows("rows"),
            said,
        ),
        "downgrade" => run(
            map,
            map.downgrade_plan(text("target"), &rows("rows"))?,
            &rows("rows"),
            said,
        ),
        "stamp" => run(
            map,
            map.stamp_plan(rows("targets"), &rows("rows"))?,
            &rows("rows"),
            said,
        ),
        "offline_heads" => texts(&map.offline_heads(question["start"].as_str())?),
        "generate" => generate(map, question, said)?,
        other => panic!("unknown question {other}"),
    })
}

fn facts(map: &RevisionMap) -> Value {
    let mut revisions = Map::new();
    for revision in map.revisions() {
        let labels: Vec<RevId> = revision.branch_labels().cloned().collect();
        let facts = json!({
            "text": revision.to_string(),
            "next": texts(revision.next_revisions()),
            "all_next": texts(revision.all_next_revisions()),
            "labels": texts(&labels),
            "dependencies": texts(revision.resolved_dependencies()),
            "all_down": texts(&revision.all_down_revisions()),
            "normalized": texts(&revision.normalized_down_revisions()),
            "real": [revision.is_real_head(), revision.is_real_base(), revision.is_real_branch_point()],
        });
        revisions.insert(revision.id().to_string(), facts);
    }
    json!({
        "heads": texts(map.heads()),
        "real_heads": texts(map.real_heads()),
        "bases": texts(map.bases()),
        "real_bases": texts(map.real_bases()),
        "revisions": revisions,
    })
}

/// Runs a plan on the version table, as the runner does.
fn run(map: &RevisionMap, plan: Plan, rows: &[RevId], said: &mut Vec<String>) -> Value {
    said.extend(plan.warnings.iter().map(ToString::to_string));
    let mut heads = Heads::new(rows.iter().cloned());
    let mut answers = Vec::new();
    for step in &plan.steps {
        let mut answer = json!({
            "text": step.to_string(),
            "short": step.short_log(),
            "up": texts(step.up_revisions()),
            "down": texts(step.down_revisions()),
            "stamp": step.is_stamp(),
            "upgrade": step.is_upgrade(),
        });
        let transition = heads.apply(map, step);
        let crashed = transition.is_err();
        match transition {
            Ok(transition) => {
                let mut rows: Vec<RevId> = heads.rows().cloned().collect();
                rows.sort();
                answer["log"] = json!(transition.to_string());
                answer["sql"] = transition.changes.iter().map(sql).collect();
                answer["rows"] = texts(&rows);
            }
            Err(error) => answer["crash"] = json!(error.to_string()),
        }
        answers.push(answer);
        if crashed {
            break;
        }
    }
    json!(answers)
}

fn sql(change: &VersionChange) -> String {
    match change {
        VersionChange::Insert(version) => {
            format!("INSERT INTO alembic_version (version_num) VALUES ('{version}')")
        }
        VersionChange::Update { from, to } => format!(
            "UPDATE alembic_version SET version_num='{to}' WHERE alembic_version.version_num = '{from}'"
        ),
        VersionChange::Delete(version) => {
            format!("DELETE FROM alembic_version WHERE alembic_version.version_num = '{version}'")
        }
    }
}

fn generate(
    map: &RevisionMap,
    question: &Value,
    said: &mut Vec<String>,
) -> Result<Value, GraphError> {
    let new = NewRevision {
        id: question["id"].as_str().unwrap().into(),
        head: selector(&question["head"]),
        splice: question["splice"].as_bool().unwrap(),
        branch_labels: strings(&question["labels"]),
        depends_on: strings(&question["depends_on"]),
    };
    let prepared = map.heads_for(&new)?.prepare(&new)?;
    said.extend(prepared.warnings.iter().map(ToString::to_string));
    let revision = prepared.revision;
    Ok(json!({
        "id": text_of(revision.id()),
        "down": texts(revision.down_revisions()),
        "depends_on": texts(revision.dependencies()),
        "labels": texts(revision.written_labels()),
    }))
}

fn strings(value: &Value) -> Vec<RevId> {
    let items = value.as_array().unwrap();
    items
        .iter()
        .map(|item| item.as_str().unwrap().into())
        .collect()
}

pub fn selector(value: &Value) -> Selector {
    match value {
        Value::Null => Selector::Base,
        Value::String(symbol) => Selector::from(symbol),
        several => Selector::Many(strings(several)),
    }
}

fn ids(revisions: Vec<&Revision>) -> Value {
    revisions
        .into_iter()
        .map(|revision| text_of(revision.id()))
        .collect()
}

fn names<'m>(found: impl IntoIterator<Item = Found<'m>>) -> Value {
    let name = |found| match found {
        Found::Revision(revision) => text_of(revision.id()),
        Found::Base => json!("base"),
        Found::Nothing => Value::Null,
    };
    found.into_iter().map(name).collect()
}

fn text_of(id: &RevId) -> Value {
    Value::from(id.as_ref())
}

pub fn texts(ids: &[RevId]) -> Value {
    ids.iter().map(text_of).collect()
}
