//! Names that are close to one that does not exist, for hints.

use crate::map::RevisionMap;
use crate::revision::RevId;

/// Longer texts are not worth comparing: nobody has typed them.
const LONGEST_NAME: usize = 64;

impl RevisionMap {
    /// Up to `count` identifiers and labels that `unknown` may have been meant to be, the closest first.
    ///
    /// Names that differ by a few typing errors come first, then names that begin with the same four or more characters.
    #[must_use]
    pub fn nearest_ids(&self, unknown: &str, count: usize) -> Vec<RevId> {
        let unknown: Vec<char> = unknown.chars().take(LONGEST_NAME).collect();
        let mut ranked: Vec<(usize, usize, &RevId)> = self
            .index
            .keys()
            .enumerate()
            .filter_map(|(position, name)| {
                Some((distance_if_close(&unknown, name)?, position, name))
            })
            .collect();
        ranked.sort_unstable();
        ranked
            .into_iter()
            .take(count)
            .map(|(_, _, name)| name.clone())
            .collect()
    }
}

/// How far a name is away; `None` if it is too far to be meant.
fn distance_if_close(unknown: &[char], name: &str) -> Option<usize> {
    let name: Vec<char> = name.chars().take(LONGEST_NAME).collect();
    let common = unknown
        .iter()
        .zip(&name)
        .take_while(|(left, right)| left.eq_ignore_ascii_case(right))
        .count();
    let distance = edit_distance(unknown, &name);
    let tolerated = (unknown.len().max(name.len()) / 3).clamp(1, 4);
    if distance <= tolerated {
        Some(distance)
    } else if common >= 4 {
        Some(LONGEST_NAME - common)
    } else {
        None
    }
}

/// The number of characters to insert, remove, replace or swap with a neighbour, regardless of case.
fn edit_distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for row in 1..=left.len() {
        let mut current = vec![row];
        for column in 1..=right.len() {
            let same = left[row - 1].eq_ignore_ascii_case(&right[column - 1]);
            let mut best = (previous[column - 1] + usize::from(!same))
                .min(previous[column] + 1)
                .min(current[column - 1] + 1);
            let swapped = row > 1
                && column > 1
                && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1];
            if swapped {
                best = best.min(before[column - 2] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous[right.len()]
}

#[cfg(test)]
mod tests {
    use crate::{Revision, RevisionMap};

    #[test]
    fn near_names_come_in_order_of_nearness() {
        let ids = ["7f71d8f421e3", "7f71d8aaaaaa", "0a1b2c3d4e5f", "009", "010"];
        let revisions = ids.map(|id| Revision::new(id, [] as [&str; 0]));
        let (map, _) = RevisionMap::build(revisions).unwrap();
        let nearest = |unknown: &str| -> Vec<String> {
            let names = map.nearest_ids(unknown, 2);
            names.iter().map(ToString::to_string).collect()
        };
        assert_eq!(nearest("7f71d8f412e3"), ["7f71d8f421e3", "7f71d8aaaaaa"]);
        assert_eq!(nearest("7f71d8f4"), ["7f71d8f421e3", "7f71d8aaaaaa"]);
        assert_eq!(nearest("008"), ["009", "010"].map(String::from)[..1]);
        assert_eq!(nearest("zzzzzz"), Vec::<String>::new());
    }
}
