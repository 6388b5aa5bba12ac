//! Building the map: linking the scripts, resolving dependencies, finding circles, spreading branch labels.

use std::collections::HashMap;

use crate::bits::NodeSet;
use crate::error::{CycleKind, GraphError, Warning};
use crate::map::{Edges, Links, Node, RevisionMap};
use crate::revision::{RevId, Revision};

impl RevisionMap {
    /// Builds the map from the scripts in the order in which the directory lists them.
    ///
    /// # Errors
    /// Circular histories, illegal identifiers, labels that are used twice, and references to revisions that do not
    /// exist. Two scripts with one identifier are a [`Warning`], as in Alembic: the later script counts.
    pub fn build(
        revisions: impl IntoIterator<Item = Revision>,
    ) -> Result<(Self, Vec<Warning>), GraphError> {
        let mut map = Self::default();
        let warnings = map.collect(revisions)?;
        map.add_labels()?;
        map.resolve_dependencies()?;
        let (heads, real_heads) = map.link()?;
        map.normalize_dependencies();
        map.find_ends(&heads, &real_heads)?;
        map.no_hidden_cycle()?;
        map.assign_levels();
        map.spread_labels();
        Ok((map, warnings))
    }

    /// Takes the scripts in, one by one, with the checks that concern a script alone.
    fn collect(
        &mut self,
        revisions: impl IntoIterator<Item = Revision>,
    ) -> Result<Vec<Warning>, GraphError> {
        let mut warnings = Vec::new();
        for revision in revisions {
            check_alone(&revision)?;
            let node = self.nodes.len();
            let id = revision.id.clone();
            if self.index.insert(id.clone(), node).is_some() {
                warnings.push(Warning::PresentTwice { revision: id });
            }
            self.nodes.push(revision);
        }
        self.identifiers = self.index.len();
        self.links = vec![Links::default(); self.nodes.len()];
        Ok(warnings)
    }

