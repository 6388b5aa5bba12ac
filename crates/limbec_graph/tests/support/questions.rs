//! Random questions about a graph.

use limbec_graph::{RevId, RevisionMap};
use serde_json::{Value, json};

use super::answers::texts;
use super::random::{Random, Spec};

pub struct Asker<'a> {
    pub random: &'a mut Random,
    pub map: &'a RevisionMap,
    ids: Vec<String>,
    labels: Vec<String>,
}

impl<'a> Asker<'a> {
    pub fn new(random: &'a mut Random, map: &'a RevisionMap, specs: &[Spec]) -> Self {
        Self {
            random,
            map,
            ids: specs.iter().map(|spec| spec.id.clone()).collect(),
            labels: specs.iter().flat_map(|spec| spec.labels.clone()).collect(),
        }
    }

    pub fn questions(&mut self, count: usize) -> Vec<Value> {
        let mut all = vec![
            json!({"op": "facts"}),
            json!({"op": "walk", "base": "base", "head": "heads"}),
            json!({"op": "upgrade", "target": "heads", "rows": []}),
            json!({"op": "downgrade", "target": "base", "rows": texts(self.map.real_heads())}),
        ];
        all.extend((0..count).map(|_| self.question()));
        all
    }

    fn question(&mut self) -> Value {
        match self.random.below(20) {
            0..=4 => json!({"op": "upgrade", "target": self.target(), "rows": texts(&self.rows())}),
            5..=9 => {
                json!({"op": "downgrade", "target": self.target(), "rows": texts(&self.rows())})
            }
            10 | 11 => {
                let count = 1 + self.random.below(2);
                let targets: Vec<String> = (0..count).map(|_| self.target()).collect();
                json!({"op": "stamp", "targets": targets, "rows": texts(&self.rows())})
            }
            12 => json!({"op": "revision", "symbol": self.target()}),
            13 => json!({"op": "revisions", "symbols": self.target()}),
            14 => json!({"op": "all_current", "rows": texts(&self.rows())}),
            15 => json!({"op": "walk", "base": self.end("base"), "head": self.end("heads")}),
            16 => self.iterate(),
            17 => self.generate(),
            18 => json!({"op": "lineage", "targets": texts(&self.rows()), "check": self.target(),
                         "dependencies": self.random.once_in(2)}),
            _ => match self.random.below(3) {
                0 => json!({"op": "current_head", "branch": self.label_or_none()}),
                1 => json!({"op": "numbers", "symbol": self.target()}),
                _ => json!({"op": "offline_heads", "start": self.target()}),
            },
        }
    }

    /// Rows of a version table: mostly those that some upgrades leave, now and then impossible ones.
    pub fn rows(&mut self) -> Vec<RevId> {
        if self.random.once_in(12) {
            let count = self.random.below(4);
            let mut rows: Vec<RevId> = self
                .random
                .sample(&self.ids, count)
                .iter()
                .map(|id| id.as_str().into())
                .collect();
            if self.random.once_in(3) {
                rows.push(
                    self.random
                        .pick(&["gone", "zzzz12345678"])
                        .to_owned()
                        .into(),
                );
            }
            return rows;
        }
        let count = self.random.below(4);
        let tips = self.random.sample(&self.ids, count);
        let mut applied: Vec<&str> = Vec::new();
        let mut todo: Vec<&str> = tips.iter().map(String::as_str).collect();
        while let Some(id) = todo.pop() {
            if applied.contains(&id) {
                continue;
            }
            let revision = self.map.revision(id).unwrap();
            applied.push(revision.id());
            let below = revision
                .down_revisions()
                .iter()
                .chain(revision.resolved_dependencies());
            todo.extend(below.map(|id| id.as_ref()));
        }
        let is_tip = |id: &&str| {
            let above = self.map.revision(id).unwrap().all_next_revisions();
            !above.iter().any(|next| applied.contains(&next.as_ref()))
        };
        let tips: Vec<RevId> = applied
            .iter()
            .filter(|id| is_tip(id))
            .map(|&id| id.into())
            .collect();
        self.random.sample(&tips, usize::MAX)
    }

