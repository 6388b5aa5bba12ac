use super::operate::{beside, binary};
use super::{BuildError, Operand};
use crate::{BinaryOp, Expr, Literal, SqlType, StringMatch};

/// How a string is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Where in the string.
    pub place: StringMatch,
    /// `icontains` and its relatives.
    pub insensitive: bool,
    /// `escape=`.
    pub escape: Option<String>,
    /// `autoescape=True`.
    pub autoescape: bool,
}

/// `left.startswith(other)`, `endswith`, `contains` and their `i` forms.
///
/// # Errors
/// `autoescape` with anything but a Python string.
pub fn string_match(left: Expr, other: Operand, pattern: Pattern) -> Result<Expr, BuildError> {
    let (other, escape) = if pattern.autoescape {
        let Operand::Value(Literal::Str(text)) = other else {
            return Err(BuildError::Argument(
                "String value expected when autoescape=True".to_owned(),
            ));
        };
        let escape = pattern.escape.unwrap_or_else(|| "/".to_owned());
        let text = autoescape(&text, &escape);
        (Operand::Value(Literal::Str(text)), Some(escape))
    } else {
        (other, pattern.escape)
    };
    let op = BinaryOp::Matches {
        place: pattern.place,
        insensitive: pattern.insensitive,
        negated: false,
        escape,
    };
    let other = beside(&left, &op, other);
    Ok(binary(op, left, other, SqlType::boolean()))
}

/// The text with the wildcards of LIKE escaped.
pub fn autoescape(text: &str, escape: &str) -> String {
    let mut text = text.to_owned();
    if escape != "%" && escape != "_" {
        text = text.replace(escape, &escape.repeat(2));
    }
    text.replace('%', &format!("{escape}%"))
        .replace('_', &format!("{escape}_"))
}
