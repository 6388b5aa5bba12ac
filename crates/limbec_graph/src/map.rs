//! The map of all revisions: look-up tables and the two traversals that everything else is made of.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::bits::NodeSet;
use crate::error::GraphError;
use crate::revision::{RevId, Revision};

/// The number of a revision in the map, in the order in which the scripts were read.
pub(crate) type Node = usize;

/// The edges of one revision as node numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    /// `down_revision`.
    pub(crate) down: Vec<Node>,
    /// `down_revision` and all dependencies.
    pub(crate) all_down: Vec<Node>,
    /// `down_revision` and the dependencies that no ancestor has already.
    pub(crate) normalized_down: Vec<Node>,
    /// The inverse of `down`.
    pub(crate) next: Vec<Node>,
    /// The inverse of `all_down`.
    pub(crate) all_next: Vec<Node>,
    /// The length of the longest way down: an ancestor always has a lower level.
    pub(crate) level: usize,
}

/// Which edges a traversal follows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edges {
    Down,
    AllDown,
    NormalizedDown,
    Next,
    AllNext,
}

impl Edges {
    /// The edges towards ancestors.
    pub(crate) fn ancestors(include_dependencies: bool) -> Self {
        if include_dependencies {
            Self::NormalizedDown
        } else {
            Self::Down
        }
    }

    /// The edges towards descendants.
    pub(crate) fn descendants(include_dependencies: bool) -> Self {
        if include_dependencies {
            Self::AllNext
        } else {
            Self::Next
        }
    }

    pub(crate) fn of(self, links: &Links) -> &[Node] {
        match self {
            Self::Down => &links.down,
            Self::AllDown => &links.all_down,
            Self::NormalizedDown => &links.normalized_down,
            Self::Next => &links.next,
            Self::AllNext => &links.all_next,
        }
    }
}

/// What a traversal has found: the revisions in the order in which they were met, and the same as a set.
#[derive(Debug, Clone)]
pub(crate) struct Reach {
    pub(crate) order: Vec<Node>,
    pub(crate) set: NodeSet,
}

/// All revisions of a script directory and how they hang together.
///
/// Made by [`RevisionMap::build`]; never changed afterwards.
#[derive(Debug, Clone, Default)]
pub struct RevisionMap {
    /// Every script, including those that a later script with the same identifier hides.
    pub(crate) nodes: Vec<Revision>,
    pub(crate) links: Vec<Links>,
    /// Identifiers in the order of the scripts, then branch labels.
    pub(crate) index: IndexMap<RevId, Node, FxBuildHasher>,
    /// How many of the keys of `index` are identifiers.
    pub(crate) identifiers: usize,
    pub(crate) heads: Vec<RevId>,
    pub(crate) real_heads: Vec<RevId>,
    pub(crate) bases: Vec<RevId>,
    pub(crate) real_bases: Vec<RevId>,
}

impl RevisionMap {
    /// The revisions that no other builds on, in the order of the scripts.
    #[must_use]
    pub fn heads(&self) -> &[RevId] {
        &self.heads
    }

    /// The revisions that no other builds on or depends on: what the version table holds after `upgrade heads`.
    #[must_use]
    pub fn real_heads(&self) -> &[RevId] {
        &self.real_heads
    }

    /// The revisions that build on nothing.
    #[must_use]
    pub fn bases(&self) -> &[RevId] {
        &self.bases
    }

    /// The revisions that build on nothing and depend on nothing.
    #[must_use]
    pub fn real_bases(&self) -> &[RevId] {
        &self.real_bases
    }

    /// All revisions in the order of the scripts.
    pub fn revisions(&self) -> impl ExactSizeIterator<Item = &Revision> {
        self.index
            .values()
            .take(self.identifiers)
            .map(|&node| &self.nodes[node])
    }

    /// All branch labels that are written in some script.
    pub fn branch_labels(&self) -> impl Iterator<Item = &RevId> {
        self.index.keys().skip(self.identifiers)
    }

    /// The number of revisions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.identifiers
    }

    /// Whether there are no revisions at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.identifiers == 0
    }

    /// The revision with exactly this identifier.
    #[must_use]
    pub fn revision(&self, id: &str) -> Option<&Revision> {
        let (position, _, &node) = self.index.get_full(id)?;
        (position < self.identifiers).then(|| &self.nodes[node])
    }

    pub(crate) fn node(&self, key: &str) -> Option<Node> {
        self.index.get(key).copied()
    }

    pub(crate) fn id(&self, node: Node) -> &RevId {
        &self.nodes[node].id
    }

    pub(crate) fn ids(&self, nodes: &[Node]) -> Vec<RevId> {
        nodes.iter().map(|&node| self.id(node).clone()).collect()
    }

    pub(crate) fn empty_set(&self) -> NodeSet {
        NodeSet::new(self.nodes.len())
    }

    /// Everything that can be reached from `starts`, themselves included, depth first.
    pub(crate) fn reach(&self, starts: &[Node], edges: Edges) -> Reach {
        let mut reach = Reach {
            order: Vec::new(),
            set: self.empty_set(),
        };
        for &start in starts {
            self.reach_from(start, edges, &mut reach, |_| {});
        }
        reach
    }

    /// As [`Self::reach`], for starts that must not lie on each other's lines.
    ///
    /// # Errors
    /// [`GraphError::Overlap`] when one start can be reached from another.
    pub(crate) fn reach_disjoint(
        &self,
        starts: &[Node],
        edges: Edges,
    ) -> Result<Reach, GraphError> {
        let targets = NodeSet::from_nodes(self.nodes.len(), starts);
        let mut reach = Reach {
            order: Vec::new(),
            set: self.empty_set(),
        };
        for &start in starts {
            let mut overlaps: Vec<Node> = Vec::new();
            self.reach_from(start, edges, &mut reach, |met| {
                if met != start && targets.contains(met) && !overlaps.contains(&met) {
                    overlaps.push(met);
                }
            });
            if !overlaps.is_empty() {
                return Err(GraphError::Overlap {
                    revision: self.id(start).clone(),
                    others: self.ids(&overlaps),
                });
            }
        }
        Ok(reach)
    }

    /// Adds what can be reached from one start; `met` sees every revision that is met, known or new.
    fn reach_from(&self, start: Node, edges: Edges, reach: &mut Reach, mut met: impl FnMut(Node)) {
        let mut todo = vec![start];
        while let Some(node) = todo.pop() {
            met(node);
            if reach.set.insert(node) {
                reach.order.push(node);
                todo.extend_from_slice(edges.of(&self.links[node]));
            }
        }
    }
}