    fn id(&mut self) -> String {
        let id = self.random.pick(&self.ids).clone();
        match self.random.below(6) {
            0 => id.chars().take(3).collect(),
            1 => id.chars().take(4).collect(),
            2 => id.chars().take(5).collect(),
            _ => id,
        }
    }

    fn label(&mut self) -> String {
        match self.random.below(12) {
            0 => "nosuch".to_owned(),
            1 => self.id(),
            2 if !self.labels.is_empty() => {
                self.random.pick(&self.labels).chars().take(4).collect()
            }
            _ if self.labels.is_empty() => self.id(),
            _ => self.random.pick(&self.labels).clone(),
        }
    }

    fn label_or_none(&mut self) -> Option<String> {
        (!self.random.once_in(3)).then(|| self.label())
    }

    fn symbol(&mut self) -> String {
        match self.random.below(8) {
            0 => "head".to_owned(),
            1 => "heads".to_owned(),
            2 => "base".to_owned(),
            3 => self.label(),
            4 if self.random.once_in(8) => {
                let odd = ["", "current", "+1x", "-", "x@", " -1", "a b"];
                (*self.random.pick(&odd)).to_owned()
            }
            _ => self.id(),
        }
    }

    fn steps(&mut self) -> String {
        let sign = if self.random.once_in(2) { "+" } else { "-" };
        format!(
            "{sign}{}",
            self.random
                .pick(&["0", "1", "1", "1", "2", "2", "3", "05", "40"])
        )
    }

    /// A target in any form of the grammar.
    pub fn target(&mut self) -> String {
        match self.random.below(10) {
            0 | 1 => self.steps(),
            2 => format!("{}{}", self.id(), self.steps()),
            3 => format!("{}@{}", self.label(), self.symbol()),
            4 => format!("{}@{}", self.label(), self.steps()),
            5 => format!("{}@{}{}", self.label(), self.id(), self.steps()),
            6 if self.random.once_in(6) => format!("@{}", self.symbol()),
            _ => self.symbol(),
        }
    }

    /// An end of a range of `history`; `current` makes it a list of rows.
    fn end(&mut self, default: &str) -> Value {
        match self.random.below(5) {
            0 | 1 => json!(default),
            2 => {
                let rows = self.rows();
                if rows.is_empty() {
                    json!(default)
                } else {
                    texts(&rows)
                }
            }
            _ => json!(self.target()),
        }
    }

    fn iterate(&mut self) -> Value {
        let downgrade = self.random.once_in(2);
        let (upper, lower) = if downgrade {
            (texts(&self.rows()), json!(self.target()))
        } else {
            (
                json!(self.target()),
                if self.random.once_in(2) {
                    texts(&self.rows())
                } else {
                    json!(self.target())
                },
            )
        };
        let (lower, upper) = if self.random.once_in(6) {
            (Value::Null, upper)
        } else {
            (lower, upper)
        };
        json!({"op": "iterate", "upper": upper, "lower": lower,
               "implicit_base": self.random.once_in(2), "inclusive": self.random.once_in(2),
               "exact": self.random.once_in(2), "downgrade": downgrade})
    }

    fn generate(&mut self) -> Value {
        let head = match self.random.below(4) {
            0 => {
                let count = 1 + self.random.below(3);
                json!((0..count).map(|_| self.symbol()).collect::<Vec<_>>())
            }
            1 => json!("head"),
            _ => json!(self.target()),
        };
        let id = match self.random.below(10) {
            0 => self.id(),
            1 => "new-one".to_owned(),
            _ => "fresh123".to_owned(),
        };
        let depends: Vec<String> = if self.random.once_in(2) {
            vec![self.symbol()]
        } else {
            Vec::new()
        };
        let labels: Vec<String> = match self.random.below(4) {
            0 => vec![self.label()],
            1 => vec!["other".to_owned(), "another".to_owned()],
            _ => Vec::new(),
        };
        json!({"op": "generate", "id": id, "head": head, "splice": self.random.once_in(2),
               "labels": labels, "depends_on": depends})
    }
}
