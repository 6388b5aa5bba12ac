//! The order of pieces: what others need comes first, and beyond that kind and name decide.

use std::collections::{BTreeSet, HashSet};

/// Where a piece stands if nothing needs it: kind, schema, name, part, name of the part.
pub(super) type Key = (u8, Option<String>, String, u8, String);

/// What pieces need. A wish is left unfulfilled where it would lead around in a circle.
#[derive(Debug, Default)]
pub(super) struct Needs {
    pub hard: HashSet<usize>,
    pub wished: HashSet<usize>,
}

/// The places of the pieces in their order.
pub(super) fn ordered(keys: &[Key], needs: &[Needs]) -> Vec<usize> {
    let mut waiting: BTreeSet<(&Key, usize)> = keys.iter().zip(0..).collect();
    let mut done: HashSet<usize> = HashSet::new();
    let mut order = Vec::with_capacity(keys.len());
    while !waiting.is_empty() {
        let open = |at: usize| needs[at].hard.iter().all(|need| done.contains(need));
        let free = |at: usize| open(at) && needs[at].wished.iter().all(|need| done.contains(need));
        let next = waiting
            .iter()
            .find(|(_, at)| free(*at))
            .or_else(|| {
                let circle = circle(&waiting, needs, &done);
                waiting
                    .iter()
                    .find(|(_, at)| circle.contains(at) && open(*at))
            })
            .or_else(|| waiting.iter().find(|(_, at)| open(*at)))
            .or_else(|| waiting.first())
            .copied();
        let Some(next) = next else { break };
        waiting.remove(&next);
        done.insert(next.1);
        order.push(next.1);
    }
    order
}

/// Pieces that need each other, found by following the needs of the first one that waits.
fn circle(
    waiting: &BTreeSet<(&Key, usize)>,
    needs: &[Needs],
    done: &HashSet<usize>,
) -> HashSet<usize> {
    let mut way: Vec<usize> = Vec::new();
    let mut at = match waiting.first() {
        Some((_, at)) => *at,
        None => return HashSet::new(),
    };
    loop {
        if let Some(start) = way.iter().position(|passed| *passed == at) {
            return way.drain(start..).collect();
        }
        way.push(at);
        let of = &needs[at];
        let next = of.hard.iter().chain(&of.wished);
        match next.filter(|need| !done.contains(need)).min() {
            Some(next) => at = *next,
            None => return HashSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Needs, ordered};

    fn key(name: &str) -> Key {
        (0, None, name.to_owned(), 0, String::new())
    }

    fn order(names: &[&str], hard: &[(usize, usize)], wished: &[(usize, usize)]) -> String {
        let keys: Vec<Key> = names.iter().map(|name| key(name)).collect();
        let mut needs: Vec<Needs> = names.iter().map(|_| Needs::default()).collect();
        for (at, need) in hard {
            needs[*at].hard.insert(*need);
        }
        for (at, need) in wished {
            needs[*at].wished.insert(*need);
        }
        let order = ordered(&keys, &needs);
        order.into_iter().map(|at| names[at]).collect()
    }

    #[test]
    fn names_decide_where_needs_do_not() {
        assert_eq!(order(&["c", "a", "b"], &[], &[]), "abc");
        assert_eq!(order(&["a", "b", "c"], &[(0, 2)], &[]), "bca");
        assert_eq!(order(&["a", "b", "c"], &[], &[(0, 2)]), "bca");
    }

    #[test]
    fn a_circle_is_cut_at_a_wish_and_only_there() {
        // a wishes b, b needs a: whoever cut elsewhere would begin with b.
        assert_eq!(order(&["a", "b"], &[(1, 0)], &[(0, 1)]), "ab");
        // b and c go in a circle; a, which comes behind them, has no part in it.
        assert_eq!(
            order(&["a", "b", "c"], &[], &[(0, 1), (1, 2), (2, 1)]),
            "bac"
        );
    }
}