    /// Adds the labels to the names that can be looked up.
    fn add_labels(&mut self) -> Result<(), GraphError> {
        for (node, revision) in self.nodes.iter().enumerate() {
            for label in &revision.written_labels {
                if let Some(owner) = self.index.insert(label.clone(), node) {
                    return Err(GraphError::BranchNameTaken {
                        label: label.clone(),
                        revision: revision.id.clone(),
                        owner: self.nodes[owner].id.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    /// Turns `depends_on` into identifiers.
    fn resolve_dependencies(&mut self) -> Result<(), GraphError> {
        for node in 0..self.nodes.len() {
            let mut resolved = Vec::with_capacity(self.nodes[node].dependencies.len());
            for name in &self.nodes[node].dependencies {
                let Some(found) = self.node(name) else {
                    return Err(self.missing(name, node));
                };
                resolved.push(self.id(found).clone());
            }
            self.nodes[node].resolved_dependencies = resolved;
        }
        Ok(())
    }

    fn missing(&self, name: &RevId, node: Node) -> GraphError {
        let revision = &self.nodes[node];
        GraphError::MissingRevision {
            missing: name.clone(),
            revision: revision.id.clone(),
            referenced_from: revision.to_string(),
        }
    }

    /// Draws the edges in both directions. Gives the sets of nodes that have no `next` and no `all_next`; a script that
    /// is hidden by a later one with the same identifier stays in both, as in Alembic.
    fn link(&mut self) -> Result<(NodeSet, NodeSet), GraphError> {
        let (mut heads, mut real_heads) = (self.empty_set(), self.empty_set());
        for node in 0..self.nodes.len() {
            heads.insert(node);
            real_heads.insert(node);
        }
        let live: Vec<Node> = self
            .index
            .values()
            .take(self.identifiers)
            .copied()
            .collect();
        for &node in &live {
            self.link_down(node)?;
            let all_down = self.links[node].all_down.clone();
            for parent in all_down {
                let id = self.id(node).clone();
                if self.links[node].down.contains(&parent) {
                    self.links[parent].next.push(node);
                    self.nodes[parent].next.push(id.clone());
                    heads.remove(parent);
                }
                self.links[parent].all_next.push(node);
                self.nodes[parent].all_next.push(id);
                real_heads.remove(parent);
            }
        }
        if live.len() < self.nodes.len() {
            let live = NodeSet::from_nodes(self.nodes.len(), &live);
            for hidden in (0..self.nodes.len()).filter(|&node| !live.contains(node)) {
                self.link_down(hidden)?;
            }
        }
        Ok((heads, real_heads))
    }

    /// Draws the edges from one revision to its parents and dependencies.
    fn link_down(&mut self, node: Node) -> Result<(), GraphError> {
        let down = self.parents(node, &self.nodes[node].down)?;
        let mut all_down: Vec<Node> = Vec::with_capacity(down.len());
        let dependencies = self.parents(node, &self.nodes[node].resolved_dependencies)?;
        for &parent in down.iter().chain(&dependencies) {
            if !all_down.contains(&parent) {
                all_down.push(parent);
            }
        }
        self.links[node].down = down;
        self.links[node].all_down = all_down;
        Ok(())
    }

    /// The nodes of some identifiers. A label is not good enough here: `down_revision` has to be an identifier.
    fn parents(&self, node: Node, ids: &[RevId]) -> Result<Vec<Node>, GraphError> {
        ids.iter()
            .map(|id| match self.index.get_full(id) {
                Some((position, _, &parent)) if position < self.identifiers => Ok(parent),
                _ => Err(self.missing(id, node)),
            })
            .collect()
    }

    /// Leaves out of each revision's dependencies those that one of its ancestors has already.
    fn normalize_dependencies(&mut self) {
        let mut dependents: HashMap<RevId, usize> = HashMap::new();
        for revision in &self.nodes {
            for dependency in &revision.resolved_dependencies {
                *dependents.entry(dependency.clone()).or_default() += 1;
            }
        }
        for node in 0..self.nodes.len() {
            let mut left: Vec<RevId> = Vec::new();
            for dependency in &self.nodes[node].resolved_dependencies {
                if !left.contains(dependency) {
                    left.push(dependency.clone());
                }
            }
            // A dependency that nobody else has cannot be an ancestor's: most histories need no search at all.
            if left.iter().any(|dependency| dependents[dependency] > 1) {
                for ancestor in self.reach(&[node], Edges::Down).order {
                    if ancestor != node {
                        let theirs = &self.nodes[ancestor].resolved_dependencies;
                        left.retain(|dependency| !theirs.contains(dependency));
                    }
                }
            }
            let mut links = self.links[node].down.clone();
            links.extend(left.iter().filter_map(|id| self.node(id)));
            let mut normalized_down: Vec<Node> = Vec::with_capacity(links.len());
            for parent in links {
                if !normalized_down.contains(&parent) {
                    normalized_down.push(parent);
                }
            }
            self.links[node].normalized_down = normalized_down;
            self.nodes[node].normalized_dependencies = left;
        }
    }

    /// Notes heads and bases, and makes sure that every revision lies between some of them.
    fn find_ends(&mut self, heads: &NodeSet, real_heads: &NodeSet) -> Result<(), GraphError> {
        let all = || 0..self.nodes.len();
        let heads: Vec<Node> = all().filter(|&node| heads.contains(node)).collect();
        let real_heads: Vec<Node> = all().filter(|&node| real_heads.contains(node)).collect();
        let bases: Vec<Node> = all().filter(|&node| self.nodes[node].is_base()).collect();
        let real_bases: Vec<Node> = all()
            .filter(|&node| self.nodes[node].is_real_base())
            .collect();
        self.no_cycle(
            CycleKind::Cycle,
            (&heads, Edges::Down),
            (&bases, Edges::Next),
        )?;
        self.no_cycle(
            CycleKind::DependencyCycle,
            (&real_heads, Edges::AllDown),
            (&real_bases, Edges::AllNext),
        )?;
        self.heads = self.ids(&heads);
        self.real_heads = self.ids(&real_heads);
        self.bases = self.ids(&bases);
        self.real_bases = self.ids(&real_bases);
        Ok(())
    }

    /// A revision that cannot be reached from a head downwards and from a base upwards is part of a circle.
    fn no_cycle(
        &self,
        kind: CycleKind,
        (heads, down): (&[Node], Edges),
        (bases, up): (&[Node], Edges),
    ) -> Result<(), GraphError> {
        if self.is_empty() {
            return Ok(());
        }
        let identifiers = || self.index.iter().take(self.identifiers);
        let mut revisions: Vec<RevId> = if heads.is_empty() || bases.is_empty() {
            let revisions = identifiers().map(|(id, _)| id.clone()).collect();
            return Err(GraphError::Cycle { kind, revisions });
        } else {
            let below = self.reach(heads, down).set;
            let above = self.reach(bases, up).set;
            // Hidden scripts are reached under their own number but stand for the same identifier.
            let inside = |id: &RevId, set: &NodeSet| {
                self.nodes
                    .iter()
                    .enumerate()
                    .any(|(node, revision)| set.contains(node) && revision.id == *id)
            };
            identifiers()
                .filter(|&(id, &node)| {
                    !((below.contains(node) || inside(id, &below))
                        && (above.contains(node) || inside(id, &above)))
                })
                .map(|(id, _)| id.clone())
                .collect()
        };
        if revisions.is_empty() {
            return Ok(());
        }
        revisions.sort();
        Err(GraphError::Cycle { kind, revisions })
    }

    /// A circle that a head and a base can reach passes Alembic's own check, and then Alembic's sorting never ends.
    fn no_hidden_cycle(&self) -> Result<(), GraphError> {
        let kinds = [
            (CycleKind::Cycle, Edges::Down, Edges::Next),
            (CycleKind::DependencyCycle, Edges::AllDown, Edges::AllNext),
        ];
        for (kind, down, up) in kinds {
            let mut circular = NodeSet::new(self.nodes.len());
            for &node in self.index.values().take(self.identifiers) {
                circular.insert(node);
            }
            // What is left when all that has nothing below it, and then all that has nothing above it, is taken away.
            self.peel(&mut circular, down, up);
            self.peel(&mut circular, up, down);
            if !circular.is_empty() {
                let mut revisions: Vec<RevId> = (0..self.nodes.len())
                    .filter(|&node| circular.contains(node))
                    .map(|node| self.id(node).clone())
                    .collect();
                revisions.sort();
                return Err(GraphError::Cycle { kind, revisions });
            }
        }
        Ok(())
    }

    /// Takes away, again and again, the revisions whose `inward` edges lead to none that is left.
    fn peel(&self, left: &mut NodeSet, inward: Edges, outward: Edges) {
        let present = |left: &NodeSet, node: Node| {
            let edges = inward.of(&self.links[node]);
            edges.iter().filter(|&&other| left.contains(other)).count()
        };
        let nodes = || self.index.values().take(self.identifiers).copied();
        let mut waiting = vec![0; self.nodes.len()];
        for node in nodes().filter(|&node| left.contains(node)) {
            waiting[node] = present(left, node);
        }
        let mut ready: Vec<Node> = nodes()
            .filter(|&node| left.contains(node) && waiting[node] == 0)
            .collect();
        while let Some(node) = ready.pop() {
            left.remove(node);
            for &other in outward.of(&self.links[node]) {
                if left.contains(other) {
                    waiting[other] -= 1;
                    if waiting[other] == 0 {
                        ready.push(other);
                    }
                }
            }
        }
    }

    /// Gives each revision a level above all its ancestors. There are no circles any more.
    fn assign_levels(&mut self) {
        let mut waiting: Vec<usize> = self
            .links
            .iter()
            .map(|links| links.all_down.len())
            .collect();
        let mut ready: Vec<Node> = (0..self.nodes.len())
            .filter(|&node| waiting[node] == 0)
            .collect();
        while let Some(node) = ready.pop() {
            let above = self.links[node].level + 1;
            for child in self.links[node].all_next.clone() {
                self.links[child].level = self.links[child].level.max(above);
                waiting[child] -= 1;
                if waiting[child] == 0 {
                    ready.push(child);
                }
            }
        }
    }

    /// Puts each label on all revisions above the one that has it, and below it as far as the branch reaches.
    fn spread_labels(&mut self) {
        for node in 0..self.nodes.len() {
            if self.nodes[node].written_labels.is_empty() {
                continue;
            }
            let labels = self.nodes[node].labels.clone();
            let above = self.reach(&[node], Edges::Next).order;
            for &member in &above {
                self.nodes[member].labels.extend(labels.iter().cloned());
            }
            // From the end of the line the label also goes down, until a branch point or a merge: on a line without
            // branches it reaches the base.
            let mut below = above.last().copied();
            while let Some(member) = below {
                let revision = &mut self.nodes[member];
                if revision.is_real_branch_point() || revision.is_merge_point() {
                    break;
                }
                revision.labels.extend(labels.iter().cloned());
                below = self.links[member].down.first().copied();
            }
        }
    }
}

/// The checks on one script alone, in Alembic's order.
fn check_alone(revision: &Revision) -> Result<(), GraphError> {
    let kind = if revision.down.contains(&revision.id) {
        Some(CycleKind::SelfLoop)
    } else if revision.dependencies.contains(&revision.id) {
        Some(CycleKind::DependencySelfLoop)
    } else {
        None
    };
    if let Some(kind) = kind {
        return Err(GraphError::Cycle {
            kind,
            revisions: vec![revision.id.clone()],
        });
    }
    check_identifier(&revision.id)
}

/// Checks that an identifier leaves the characters of the target grammar alone.
///
/// # Errors
/// [`GraphError::IllegalCharacters`].
pub(crate) fn check_identifier(id: &str) -> Result<(), GraphError> {
    let illegal = Revision::illegal_characters(id);
    if illegal.is_empty() {
        return Ok(());
    }
    let characters: Vec<String> = illegal.iter().map(ToString::to_string).collect();
    Err(GraphError::IllegalCharacters {
        characters: characters.join(", "),
        revision: id.into(),
    })
}
