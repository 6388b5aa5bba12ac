//! What a step does to the rows of the version table.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexSet;

use crate::bits::Ancestors;
use crate::error::GraphError;
use crate::map::{Node, RevisionMap};
use crate::revision::{RevId, Selector};
use crate::step::{Step, StepKind};

/// One statement on the version table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionChange {
    /// Adds a row.
    Insert(RevId),
    /// Changes a row.
    Update {
        /// The row before.
        from: RevId,
        /// The row after.
        to: RevId,
    },
    /// Removes a row.
    Delete(RevId),
}

impl VersionChange {
    /// Checks the number of rows that an update or a delete has matched on a connection.
    ///
    /// # Errors
    /// [`GraphError::RowsMatched`] unless it is one.
    pub fn check_matched(&self, found: u64, table: &str) -> Result<(), GraphError> {
        let action = match self {
            Self::Insert(_) => return Ok(()),
            _ if found == 1 => return Ok(()),
            Self::Update { from, to } => format!("updating '{from}' to '{to}'"),
            Self::Delete(version) => format!("deleting '{version}'"),
        };
        Err(GraphError::RowsMatched {
            action,
            table: table.to_owned(),
            found,
        })
    }
}

/// The kind of change that a step means for the version table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransitionKind {
    /// A branch goes away.
    DeleteBranch,
    /// A branch appears.
    CreateBranch,
    /// Several rows become one.
    Merge,
    /// One row becomes several.
    Unmerge,
    /// One row moves on.
    Update,
}

/// All changes of one step, in the order in which to make them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// What kind of change it is.
    pub kind: TransitionKind,
    /// The statements.
    pub changes: Vec<VersionChange>,
    /// Whether the step was a stamp; only the text of the log differs.
    is_stamp: bool,
}

/// The text that Alembic logs at debug level.
impl fmt::Display for Transition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let others: Vec<RevId> = self
            .changes
            .iter()
            .filter_map(|change| match change {
                VersionChange::Insert(version) | VersionChange::Delete(version) => {
                    Some(version.clone())
                }
                VersionChange::Update { .. } => None,
            })
            .collect();
        match self.kind {
            TransitionKind::DeleteBranch => write!(f, "branch delete {}", others.join(", ")),
            TransitionKind::CreateBranch => write!(f, "new branch insert {}", others.join(", ")),
            TransitionKind::Merge => write!(f, "merge, delete {}, ", python_list(&others)),
            TransitionKind::Unmerge if self.is_stamp => {
                write!(f, "unmerge, insert {}, ", python_list(&others))
            }
            TransitionKind::Unmerge => write!(f, "unmerge, insert {}, ", Selector::Many(others)),
            TransitionKind::Update => Ok(()),
        }?;
        match self.changes.last() {
            Some(VersionChange::Update { from, to }) => write!(f, "update {from} to {to}"),
            _ => Ok(()),
        }
    }
}

fn python_list(ids: &[RevId]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    format!("[{}]", quoted.join(", "))
}

/// The rows of the version table as they change from step to step.
#[derive(Debug, Clone)]
pub struct Heads {
    rows: IndexSet<RevId>,
    /// The ancestors of rows that were asked about; a row keeps its ancestors as long as it stays.
    ancestors: HashMap<RevId, Ancestors>,
}

