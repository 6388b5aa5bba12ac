//! The order in which Alembic runs revisions: one branch after the other as far as dependencies allow.

use crate::bits::{Ancestors, NodeSet};
use crate::error::GraphError;
use crate::map::{Node, RevisionMap};

/// The lines that are being walked down, each with the revision it has come to.
struct Lines {
    tips: Vec<Node>,
    ancestors: Vec<Ancestors>,
    at_tip: NodeSet,
}

impl RevisionMap {
    /// Lists `members` from the top down, starting at those of `ends` that are among them.
    ///
    /// The walk follows one line until a revision is met that another line still needs, goes on with that line, and
    /// comes back: the exact order is part of Alembic's behaviour, because it is the order in which migrations run.
    ///
    /// # Errors
    /// [`GraphError::Undefined`] when some members cannot be reached from the ends; Alembic asserts that they can.
    pub(crate) fn topological_sort(
        &self,
        members: NodeSet,
        ends: &[Node],
    ) -> Result<Vec<Node>, GraphError> {
        let mut todo = members;
        let mut lines = self.lines(&todo, ends);
        let mut output = Vec::new();
        let mut current = 0;
        while let Some(&candidate) = lines.tips.get(current) {
            if let Some(needed_by) = self.line_above(&mut lines, current) {
                current = needed_by;
                continue;
            }
            if todo.contains(candidate) {
                output.push(candidate);
                todo.remove(candidate);
            }
            let next: Vec<Node> = self.links[candidate]
                .normalized_down
                .iter()
                .copied()
                .filter(|&parent| todo.contains(parent) && !lines.at_tip.contains(parent))
                .collect();
            lines.at_tip.remove(candidate);
            if next.is_empty() {
                lines.tips.remove(current);
                lines.ancestors.remove(current);
                current = current.saturating_sub(1);
            } else {
                self.move_down(&mut lines, current, &next);
            }
        }
        if todo.is_empty() {
            Ok(output)
        } else {
            Err(GraphError::undefined(
                "The requested range contains revisions that cannot be reached from its upper end",
            ))
        }
    }

    /// One line for each end, in the order of the scripts.
    fn lines(&self, todo: &NodeSet, ends: &[Node]) -> Lines {
        let mut tips: Vec<Node> = Vec::new();
        let mut at_tip = self.empty_set();
        for &end in ends {
            if todo.contains(end) && at_tip.insert(end) {
                tips.push(end);
            }
        }
        tips.sort_by_key(|&tip| self.index.get_index_of(self.id(tip)));
        let ancestors = tips
            .iter()
            .map(|&tip| Ancestors::of(tip, &self.links))
            .collect();
        Lines {
            tips,
            ancestors,
            at_tip,
        }
    }

    /// The first other line that still leads to the tip of the current one.
    fn line_above(&self, lines: &mut Lines, current: usize) -> Option<usize> {
        let candidate = lines.tips[current];
        (0..lines.tips.len()).find(|&position| {
            position != current && lines.ancestors[position].contains(candidate, &self.links)
        })
    }

    /// Goes on with the first of `next`; the others become new lines.
    fn move_down(&self, lines: &mut Lines, current: usize, next: &[Node]) {
        for &tip in next {
            lines.at_tip.insert(tip);
        }
        let plain = self.links[lines.tips[current]].normalized_down.len() == 1;
        lines.tips[current] = next[0];
        // On a plain line the ancestors of the parent are those of the child, less the child, which is done.
        if !plain {
            lines.ancestors[current] = Ancestors::of(next[0], &self.links);
        }
        for &tip in &next[1..] {
            lines.tips.push(tip);
            lines.ancestors.push(Ancestors::of(tip, &self.links));
        }
    }
}
