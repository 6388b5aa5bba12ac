//! Relative targets: walking a number of steps up or down from a revision or from the current state.

use crate::error::{GraphError, Unresolved, Warning};
use crate::map::{Edges, Node, RevisionMap};
use crate::resolve::{Located, unresolved};
use crate::revision::{RevId, Selector};
use crate::target::Relative;

/// Where a downgrade leads to, and the branch to which it is confined.
#[derive(Debug, Clone)]
pub(crate) struct DowngradeTarget {
    pub(crate) branch: Option<RevId>,
    pub(crate) target: Located,
}

impl RevisionMap {
    /// Walks up (`steps` > 0, on `branch` only if that is given) or down. Past the end of the history the answer is
    /// nothing if `exact`, and the last place that was reached otherwise.
    ///
    /// # Errors
    /// [`GraphError::AmbiguousWalk`] at a branch point on the way up and at a merge on the way down.
    pub(crate) fn walk_steps(
        &self,
        start: Located,
        steps: i64,
        branch: Option<&str>,
        exact: bool,
    ) -> Result<Located, GraphError> {
        let mut here = start;
        for _ in 0..steps.unsigned_abs() {
            let next = if steps > 0 {
                self.one_up(here, branch)?
            } else {
                self.one_down(here)
            };
            here = match next.as_slice() {
                [] => return Ok(if exact { Located::Nothing } else { here }),
                [only] => *only,
                several => {
                    let candidates = several
                        .iter()
                        .filter_map(|candidate| candidate.revision().ok())
                        .map(|node| self.id(node).clone())
                        .collect();
                    return Err(GraphError::AmbiguousWalk { candidates });
                }
            };
        }
        Ok(here)
    }

    fn one_up(&self, here: Located, branch: Option<&str>) -> Result<Vec<Located>, GraphError> {
        let mut above: Vec<Node> = match here {
            Located::Revision(node) => self.links[node].next.clone(),
            Located::Base | Located::Nothing => self.known(&self.bases),
        };
        if let Some(branch) = branch.filter(|branch| !branch.is_empty()) {
            above = self.filter_nodes(&above, branch, false)?;
        }
        Ok(above.into_iter().map(Located::Revision).collect())
    }

    fn one_down(&self, here: Located) -> Vec<Located> {
        let below: Vec<Node> = match here {
            Located::Base => return Vec::new(),
            Located::Nothing => self.known(&self.heads),
            Located::Revision(node) => self.links[node].down.clone(),
        };
        if below.is_empty() {
            return vec![Located::Base];
        }
        below.into_iter().map(Located::Revision).collect()
    }

    fn known(&self, ids: &[RevId]) -> Vec<Node> {
        ids.iter().filter_map(|id| self.node(id)).collect()
    }

    /// The target of a downgrade, in absolute form or counted from `current`.
    pub(crate) fn downgrade_target(
        &self,
        current: &Selector,
        target: &Selector,
        exact: bool,
        warnings: &mut Vec<Warning>,
    ) -> Result<DowngradeTarget, GraphError> {
        let target = match target {
            Selector::Base => {
                return Ok(DowngradeTarget {
                    branch: None,
                    target: Located::Nothing,
                });
            }
            Selector::One(target) => target,
            Selector::Many(_) => {
                return Err(GraphError::undefined("A downgrade has exactly one target"));
            }
        };
        let Some(relative) = Relative::parse(target) else {
            // Here the branch ends at the last `@`, unlike everywhere else.
            let (branch, symbol) = match target.rsplit_once('@') {
                Some((branch, symbol)) => (Some(branch), symbol),
                None => (None, target.as_ref()),
            };
            return Ok(DowngradeTarget {
                branch: branch.filter(|branch| !branch.is_empty()).map(Into::into),
                target: self.locate_one(Some(symbol))?,
            });
        };
        if relative.steps >= 0 {
            self.downgrade_above(relative, exact)
        } else {
            self.downgrade_below(relative, current, exact, warnings)
        }
    }

    /// `rev+N` as the target of a downgrade.
    fn downgrade_above(
        &self,
        relative: Relative,
        exact: bool,
    ) -> Result<DowngradeTarget, GraphError> {
        let Some(symbol) = &relative.symbol else {
            return Err(too_far(&relative));
        };
        let start = self.locate_one(Some(symbol))?;
        let target = self.walk_steps(start, relative.steps, relative.branch.as_deref(), exact)?;
        if target == Located::Nothing {
            return Err(GraphError::WalkedTooFar);
        }
        Ok(DowngradeTarget {
            branch: relative.branch,
            target,
        })
    }

