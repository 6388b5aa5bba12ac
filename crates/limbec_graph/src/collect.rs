//! Which revisions lie between two points of the history.

use crate::bits::NodeSet;
use crate::error::{Caller, GraphError, Warning};
use crate::map::{Edges, Node, RevisionMap};
use crate::resolve::Located;
use crate::revision::{Revision, Selector};

/// A question for the revisions between `lower` and `upper`, to be answered from the top down.
#[derive(Debug, Clone)]
pub struct Iteration {
    /// The upper end: the target of an upgrade, or the current state of a downgrade.
    pub upper: Selector,
    /// The lower end: the current state of an upgrade, or the target of a downgrade.
    pub lower: Selector,
    /// Includes other branches down to their base.
    pub implicit_base: bool,
    /// Includes the lower end itself.
    pub inclusive: bool,
    /// Makes a relative end that leads past the history an error.
    pub assert_relative_length: bool,
    /// Reads `lower` as the target of a downgrade.
    pub select_for_downgrade: bool,
}

impl Iteration {
    /// The question with the defaults of Alembic's `iterate_revisions`.
    #[must_use]
    pub fn new(upper: impl Into<Selector>, lower: impl Into<Selector>) -> Self {
        Self {
            upper: upper.into(),
            lower: lower.into(),
            implicit_base: false,
            inclusive: false,
            assert_relative_length: true,
            select_for_downgrade: false,
        }
    }
}

/// The revisions that a question selects, and the ends from which to list them.
struct Selection {
    members: NodeSet,
    ends: Vec<Node>,
}

impl RevisionMap {
    /// The revisions between two points, from the top down.
    ///
    /// # Errors
    /// Ends that cannot be resolved, that overlap, or that are not on one line of descent.
    pub fn iterate_revisions(&self, question: &Iteration) -> Result<Vec<&Revision>, GraphError> {
        let nodes = self.iterate(question, &mut Vec::new())?;
        Ok(nodes.into_iter().map(|node| &self.nodes[node]).collect())
    }

    /// The history from `head` down to and including `base`, as `alembic history` lists it.
    ///
    /// # Errors
    /// As [`Self::iterate_revisions`].
    pub fn walk(
        &self,
        base: impl Into<Selector>,
        head: impl Into<Selector>,
    ) -> Result<Vec<&Revision>, GraphError> {
        let question = Iteration {
            inclusive: true,
            assert_relative_length: false,
            ..Iteration::new(head, base)
        };
        let caller = Caller::Walk {
            start: question.lower.clone(),
            end: question.upper.clone(),
        };
        self.iterate_revisions(&question)
            .map_err(|error| error.for_caller(&caller))
    }

    pub(crate) fn iterate(
        &self,
        question: &Iteration,
        warnings: &mut Vec<Warning>,
    ) -> Result<Vec<Node>, GraphError> {
        let Selection { members, ends } = if question.select_for_downgrade {
            self.collect_downgrade(question, warnings)?
        } else {
            self.collect_upgrade(question, warnings)?
        };
        self.topological_sort(members, &ends)
    }

    /// What has to be applied to get from `lower` to `upper`.
    fn collect_upgrade(
        &self,
        question: &Iteration,
        warnings: &mut Vec<Warning>,
    ) -> Result<Selection, GraphError> {
        let exact = question.assert_relative_length;
        let mut targets = self
            .upgrade_target(&question.lower, &question.upper, exact)?
            .into_iter()
            .map(Located::revision)
            .collect::<Result<Vec<Node>, GraphError>>()?;
        if let Selector::One(lower) = &question.lower
            && let Some((branch, _)) = lower.split_once('@')
        {
            let branch = self.label_of(branch)?;
            targets.retain(|&target| self.nodes[target].has_branch_label(&branch));
        }
        let required = self.reach_disjoint(&targets, Edges::NormalizedDown)?.set;

        let current = self.locate(&question.lower)?;
        let outside = |located: &Located| match *located {
            Located::Revision(node) => !required.contains(node),
            Located::Base => true,
            Located::Nothing => false,
        };
        if !question.implicit_base && current.iter().any(outside) {
            return Err(self.not_ancestor(question));
        }
        let (current, lower) = self.settled_current(question, current, warnings)?;

        let applied = self.reach_disjoint(&current, Edges::NormalizedDown)?.set;
        let mut members = required;
        members.subtract(&applied);
        if question.inclusive {
            for located in self.locate(&lower)? {
                members.insert(located.revision()?);
            }
        }
        if !current.is_empty() && !question.implicit_base {
            members.intersect(&self.reach_disjoint(&current, Edges::Next)?.set);
        }
        Ok(Selection {
            members,
            ends: targets,
        })
    }

