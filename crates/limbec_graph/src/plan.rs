//! Plans: the steps that `upgrade`, `downgrade` and `stamp` take from the current rows of the version table.

use crate::bits::NodeSet;
use crate::collect::Iteration;
use crate::error::{Caller, GraphError, Warning};
use crate::map::{Edges, Node, RevisionMap};
use crate::resolve::Located;
use crate::revision::{RevId, Revision, Selector};
use crate::step::Step;

/// Ordered steps, and what there is to say about them beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The steps in the order in which to take them.
    pub steps: Vec<Step>,
    /// What Alembic would warn about.
    pub warnings: Vec<Warning>,
}

impl RevisionMap {
    /// The steps of `upgrade` to `target` from these rows of the version table.
    ///
    /// # Errors
    /// Targets and rows that cannot be resolved, several heads where one is meant, rows that overlap.
    pub fn upgrade_plan(&self, target: &str, rows: &[RevId]) -> Result<Plan, GraphError> {
        let question = Iteration {
            implicit_base: true,
            ..Iteration::new(target, rows)
        };
        let caller = Caller::Upgrade(target.into());
        let mut plan = self.plan(&question, &caller, Step::upgrade)?;
        plan.steps.reverse();
        Ok(plan)
    }

    /// The steps of `downgrade` to `target` from these rows of the version table.
    ///
    /// # Errors
    /// Targets and rows that cannot be resolved, and targets that are not below the rows.
    pub fn downgrade_plan(&self, target: &str, rows: &[RevId]) -> Result<Plan, GraphError> {
        let question = Iteration {
            select_for_downgrade: true,
            ..Iteration::new(rows, target)
        };
        let caller = Caller::Downgrade(target.into());
        self.plan(&question, &caller, Step::downgrade)
    }

    fn plan(
        &self,
        question: &Iteration,
        caller: &Caller,
        step: impl Fn(&Revision) -> Step,
    ) -> Result<Plan, GraphError> {
        let mut warnings = Vec::new();
        let nodes = self
            .iterate(question, &mut warnings)
            .map_err(|error| error.for_caller(caller))?;
        let steps = nodes.iter().map(|&node| step(&self.nodes[node])).collect();
        Ok(Plan { steps, warnings })
    }

    /// The steps of `stamp` to one or more targets from these rows of the version table.
    ///
    /// # Errors
    /// Targets and rows that cannot be resolved; several heads where one is meant.
    pub fn stamp_plan(
        &self,
        targets: impl Into<Selector>,
        rows: &[RevId],
    ) -> Result<Plan, GraphError> {
        let mut targets = targets.into();
        if targets.is_falsy() {
            targets = Selector::from("base");
        }
        let steps = self
            .stamp_steps(&targets, rows)
            .map_err(|error| error.for_caller(&Caller::Stamp))?;
        Ok(Plan {
            steps,
            warnings: Vec::new(),
        })
    }

    fn stamp_steps(&self, targets: &Selector, rows: &[RevId]) -> Result<Vec<Step>, GraphError> {
        let current = self
            .locate(&Selector::from(rows))
            .map_err(|error| error.for_caller(&Caller::Lookup))?
            .into_iter()
            .map(Located::revision)
            .collect::<Result<Vec<Node>, GraphError>>()?;
        let mut concerned: Vec<Node> = Vec::new();
        for symbol in targets.symbols().iter().filter(|symbol| !symbol.is_empty()) {
            for node in self.filter_nodes(&current, symbol, true)? {
                if !concerned.contains(&node) {
                    concerned.push(node);
                }
            }
        }
        let mut destinations = self
            .locate(targets)
            .map_err(|error| error.for_caller(&Caller::Lookup))?;
        if destinations.is_empty() {
            destinations.push(Located::Nothing);
        }
        let mut steps = Vec::new();
        for destination in destinations {
            match destination {
                Located::Nothing => steps.extend(concerned.iter().map(|&head| {
                    Step::stamp(vec![self.id(head).clone()], Vec::new(), false, true)
                })),
                other => steps.extend(self.stamp_step(other.revision()?, &concerned)?),
            }
        }
        Ok(steps)
    }

    /// The step that moves the rows concerned to one destination; none if it is among them.
    fn stamp_step(
        &self,
        destination: Node,
        concerned: &[Node],
    ) -> Result<Option<Step>, GraphError> {
        if concerned.contains(&destination) {
            return Ok(None);
        }
        let to = vec![self.id(destination).clone()];
        let heads = NodeSet::from_nodes(self.nodes.len(), concerned);
        let above = self.reach(&[destination], Edges::AllNext).set;
        let below = self.reach(&[destination], Edges::NormalizedDown).set;
        let step = match (above.intersects(&heads), below.intersects(&heads)) {
            (true, true) => {
                return Err(GraphError::undefined(format!(
                    "The version table has revisions above and below {}",
                    self.id(destination)
                )));
            }
            (true, false) => Step::stamp(self.ids(concerned), to, false, false),
            (false, true) => Step::stamp(self.ids(concerned), to, true, false),
            // The destination is on a branch that the version table does not have yet.
            (false, false) => Step::stamp(Vec::new(), to, true, true),
        };
        Ok(Some(step))
    }
}
