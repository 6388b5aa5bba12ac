use super::operate::is_collection;
use crate::{BinaryOp, Expr, UnaryOp};

/// `sa.and_(...)`: TRUE falls out, FALSE wins, nested ANDs are one.
pub fn and(items: Vec<Expr>) -> Expr {
    match settle(items, &Expr::True, &Expr::False) {
        Settled::One(single) => single,
        Settled::Several(items) => Expr::And(
            items
                .into_iter()
                .flat_map(|item| match item {
                    Expr::And(inner) => inner,
                    other => vec![other],
                })
                .collect(),
        ),
    }
}

/// `sa.or_(...)`: FALSE falls out, TRUE wins, nested ORs are one.
pub fn or(items: Vec<Expr>) -> Expr {
    match settle(items, &Expr::False, &Expr::True) {
        Settled::One(single) => single,
        Settled::Several(items) => Expr::Or(
            items
                .into_iter()
                .flat_map(|item| match item {
                    Expr::Or(inner) => inner,
                    other => vec![other],
                })
                .collect(),
        ),
    }
}

enum Settled {
    One(Expr),
    Several(Vec<Expr>),
}

fn settle(mut items: Vec<Expr>, neutral: &Expr, decisive: &Expr) -> Settled {
    if items.contains(decisive) {
        return Settled::One(truth(decisive.clone()));
    }
    let had_items = !items.is_empty();
    items.retain(|item| item != neutral);
    match items.len() {
        0 if had_items => Settled::One(truth(neutral.clone())),
        1 => Settled::One(truth(items.remove(0))),
        _ => Settled::Several(items),
    }
}

/// A condition that stands alone: a boolean becomes a truth value (`flag = 1`), which an AND of one
/// stands for; LIKE with wildcards of its own is in parentheses from here on.
fn truth(expr: Expr) -> Expr {
    match expr {
        Expr::Group(_) | Expr::Subquery(_) => expr,
        Expr::Binary {
            op: BinaryOp::Matches { .. },
            ..
        } => Expr::Group(Box::new(expr)),
        boolean if boolean.is_plain_boolean() => Expr::And(vec![boolean]),
        other => other,
    }
}

/// `~expr`, `sa.not_(expr)`: the opposite operator where there is one, NOT where there is none.
pub fn negate(expr: Expr) -> Expr {
    match expr {
        Expr::True => Expr::False,
        Expr::False => Expr::True,
        Expr::Binary {
            op,
            left,
            right,
            sql_type,
        } => match opposite(&op, &left, &right) {
            Some(op) => Expr::Binary {
                op,
                left,
                right,
                sql_type,
            },
            // SQLAlchemy groups the whole before it negates it, which the compiler prints.
            None => not(Expr::Group(Box::new(Expr::Binary {
                op,
                left,
                right,
                sql_type,
            }))),
        },
        Expr::Between {
            operand,
            low,
            high,
            negated,
            symmetric,
        } => Expr::Between {
            operand,
            low,
            high,
            negated: !negated,
            symmetric,
        },
        Expr::Label {
            name,
            anonymous,
            operand,
        } => Expr::Label {
            name,
            anonymous,
            operand: Box::new(negate(*operand)),
        },
        Expr::And(mut items) if items.len() == 1 => negate(items.remove(0)),
        Expr::Or(mut items) if items.len() == 1 => negate(items.remove(0)),
        // `NOT flag` was the opposite of `flag`, so its opposite is the truth value of `flag` again.
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } if operand.is_plain_boolean() => Expr::And(vec![*operand]),
        other => not(other),
    }
}

fn not(operand: Expr) -> Expr {
    Expr::Unary {
        op: UnaryOp::Not,
        operand: Box::new(operand),
    }
}

impl Expr {
    /// True for an expression of type Boolean that is no operator: databases without booleans
    /// must compare it with 1 where a truth value stands.
    pub fn is_plain_boolean(&self) -> bool {
        let plain = match self {
            Expr::Group(_)
            | Expr::Raw { .. }
            | Expr::Column(_)
            | Expr::Bind(_)
            | Expr::True
            | Expr::False
            | Expr::Function(_)
            | Expr::Cast { .. }
            | Expr::Coerce { .. }
            | Expr::Case(_)
            | Expr::Over(_)
            | Expr::Excluded { .. }
            | Expr::Subquery(_) => true,
            Expr::Label { operand, .. } => return operand.is_plain_boolean(),
            _ => false,
        };
        plain && self.sql_type().affinity() == super::Affinity::Boolean
    }
}

/// The operator that says the opposite.
fn opposite(op: &BinaryOp, left: &Expr, right: &Expr) -> Option<BinaryOp> {
    use BinaryOp as B;
    if is_collection(left) || is_collection(right) {
        return None;
    }
    Some(match op.clone() {
        B::Eq => B::Ne,
        B::Ne => B::Eq,
        B::Lt => B::Ge,
        B::Ge => B::Lt,
        B::Gt => B::Le,
        B::Le => B::Gt,
        B::Like { escape } => B::NotLike { escape },
        B::NotLike { escape } => B::Like { escape },
        B::Ilike { escape } => B::NotIlike { escape },
        B::NotIlike { escape } => B::Ilike { escape },
        B::Matches {
            place,
            insensitive,
            negated,
            escape,
        } => B::Matches {
            place,
            insensitive,
            negated: !negated,
            escape,
        },
        B::In => B::NotIn,
        B::NotIn => B::In,
        B::Is => B::IsNot,
        B::IsNot => B::Is,
        B::IsDistinctFrom => B::IsNotDistinctFrom,
        B::IsNotDistinctFrom => B::IsDistinctFrom,
        B::RegexpMatch { flags } => B::NotRegexpMatch { flags },
        B::NotRegexpMatch { flags } => B::RegexpMatch { flags },
        B::Match => B::NotMatch,
        B::NotMatch => B::Match,
        _ => return None,
    })
}
