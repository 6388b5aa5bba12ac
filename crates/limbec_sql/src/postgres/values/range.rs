//! Ranges: `[1,5)`, `empty`, `(,"2026-01-01 00:00:00"]`.

use limbec_schema::Literal;

use super::Kind;
use crate::db_error::DbError;

/// Reads a range: its lower bound, its upper bound, and the brackets, which an empty one does not have.
///
/// # Errors
/// A bound that Python cannot hold.
pub(super) fn read(text: &str, kind: Kind) -> Result<Literal, DbError> {
    let parts = |lower, upper, bounds: &str| {
        Literal::Tuple(vec![lower, upper, Literal::Str(bounds.to_owned())])
    };
    let inner = text.strip_prefix(['[', '(']);
    let inner = inner.and_then(|inner| inner.strip_suffix([']', ')']));
    let Some((lower, upper)) = inner.and_then(|inner| inner.split_once(',')) else {
        return Ok(parts(Literal::Null, Literal::Null, ""));
    };
    // No bound of these types has a comma or a quote in it.
    let bound = |text: &str| match text.trim_matches('"') {
        "" => Ok(Literal::Null),
        text => kind.read(text.to_owned()),
    };
    let bounds = format!("{}{}", &text[..1], &text[text.len() - 1..]);
    Ok(parts(bound(lower)?, bound(upper)?, &bounds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        let read = |text: &str| read(text, Kind::Int).unwrap();
        let range = |lower, upper, bounds: &str| {
            Literal::Tuple(vec![lower, upper, Literal::Str(bounds.to_owned())])
        };
        assert_eq!(read("[1,5)"), range(Literal::Int(1), Literal::Int(5), "[)"));
        assert_eq!(read("(,5]"), range(Literal::Null, Literal::Int(5), "(]"));
        assert_eq!(read("(,)"), range(Literal::Null, Literal::Null, "()"));
        assert_eq!(read("empty"), range(Literal::Null, Literal::Null, ""));
    }
}
