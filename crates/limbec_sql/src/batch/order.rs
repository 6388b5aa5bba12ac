//! The order of columns in the new table, with `insert_before`, `insert_after` and
//! `partial_reordering`.

use limbec_schema::ColumnPosition;

use crate::CompileError;

/// Sorts `names` so that for every pair the first stands before the second; names that no pair
/// touches keep their order. SQLAlchemy's algorithm: all that depends on nothing left, round by round.
pub(super) fn sort(
    names: &[String],
    pairs: &[(String, String)],
) -> Result<Vec<String>, CompileError> {
    let mut todo: Vec<&String> = names.iter().collect();
    let mut sorted = Vec::with_capacity(names.len());
    while !todo.is_empty() {
        let (ready, waiting): (Vec<&String>, Vec<&String>) = todo.iter().partition(|name| {
            !pairs
                .iter()
                .any(|(before, after)| after == **name && before != after && todo.contains(&before))
        });
        if ready.is_empty() {
            return Err(CompileError::Circular {
                message: format!(
                    "Circular dependency detected. ({})",
                    waiting
                        .iter()
                        .map(|name| format!("'{name}'"))
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            });
        }
        sorted.extend(ready.into_iter().cloned());
        todo = waiting;
    }
    Ok(sorted)
}

/// The pairs that place a new column.
///
/// Where only one neighbour is named, the other one is found, so that the column stands right beside
/// it; without any, the column stands behind the last one.
///
/// # Errors
/// A neighbour that does not exist.
pub(super) fn place(
    column: &str,
    position: &ColumnPosition,
    existing: &[String],
    placed: &[(String, String)],
    partial_reordering: bool,
) -> Result<Vec<(String, String)>, String> {
    let (mut before, mut after) = (position.before.clone(), position.after.clone());
    let index = |name: &str| existing.iter().position(|known| known == name);
    if !partial_reordering {
        if let (Some(left), None) = (&after, &before) {
            before = match index(left) {
                Some(at) => existing.get(at + 1).cloned(),
                // Behind a column that is new itself.
                None => Some(last_value(placed, left).ok_or_else(|| left.clone())?),
            };
        }
        if let (Some(right), None) = (&before, &after) {
            after = match index(right) {
                Some(at) => at.checked_sub(1).and_then(|at| existing.get(at).cloned()),
                None => Some(last_key(placed, right).ok_or_else(|| right.clone())?),
            };
        }
    }
    let mut pairs = Vec::new();
    if let Some(right) = &before {
        pairs.push((column.to_owned(), right.clone()));
    }
    if let Some(left) = &after {
        pairs.push((left.clone(), column.to_owned()));
    }
    if !partial_reordering
        && pairs.is_empty()
        && let Some(last) = existing.last()
    {
        pairs.push((last.clone(), column.to_owned()));
    }
    Ok(pairs)
}

fn last_value(pairs: &[(String, String)], left: &str) -> Option<String> {
    let found = pairs.iter().rev().find(|(before, _)| before == left);
    found.map(|(_, after)| after.clone())
}

fn last_key(pairs: &[(String, String)], right: &str) -> Option<String> {
    let found = pairs.iter().rev().find(|(_, after)| after == right);
    found.map(|(before, _)| before.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect()
    }

    #[test]
    fn names_sort_in_rounds_as_in_sqlalchemy() {
        let names: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        assert_eq!(sort(&names, &[]).unwrap(), names);
        assert_eq!(
            sort(&names, &owned(&[("d", "c"), ("b", "a")])).unwrap(),
            ["b", "d", "a", "c"]
        );
        assert_eq!(
            sort(&names, &owned(&[("a", "b"), ("b", "a")]))
                .unwrap_err()
                .to_string(),
            "Circular dependency detected. ('a', 'b')"
        );
    }
}