impl Heads {
    /// Starts from the rows that were read. A row that is there twice counts once; changing it will be noticed by
    /// [`VersionChange::check_matched`].
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = RevId>) -> Self {
        Self {
            rows: rows.into_iter().collect(),
            ancestors: HashMap::new(),
        }
    }

    /// The rows at present.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &RevId> {
        self.rows.iter()
    }

    /// Whether there are no rows: offline mode creates the table then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes a step: says what to change in the version table, and notes the new rows.
    ///
    /// # Errors
    /// [`GraphError::Undefined`] when the rows do not fit the step, so that Alembic stops with an assertion.
    pub fn apply(&mut self, map: &RevisionMap, step: &Step) -> Result<Transition, GraphError> {
        let (kind, changes) = match step.kind {
            StepKind::Upgrade => self.upgrade_changes(map, step)?,
            StepKind::Downgrade => self.downgrade_changes(map, step)?,
            StepKind::Stamp {
                is_upgrade,
                branch_move,
            } => self.stamp_changes(step, is_upgrade, branch_move)?,
        };
        for change in &changes {
            self.record(change)?;
        }
        Ok(Transition {
            kind,
            changes,
            is_stamp: step.is_stamp(),
        })
    }

    fn upgrade_changes(
        &mut self,
        map: &RevisionMap,
        step: &Step,
    ) -> Result<(TransitionKind, Vec<VersionChange>), GraphError> {
        let revision = step.to[0].clone();
        let present = self.present(&step.from);
        match present.as_slice() {
            [] => Ok((
                TransitionKind::CreateBranch,
                vec![VersionChange::Insert(revision)],
            )),
            [only] => {
                let from = only.clone();
                let update = VersionChange::Update { from, to: revision };
                Ok((TransitionKind::Update, vec![update]))
            }
            _ => {
                let merged = self.not_implied(map, &step.from, &step.from)?;
                Ok((TransitionKind::Merge, merge(&merged, revision)?))
            }
        }
    }

    fn downgrade_changes(
        &mut self,
        map: &RevisionMap,
        step: &Step,
    ) -> Result<(TransitionKind, Vec<VersionChange>), GraphError> {
        let revision = step.from[0].clone();
        if self.rows.contains(&revision) {
            let left = self.unmerged(map, step)?;
            if left.is_empty() {
                let delete = VersionChange::Delete(revision);
                return Ok((TransitionKind::DeleteBranch, vec![delete]));
            }
            if step.to.len() > 1 {
                return Ok((TransitionKind::Unmerge, unmerge(revision, &left)?));
            }
        }
        let to = match step.to.as_slice() {
            [only] => only.clone(),
            several => match self.present(several).as_slice() {
                [only] => only.clone(),
                _ => {
                    return Err(GraphError::undefined(format!(
                        "Can't do an UPDATE because downrevision is ambiguous: revision {revision} is not in \
                         the version table"
                    )));
                }
            },
        };
        let update = VersionChange::Update { from: revision, to };
        Ok((TransitionKind::Update, vec![update]))
    }

    fn stamp_changes(
        &self,
        step: &Step,
        is_upgrade: bool,
        branch_move: bool,
    ) -> Result<(TransitionKind, Vec<VersionChange>), GraphError> {
        let missing = |ids: &[RevId]| ids.iter().any(|id| !self.rows.contains(id));
        if !is_upgrade && branch_move {
            let delete = VersionChange::Delete(single(&step.from)?);
            Ok((TransitionKind::DeleteBranch, vec![delete]))
        } else if is_upgrade && (branch_move || missing(&step.from)) && missing(&step.to) {
            let insert = VersionChange::Insert(single(&step.to)?);
            Ok((TransitionKind::CreateBranch, vec![insert]))
        } else if step.from.len() > 1 {
            let changes = merge(&step.from, single(&step.to)?)?;
            Ok((TransitionKind::Merge, changes))
        } else if step.to.len() > 1 {
            let changes = unmerge(single(&step.from)?, &step.to)?;
            Ok((TransitionKind::Unmerge, changes))
        } else {
            let update = VersionChange::Update {
                from: single(&step.from)?,
                to: single(&step.to)?,
            };
            Ok((TransitionKind::Update, vec![update]))
        }
    }

    /// The revisions that remain when a revision goes: its parents, less those that other rows imply.
    fn unmerged(&mut self, map: &RevisionMap, step: &Step) -> Result<Vec<RevId>, GraphError> {
        let revision = &step.from[0];
        if self.rows.iter().any(|row| row != revision) {
            return self.not_implied(map, &step.to, &step.from);
        }
        if step.to.len() < 2 {
            return Ok(step.to.clone());
        }
        // Without other rows, a parent is implied by another parent that is above it.
        let parents = step
            .to
            .iter()
            .map(|id| map.identified(id))
            .collect::<Result<Vec<Node>, GraphError>>()?;
        let mut lines: Vec<Ancestors> = parents
            .iter()
            .map(|&parent| Ancestors::of(parent, &map.links))
            .collect();
        let mut left = Vec::new();
        for (id, &node) in step.to.iter().zip(&parents) {
            let implied = parents
                .iter()
                .zip(&mut lines)
                .any(|(&other, line)| other != node && line.contains(node, &map.links));
            if !implied {
                left.push(id.clone());
            }
        }
        Ok(left)
    }

    /// Those of `ids` that are not ancestors of any row; the rows in `except` do not count.
    fn not_implied(
        &mut self,
        map: &RevisionMap,
        ids: &[RevId],
        except: &[RevId],
    ) -> Result<Vec<RevId>, GraphError> {
        let mut left = ids.to_vec();
        for row in self.rows.iter().filter(|row| !except.contains(row)) {
            let node = map.identified(row)?;
            let line = self
                .ancestors
                .entry(row.clone())
                .or_insert_with(|| Ancestors::of(node, &map.links));
            left.retain(|id| {
                map.node(id)
                    .is_none_or(|ancestor| !line.contains(ancestor, &map.links))
            });
        }
        Ok(left)
    }

    fn present(&self, ids: &[RevId]) -> Vec<RevId> {
        ids.iter()
            .filter(|id| self.rows.contains(*id))
            .cloned()
            .collect()
    }

    fn record(&mut self, change: &VersionChange) -> Result<(), GraphError> {
        match change {
            VersionChange::Insert(version) => self.add(version),
            VersionChange::Delete(version) => self.remove(version),
            VersionChange::Update { from, to } => {
                if self.rows.contains(to) {
                    return Err(already_there(to));
                }
                self.remove(from)?;
                self.add(to)
            }
        }
    }

    fn add(&mut self, version: &RevId) -> Result<(), GraphError> {
        if self.rows.insert(version.clone()) {
            Ok(())
        } else {
            Err(already_there(version))
        }
    }

    fn remove(&mut self, version: &RevId) -> Result<(), GraphError> {
        self.ancestors.remove(version);
        if self.rows.shift_remove(version) {
            Ok(())
        } else {
            Err(GraphError::undefined(format!(
                "The version table does not have revision '{version}'"
            )))
        }
    }
}

