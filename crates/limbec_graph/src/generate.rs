//! The checks that `revision` and `merge` make on the graph before a file is written.

use crate::build::check_identifier;
use crate::error::{Caller, CycleKind, GraphError, Warning};
use crate::map::{Edges, Node, RevisionMap};
use crate::resolve::Located;
use crate::revision::{RevId, Revision, Selector};

/// What is asked of `revision` or `merge`.
#[derive(Debug, Clone)]
pub struct NewRevision {
    /// The identifier of the new revision.
    pub id: RevId,
    /// The revisions to build on; `head` if nothing is asked for.
    pub head: Selector,
    /// Allows to build on revisions that are no heads.
    pub splice: bool,
    /// Labels for the new branch.
    pub branch_labels: Vec<RevId>,
    /// Identifiers, beginnings of identifiers, or labels to depend on.
    pub depends_on: Vec<RevId>,
}

impl NewRevision {
    /// A revision on top of the only head.
    #[must_use]
    pub fn new(id: impl Into<RevId>) -> Self {
        Self {
            id: id.into(),
            head: Selector::from("head"),
            splice: false,
            branch_labels: Vec::new(),
            depends_on: Vec::new(),
        }
    }
}

/// The revisions that a new one is going to build on. The caller finds the version location from them before it goes on
/// with [`RevisionHeads::prepare`], because Alembic checks that in between.
#[derive(Debug, Clone)]
pub struct RevisionHeads<'m> {
    map: &'m RevisionMap,
    nodes: Vec<Node>,
    /// Besides revisions, a walk past the end was named. Alone it stands for a new base.
    mixed: bool,
}

/// A new revision that has passed all checks.
#[derive(Debug, Clone)]
pub struct PreparedRevision {
    /// The revision as it is to be written: `down_revisions`, `dependencies` and `written_labels` are final.
    pub revision: Revision,
    /// What Alembic would warn about.
    pub warnings: Vec<Warning>,
}

impl RevisionMap {
    /// Finds the revisions that a new one is going to build on; none for a new base.
    ///
    /// # Errors
    /// Illegal identifiers, heads that cannot be resolved, several heads where one is meant, one head twice.
    pub fn heads_for(&self, new: &NewRevision) -> Result<RevisionHeads<'_>, GraphError> {
        check_identifier(&new.id)?;
        let located = self
            .locate(&new.head)
            .map_err(|error| error.for_caller(&Caller::NewRevision))?;
        if located.contains(&Located::Base) {
            Located::Base.revision()?;
        }
        if (1..located.len()).any(|position| located[..position].contains(&located[position])) {
            return Err(GraphError::DuplicateHeads);
        }
        let past_the_end = located.contains(&Located::Nothing);
        let nodes: Vec<Node> = located
            .into_iter()
            .filter_map(|located| located.revision().ok())
            .collect();
        Ok(RevisionHeads {
            map: self,
            mixed: past_the_end && !nodes.is_empty(),
            nodes,
        })
    }
}

impl<'m> RevisionHeads<'m> {
    /// The revisions to build on, in the order in which they were named.
    pub fn revisions(&self) -> impl ExactSizeIterator<Item = &'m Revision> {
        let map = self.map;
        self.nodes.iter().map(move |&node| &map.nodes[node])
    }

    /// Makes the remaining checks and settles what is to be written.
    ///
    /// # Errors
    /// A revision to build on that is no head (without `splice`), dependencies that cannot be resolved, labels that are
    /// in use, and a revision that would follow itself.
    pub fn prepare(&self, new: &NewRevision) -> Result<PreparedRevision, GraphError> {
        if !new.splice
            && let Some(revision) = self.revisions().find(|revision| !revision.is_head())
        {
            return Err(GraphError::NotAHead {
                revision: revision.id.clone(),
            });
        }
        let dependencies = new
            .depends_on
            .iter()
            .map(|name| self.dependency(name))
            .collect::<Result<Vec<RevId>, GraphError>>()?;
        let revision = Revision::new(&new.id, self.map.ids(&self.nodes))
            .with_dependencies(dependencies)
            .with_labels(new.branch_labels.iter().cloned());
        self.check_loops(&revision)?;
        self.check_labels(new)?;
        if self.mixed {
            Located::Nothing.revision()?;
        }
        self.check_ancestors(&revision)?;
        let warnings = match self.map.revision(&new.id) {
            Some(_) => vec![Warning::PresentTwice {
                revision: new.id.clone(),
            }],
            None => Vec::new(),
        };
        Ok(PreparedRevision { revision, warnings })
    }

    /// A label stays a label, so that the dependency moves with the branch; anything else becomes a full identifier.
    fn dependency(&self, name: &RevId) -> Result<RevId, GraphError> {
        let node = self
            .map
            .locate_one(Some(name))
            .and_then(Located::revision)
            .map_err(|error| error.for_caller(&Caller::Lookup))?;
        let revision = &self.map.nodes[node];
        Ok(if revision.has_branch_label(name) {
            name.clone()
        } else {
            revision.id.clone()
        })
    }

    fn check_loops(&self, revision: &Revision) -> Result<(), GraphError> {
        if revision.down.contains(&revision.id) {
            return Err(circle(CycleKind::SelfLoop, revision));
        }
        if revision.dependencies.contains(&revision.id) {
            return Err(circle(CycleKind::DependencySelfLoop, revision));
        }
        Ok(())
    }

    /// A revision must not take the identifier of one of its ancestors: it would hide the ancestor and follow itself.
    /// Alembic writes the file and cannot read the history any more.
    fn check_ancestors(&self, revision: &Revision) -> Result<(), GraphError> {
        if self.is_ancestor(&revision.id, &revision.down) {
            return Err(circle(CycleKind::Cycle, revision));
        }
        if self.is_ancestor(&revision.id, &revision.dependencies) {
            return Err(circle(CycleKind::DependencyCycle, revision));
        }
        Ok(())
    }

    fn is_ancestor(&self, id: &str, of: &[RevId]) -> bool {
        let Some(node) = self.map.node(id) else {
            return false;
        };
        let starts: Vec<Node> = of.iter().filter_map(|name| self.map.node(name)).collect();
        self.map.reach(&starts, Edges::AllDown).set.contains(node)
    }

    /// Alembic finds out about labels in use only after it has written the file.
    fn check_labels(&self, new: &NewRevision) -> Result<(), GraphError> {
        for (position, label) in new.branch_labels.iter().enumerate() {
            let taken = |owner: &RevId| GraphError::BranchNameTaken {
                label: label.clone(),
                revision: new.id.clone(),
                owner: owner.clone(),
            };
            if let Some(owner) = self.map.node(label) {
                return Err(taken(self.map.id(owner)));
            }
            if *label == new.id || new.branch_labels[..position].contains(label) {
                return Err(taken(&new.id));
            }
        }
        Ok(())
    }
}

fn circle(kind: CycleKind, revision: &Revision) -> GraphError {
    GraphError::Cycle {
        kind,
        revisions: vec![revision.id.clone()],
    }
}
