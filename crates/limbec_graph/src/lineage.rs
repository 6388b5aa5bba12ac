//! Which revisions are on one line of descent with a branch or a revision.

use std::collections::HashSet;

use crate::bits::NodeSet;
use crate::error::GraphError;
use crate::map::{Edges, Node, RevisionMap};
use crate::revision::{RevId, Revision};

impl RevisionMap {
    /// Those of `targets` that are ancestors or descendants of `check_against`, which may be a label, a revision or
    /// `label@symbol`. `base` and `None` leave all of them in.
    ///
    /// # Errors
    /// When a target or `check_against` cannot be resolved.
    pub fn filter_for_lineage(
        &self,
        targets: &[RevId],
        check_against: Option<&str>,
        include_dependencies: bool,
    ) -> Result<Vec<RevId>, GraphError> {
        self.filter_by(targets, check_against, include_dependencies, |id| {
            self.identified(id)
        })
    }

    /// As [`Self::filter_for_lineage`], for revisions that are known already.
    pub(crate) fn filter_nodes(
        &self,
        targets: &[Node],
        check_against: &str,
        include_dependencies: bool,
    ) -> Result<Vec<Node>, GraphError> {
        self.filter_by(
            targets,
            Some(check_against),
            include_dependencies,
            |&node| Ok(node),
        )
    }

    fn filter_by<T: Clone>(
        &self,
        targets: &[T],
        check_against: Option<&str>,
        include_dependencies: bool,
        node_of: impl Fn(&T) -> Result<Node, GraphError>,
    ) -> Result<Vec<T>, GraphError> {
        let resolved = self.symbols(check_against)?;
        let mut shares = resolved.ids;
        if let Some(branch) = resolved.branch.filter(|branch| !branch.is_empty()) {
            shares.insert(0, branch);
        }
        if shares.is_empty() {
            return Ok(targets.to_vec());
        }
        // The line is computed for the first target and then kept: errors come up in Alembic's order, and not at all
        // when there is no target.
        let mut line: Option<NodeSet> = None;
        let mut kept = Vec::new();
        for target in targets {
            let node = node_of(target)?;
            let line = match &mut line {
                Some(line) => line,
                empty => empty.insert(self.line_of(&shares, include_dependencies)?),
            };
            if line.contains(node) {
                kept.push(target.clone());
            }
        }
        Ok(kept)
    }

    /// All ancestors and descendants of some identifiers or labels.
    fn line_of(&self, shares: &[RevId], include_dependencies: bool) -> Result<NodeSet, GraphError> {
        let nodes = shares
            .iter()
            .map(|share| self.identified(share))
            .collect::<Result<Vec<Node>, GraphError>>()?;
        Ok(self.line(&nodes, include_dependencies))
    }

    /// All ancestors and descendants of some revisions, themselves included.
    pub(crate) fn line(&self, nodes: &[Node], include_dependencies: bool) -> NodeSet {
        let mut line = self
            .reach(nodes, Edges::ancestors(include_dependencies))
            .set;
        line.union(
            &self
                .reach(nodes, Edges::descendants(include_dependencies))
                .set,
        );
        line
    }

    /// Removes the revisions that have a descendant among the others, dependencies aside.
    pub(crate) fn branch_heads(&self, nodes: &[Node]) -> Vec<Node> {
        let members = NodeSet::from_nodes(self.nodes.len(), nodes);
        let mut covered = self.empty_set();
        // From high to low, so that one look at the next revisions tells whether anything above is a member.
        let mut above = self.reach(nodes, Edges::Down).order;
        above.sort_by_key(|&node| std::cmp::Reverse(self.links[node].level));
        for node in above {
            if covered.contains(node) || members.contains(node) {
                for &parent in &self.links[node].down {
                    covered.insert(parent);
                }
            }
        }
        nodes
            .iter()
            .copied()
            .filter(|&node| !covered.contains(node))
            .collect()
    }

    /// The revisions that count as current for these rows of the version table: the rows themselves and, among the
    /// revisions they imply by dependencies, the heads of each branch. Alembic gives them in random order.
    ///
    /// # Errors
    /// When a row cannot be resolved.
    pub fn get_all_current(&self, rows: &[RevId]) -> Result<Vec<&Revision>, GraphError> {
        let nodes = self
            .all_current(rows)
            .map_err(|error| error.for_caller(&crate::error::Caller::Lookup))?;
        Ok(nodes.into_iter().map(|node| &self.nodes[node]).collect())
    }

    /// All revisions that a database with these rows in its version table has: the rows, and what lies below them.
    ///
    /// # Errors
    /// When a row cannot be resolved.
    pub fn applied(&self, rows: &[RevId]) -> Result<HashSet<RevId>, GraphError> {
        let nodes: Vec<Node> = rows
            .iter()
            .map(|row| self.identified(row))
            .collect::<Result<_, GraphError>>()
            .map_err(|error| error.for_caller(&crate::error::Caller::Lookup))?;
        let reached = self.reach(&nodes, Edges::NormalizedDown).order;
        Ok(reached
            .into_iter()
            .map(|node| self.id(node).clone())
            .collect())
    }

    pub(crate) fn all_current(&self, rows: &[RevId]) -> Result<Vec<Node>, GraphError> {
        let mut top: Vec<Node> = Vec::with_capacity(rows.len());
        for row in rows {
            for found in self.locate_symbol(row)? {
                let node = found.revision()?;
                if !top.contains(&node) {
                    top.push(node);
                }
            }
        }
        let mut known = NodeSet::from_nodes(self.nodes.len(), &top);
        let ancestors = self.reach(&top, Edges::NormalizedDown).order;
        top.extend(ancestors.into_iter().filter(|&node| known.insert(node)));
        Ok(self.branch_heads(&top))
    }

    /// The revision of a name that must be one.
    pub(crate) fn identified(&self, id: &str) -> Result<Node, GraphError> {
        self.revision_for(Some(id), None)?.revision()
    }
}