fn already_there(version: &RevId) -> GraphError {
    GraphError::undefined(format!(
        "The version table has revision '{version}' already"
    ))
}

fn single(ids: &[RevId]) -> Result<RevId, GraphError> {
    match ids {
        [only] => Ok(only.clone()),
        _ => Err(GraphError::undefined(format!(
            "A stamp cannot move between these revisions: {}",
            ids.join(", ")
        ))),
    }
}

/// All but the last row go, and the last one becomes the merge.
fn merge(from: &[RevId], to: RevId) -> Result<Vec<VersionChange>, GraphError> {
    let Some((last, others)) = from.split_last() else {
        return Err(GraphError::undefined(format!(
            "Nothing is left to merge into revision '{to}'"
        )));
    };
    let mut changes: Vec<VersionChange> =
        others.iter().cloned().map(VersionChange::Delete).collect();
    changes.push(VersionChange::Update {
        from: last.clone(),
        to,
    });
    Ok(changes)
}

/// The row becomes the last of the new ones, and the others are added.
fn unmerge(from: RevId, to: &[RevId]) -> Result<Vec<VersionChange>, GraphError> {
    let Some((last, others)) = to.split_last() else {
        return Err(GraphError::undefined(format!(
            "Nothing is left below revision '{from}'"
        )));
    };
    let mut changes: Vec<VersionChange> =
        others.iter().cloned().map(VersionChange::Insert).collect();
    changes.push(VersionChange::Update {
        from,
        to: last.clone(),
    });
    Ok(changes)
}