    /// The label to filter by for a lower end `branch@symbol`: an identifier stands for the label it has.
    fn label_of(&self, branch: &str) -> Result<String, GraphError> {
        let Located::Revision(node) = self.locate_one(Some(branch))? else {
            return Ok(branch.to_owned());
        };
        let revision = &self.nodes[node];
        if *revision.id != *branch {
            return Ok(branch.to_owned());
        }
        let mut labels = revision.branch_labels();
        match (labels.next(), labels.next()) {
            (Some(only), None) => Ok(only.to_string()),
            _ => Err(GraphError::undefined(format!(
                "Revision {branch} has {} branch labels; name the branch by its label",
                revision.branch_labels().len()
            ))),
        }
    }

    /// The lower end as revisions. A relative one that leads past the history is counted once more, from the top.
    fn settled_current(
        &self,
        question: &Iteration,
        current: Vec<Located>,
        warnings: &mut Vec<Warning>,
    ) -> Result<(Vec<Node>, Selector), GraphError> {
        if current.first() != Some(&Located::Nothing) {
            let nodes: Result<Vec<Node>, GraphError> =
                current.iter().map(|located| located.revision()).collect();
            if nodes.is_err() {
                // Alembic finds overlaps among those that are revisions before it stumbles over the others.
                let revisions: Vec<Node> = current
                    .iter()
                    .filter_map(|located| located.revision().ok())
                    .collect();
                self.reach_disjoint(&revisions, Edges::NormalizedDown)?;
            }
            return Ok((nodes?, question.lower.clone()));
        }
        let exact = question.assert_relative_length;
        let target = self.downgrade_target(&question.upper, &question.lower, exact, warnings)?;
        match target.target {
            Located::Base => Ok((Vec::new(), Selector::Base)),
            other => {
                let node = other.revision()?;
                Ok((vec![node], Selector::from(self.id(node))))
            }
        }
    }

    /// What has to be dropped to get from `upper` to `lower`.
    fn collect_downgrade(
        &self,
        question: &Iteration,
        warnings: &mut Vec<Warning>,
    ) -> Result<Selection, GraphError> {
        let destination = self.downgrade_target(
            &question.upper,
            &question.lower,
            question.assert_relative_length,
            warnings,
        )?;
        let target = match destination.target {
            Located::Revision(node) => Some(node),
            Located::Base | Located::Nothing => None,
        };
        let mut roots = match target {
            // Names count here, not revisions: a base that has a label is there more than once.
            None => self
                .index
                .values()
                .copied()
                .filter(|&node| self.nodes[node].is_base())
                .collect(),
            Some(node) if question.inclusive => vec![node],
            Some(node) => self.links[node].next.clone(),
        };
        let branch = destination.branch.filter(|branch| !branch.is_empty());
        if let Some(branch) = branch
            && roots.len() > 1
        {
            let on = self.resolve_branch(&branch)?;
            let line = self.reach(&[on], Edges::Down).set;
            roots.retain(|&root| line.contains(root));
            if roots.is_empty() {
                return Err(GraphError::InvalidDowngradeTarget);
            }
        }
        let heads = self
            .locate(&question.upper)?
            .into_iter()
            .map(Located::revision)
            .collect::<Result<Vec<Node>, GraphError>>()?;
        let mut members = self.reach(&roots, Edges::AllNext).set;
        let active = self.reach(&heads, Edges::NormalizedDown).set;
        members.intersect(&active);
        if question.implicit_base {
            let mut others = active;
            others.subtract(&self.reach(&roots, Edges::NormalizedDown).set);
            members.union(&others);
        }
        if let Some(target) = target
            && members.is_empty()
            && !heads.contains(&target)
        {
            return Err(GraphError::RangeNotAncestor {
                lower: Box::new(Selector::from("Nothing to drop")),
                upper: Box::new(question.upper.clone()),
                caller: Box::new(Caller::Library),
            });
        }
        Ok(Selection {
            members,
            ends: heads,
        })
    }

    fn not_ancestor(&self, question: &Iteration) -> GraphError {
        GraphError::RangeNotAncestor {
            lower: Box::new(question.lower.clone()),
            upper: Box::new(question.upper.clone()),
            caller: Box::new(Caller::Library),
        }
    }
}
