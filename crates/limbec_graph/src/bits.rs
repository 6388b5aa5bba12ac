//! A set of node numbers, and a search for ancestors that goes only as deep as it is asked to.

use std::collections::BinaryHeap;

use crate::map::{Links, Node};

/// A fixed-size set of node numbers.
#[derive(Debug, Clone)]
pub(crate) struct NodeSet {
    words: Vec<u64>,
}

impl NodeSet {
    pub(crate) fn new(size: usize) -> Self {
        Self {
            words: vec![0; size.div_ceil(64)],
        }
    }

    pub(crate) fn from_nodes(size: usize, nodes: &[Node]) -> Self {
        let mut set = Self::new(size);
        for &node in nodes {
            set.insert(node);
        }
        set
    }

    /// Adds a node and tells whether it is new.
    pub(crate) fn insert(&mut self, node: Node) -> bool {
        let (word, bit) = (node / 64, 1 << (node % 64));
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new
    }

    pub(crate) fn remove(&mut self, node: Node) {
        self.words[node / 64] &= !(1 << (node % 64));
    }

    pub(crate) fn contains(&self, node: Node) -> bool {
        self.words[node / 64] & (1 << (node % 64)) != 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    pub(crate) fn union(&mut self, other: &Self) {
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    pub(crate) fn intersect(&mut self, other: &Self) {
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= theirs;
        }
    }

    pub(crate) fn subtract(&mut self, other: &Self) {
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= !theirs;
        }
    }

    pub(crate) fn intersects(&self, other: &Self) -> bool {
        self.words
            .iter()
            .zip(&other.words)
            .any(|(mine, theirs)| mine & theirs != 0)
    }
}

/// The ancestors of one revision, explored from the top only down to the level that a question needs.
///
/// A plan asks many times whether a revision is below some head. The questions move downwards, so that all of them
/// together cost one traversal, and a head that is soon left behind costs next to nothing.
#[derive(Debug, Clone)]
pub(crate) struct Ancestors {
    seen: NodeSet,
    frontier: BinaryHeap<(usize, Node)>,
}

impl Ancestors {
    /// The ancestors of `node`, itself included.
    pub(crate) fn of(node: Node, links: &[Links]) -> Self {
        let mut seen = NodeSet::new(links.len());
        seen.insert(node);
        Self {
            seen,
            frontier: BinaryHeap::from([(links[node].level, node)]),
        }
    }

    /// Whether `node` is among them.
    pub(crate) fn contains(&mut self, node: Node, links: &[Links]) -> bool {
        let level = links[node].level;
        while let Some(&(top, next)) = self.frontier.peek() {
            if top < level || self.seen.contains(node) {
                break;
            }
            self.frontier.pop();
            for &parent in &links[next].normalized_down {
                if self.seen.insert(parent) {
                    self.frontier.push((links[parent].level, parent));
                }
            }
        }
        self.seen.contains(node)
    }
}