    /// `-N` and `rev-N` as the target of a downgrade.
    fn downgrade_below(
        &self,
        relative: Relative,
        current: &Selector,
        exact: bool,
        warnings: &mut Vec<Warning>,
    ) -> Result<DowngradeTarget, GraphError> {
        let (branch, symbol) = match (&relative.branch, &relative.symbol) {
            (branch, Some(symbol)) => (branch.clone(), symbol.clone()),
            (Some(branch), None) => (
                Some(branch.clone()),
                self.current_on_branch(current, branch)?,
            ),
            (None, None) => {
                let rows = current.symbols();
                let Some(first) = rows.first() else {
                    return Err(too_far(&relative));
                };
                if rows.iter().any(|row| row != first) {
                    warnings.push(Warning::AmbiguousDowngrade);
                }
                // The walk is confined to the branch of the row that it starts from.
                (Some(first.clone()), first.clone())
            }
        };
        let start = match &branch {
            Some(branch) => self.locate_one(Some(&format!("{branch}@{symbol}")))?,
            None => self.locate_one(Some(&symbol))?,
        };
        let target = self.walk_steps(start, relative.steps, None, exact)?;
        match target {
            Located::Nothing if relative.symbol.is_none() => Err(too_far(&relative)),
            Located::Nothing => Err(GraphError::WalkedTooFar),
            target => Ok(DowngradeTarget { branch, target }),
        }
    }

    /// The one row, or the one revision that the rows imply, that is on a branch.
    fn current_on_branch(&self, current: &Selector, branch: &str) -> Result<RevId, GraphError> {
        let rows = current.symbols();
        let mut on_branch = self.filter_for_lineage(rows, Some(branch), false)?;
        if on_branch.is_empty() {
            let implied = self.all_current(rows)?;
            on_branch = self.ids(&self.filter_nodes(&implied, branch, false)?);
        }
        match on_branch.as_slice() {
            [only] => Ok(only.clone()),
            [] => Err(GraphError::undefined(format!(
                "Branch '{branch}' has no current revision to count from"
            ))),
            several => Err(GraphError::undefined(format!(
                "Branch '{branch}' has several current revisions to count from: {}",
                several.join(", ")
            ))),
        }
    }

    /// The targets of an upgrade, in absolute form or counted from `current`.
    pub(crate) fn upgrade_target(
        &self,
        current: &Selector,
        target: &Selector,
        exact: bool,
    ) -> Result<Vec<Located>, GraphError> {
        let relative = match target {
            Selector::One(symbol) => Relative::parse(symbol),
            Selector::Base | Selector::Many(_) => None,
        };
        let Some(relative) = relative else {
            return self.locate(target);
        };
        let branch = relative.branch.as_deref();
        let target = match &relative.symbol {
            None if relative.steps <= 0 => {
                return Err(GraphError::RelativeRevision {
                    relative: relative.as_integer(),
                    count: relative.count(),
                });
            }
            None => {
                let start = self.upgrade_start(current, branch)?;
                let target = self.walk_steps(start, relative.steps, branch, exact)?;
                if target == Located::Nothing {
                    return Err(too_far(&relative));
                }
                target
            }
            Some(symbol) if relative.steps > 0 => {
                let start = self.locate_one(Some(symbol))?;
                self.walk_steps(start, relative.steps, branch, exact)?
            }
            Some(symbol) => {
                let start = match branch {
                    Some(branch) => self.locate_one(Some(&format!("{branch}@{symbol}")))?,
                    None => self.locate_one(Some(symbol))?,
                };
                self.walk_steps(start, relative.steps, None, exact)?
            }
        };
        if target == Located::Nothing {
            // Alembic walks off the end here and stops with an assertion; the sentence is the one it has elsewhere.
            return Err(GraphError::undefined(too_far(&relative).to_string()));
        }
        Ok(vec![target])
    }

    /// Where `+N` starts to count: the current revision, or the current one of a branch, or below all revisions.
    fn upgrade_start(
        &self,
        current: &Selector,
        branch: Option<&str>,
    ) -> Result<Located, GraphError> {
        let rows = current.symbols();
        let Some(branch) = branch else {
            return match rows {
                [] => Ok(Located::Nothing),
                [only] => self.locate_one(Some(only)),
                several => Err(GraphError::AmbiguousUpgrade {
                    candidates: several.to_vec(),
                }),
            };
        };
        let current = self
            .locate(current)?
            .into_iter()
            .map(|located| match located {
                // Alembic has the word here in place of a revision, and looks it up.
                Located::Base => Err(unresolved("base", Unresolved::NoSuchRevision)),
                located => located.revision(),
            })
            .collect::<Result<Vec<Node>, GraphError>>()?;
        let mut starts = self.filter_nodes(&current, branch, false)?;
        if starts.is_empty() {
            let applied = self.reach(&current, Edges::NormalizedDown).order;
            starts = self.tips(&self.filter_nodes(&applied, branch, false)?);
        }
        match starts.as_slice() {
            [] => Ok(Located::Nothing),
            [only] => Ok(Located::Revision(*only)),
            several => Err(GraphError::AmbiguousUpgrade {
                candidates: self.ids(several),
            }),
        }
    }

    /// Those revisions that no other one of the same collection builds on or depends on.
    fn tips(&self, nodes: &[Node]) -> Vec<Node> {
        let mut below = self.empty_set();
        for &node in nodes {
            for &parent in &self.links[node].normalized_down {
                below.insert(parent);
            }
        }
        nodes
            .iter()
            .copied()
            .filter(|&node| !below.contains(node))
            .collect()
    }
}

fn too_far(relative: &Relative) -> GraphError {
    GraphError::RelativeRevision {
        relative: relative.written.clone(),
        count: relative.count(),
    }
}
