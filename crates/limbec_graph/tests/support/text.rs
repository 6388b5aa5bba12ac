//! The readable form of graphs and questions in `tests/graphs/*.txt`.
//!
//! ```text
//! a <- base "create account"      a revision, its parents, its message
//! b <- a label billing, money     branch labels
//! c <- a, b needs x, billing      dependencies
//!
//! upgrade head from a             a question; below it, indented, the answer
//!   upgrade a -> b: update a to b
//! ```
//!
//! Lines that begin with `#` are comments. `from` names the rows of the version table; none without it. To add a case,
//! write graph and questions, and let Alembic answer: `LIMBEC_WRITE_GRAPHS=1 cargo test -p limbec_graph --test differential`.

use serde_json::{Value, json};

use super::random::Spec;

/// A question as it is written, as the oracle takes it, and the lines that are expected.
pub struct Question {
    pub written: String,
    pub query: Value,
    pub expected: Vec<String>,
}

pub fn parse(text: &str) -> (Vec<Spec>, Vec<Question>) {
    let mut specs = Vec::new();
    let mut questions: Vec<Question> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if let Some(answer) = line.strip_prefix("  ") {
            let question = questions.last_mut().expect("an answer follows a question");
            question.expected.push(answer.trim_end().to_owned());
        } else if let Some((id, rest)) = line.split_once(" <- ") {
            specs.push(revision(id, rest));
        } else {
            questions.push(Question {
                written: line.to_owned(),
                query: query(line.trim_end()),
                expected: Vec::new(),
            });
        }
    }
    (specs, questions)
}

fn revision(id: &str, rest: &str) -> Spec {
    let (rest, doc) = match rest.trim_end().strip_suffix('"') {
        Some(quoted) => {
            let (rest, doc) = quoted.split_once('"').expect("a message has two quotes");
            (rest, Some(doc.to_owned()))
        }
        None => (rest, None),
    };
    let (rest, depends_on) = rest.split_once(" needs ").unwrap_or((rest, ""));
    let (down, labels) = rest.split_once(" label ").unwrap_or((rest, ""));
    let down = if down.trim() == "base" { "" } else { down };
    Spec {
        id: id.to_owned(),
        down: words(down),
        depends_on: words(depends_on),
        labels: words(labels),
        doc,
    }
}

fn words(list: &str) -> Vec<String> {
    let words = list.split(',').map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn query(line: &str) -> Value {
    let (line, rows) = line.split_once(" from ").unwrap_or((line, ""));
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rows = words(rows);
    match name {
        "upgrade" | "downgrade" => json!({"op": name, "target": rest, "rows": rows}),
        "stamp" => json!({"op": name, "targets": words(rest), "rows": rows}),
        "history" => {
            let (base, head) = rest.split_once(':').unwrap_or(("", ""));
            let or =
                |end: &str, default: &str| if end.is_empty() { default } else { end }.to_owned();
            json!({"op": "walk", "base": or(base, "base"), "head": or(head, "heads")})
        }
        "revision" => json!({"op": name, "symbol": rest}),
        "revisions" => json!({"op": name, "symbols": rest}),
        "current" => json!({"op": "all_current", "rows": rows}),
        "heads" | "bases" | "effective-heads" | "labels" | "graph" => json!({"op": "facts"}),
        "new" => new_revision(rest),
        other => panic!("unknown question '{other}'"),
    }
}

/// `new ID [on HEAD, HEAD] [splice] [label L] [needs D]`
fn new_revision(rest: &str) -> Value {
    let (rest, depends_on) = rest.split_once(" needs ").unwrap_or((rest, ""));
    let (rest, labels) = rest.split_once(" label ").unwrap_or((rest, ""));
    let (rest, splice) = match rest.strip_suffix(" splice") {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let (id, head) = rest.split_once(" on ").unwrap_or((rest, "head"));
    json!({"op": "generate", "id": id, "head": words(head), "splice": splice,
           "labels": words(labels), "depends_on": words(depends_on)})
}

/// The text with other answers to its questions, in order.
pub fn fill(text: &str, answers: &[Vec<String>]) -> String {
    let mut answers = answers.iter();
    let mut filled = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        filled.push_str(line);
        filled.push('\n');
        let is_question =
            !line.trim().is_empty() && !line.starts_with('#') && !line.contains(" <- ");
        let answer = if is_question { answers.next() } else { None };
        for answer in answer.into_iter().flatten() {
            filled.push_str(&format!("  {answer}\n"));
        }
    }
    filled
}

/// The lines of an answer, whoever gave it.
pub fn render(question: &str, answer: &Value) -> Vec<String> {
    if let Some(error) = answer["error"].as_str() {
        return vec![format!("FAILED: {error}")];
    }
    if answer.get("crash").is_some() {
        return vec!["no answer".to_owned()];
    }
    let warnings = answer["warnings"].as_array().into_iter().flatten();
    let mut lines: Vec<String> = warnings
        .map(|warning| format!("warning: {}", plain(warning)))
        .collect();
    let answer = &answer["answer"];
    match question.split(' ').next().unwrap() {
        "heads" => lines.extend(each(&answer["heads"])),
        "effective-heads" => lines.extend(each(&answer["real_heads"])),
        "bases" => lines.extend(each(&answer["bases"])),
        "graph" => lines.extend(facts(answer, |facts| plain(&facts["text"]))),
        "labels" => lines.extend(facts(answer, |facts| joined(&facts["labels"]))),
        "upgrade" | "downgrade" | "stamp" => {
            lines.extend(answer.as_array().unwrap().iter().map(step))
        }
        "new" => lines.push(format!(
            "{} -> {} needs [{}] label [{}]",
            joined(&answer["down"]),
            plain(&answer["id"]),
            joined(&answer["depends_on"]),
            joined(&answer["labels"])
        )),
        _ => lines.extend(each(answer)),
    }
    if lines.is_empty() {
        lines.push("nothing".to_owned());
    }
    lines
}

fn step(step: &Value) -> String {
    if step.get("crash").is_some() {
        return format!("{}: no answer", plain(&step["text"]));
    }
    format!("{}: {}", plain(&step["text"]), plain(&step["log"]))
}

fn facts(answer: &Value, text: impl Fn(&Value) -> String) -> Vec<String> {
    let revisions = answer["revisions"].as_object().unwrap();
    revisions
        .iter()
        .map(|(id, facts)| format!("{id}: {}", text(facts)))
        .collect()
}

fn each(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(plain).collect()
}

fn joined(list: &Value) -> String {
    each(list).join(", ")
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| "none".to_owned(), str::to_owned)
}
