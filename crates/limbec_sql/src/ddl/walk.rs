//! The columns that an expression mentions, as naming conventions see them.

use std::collections::{HashSet, VecDeque};

use limbec_schema::Expr;

/// The columns that an expression mentions, each once. SQLAlchemy looks level by level, so a column
/// that stands near the top comes before one that stands deep in a call.
pub(crate) fn columns_in(expr: &Expr) -> Vec<&str> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut queue = VecDeque::from([expr]);
    while let Some(expr) = queue.pop_front() {
        if let Expr::Column(column) = expr
            && seen.insert(column.name.as_str())
        {
            found.push(column.name.as_str());
        }
        queue.extend(children(expr));
    }
    found
}

/// The expressions directly inside an expression. Queries inside are not looked into: their columns
/// belong to other tables.
fn children(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Unary { operand, .. }
        | Expr::Cast { operand, .. }
        | Expr::Coerce { operand, .. }
        | Expr::Label { operand, .. }
        | Expr::Collate { operand, .. }
        | Expr::Extract { operand, .. }
        | Expr::Nulls { operand, .. }
        | Expr::Group(operand) => vec![operand],
        Expr::Binary { left, right, .. } => vec![left, right],
        Expr::Between {
            operand, low, high, ..
        } => vec![operand, low, high],
        Expr::And(parts) | Expr::Or(parts) | Expr::Tuple(parts) => parts.iter().collect(),
        Expr::Array { items, .. } => items.iter().collect(),
        Expr::Function(call) => call
            .args
            .iter()
            .chain(&call.filter)
            .chain(&call.within_group)
            .collect(),
        Expr::Case(case) => {
            let mut parts: Vec<&Expr> = case.value.as_deref().into_iter().collect();
            for (condition, result) in &case.whens {
                parts.extend([condition, result]);
            }
            parts.extend(case.otherwise.as_deref());
            parts
        }
        Expr::Over(over) => std::iter::once(&*over.call)
            .chain(&over.partition_by)
            .chain(&over.order_by)
            .collect(),
        Expr::Slice { start, stop } => vec![start, stop],
        Expr::RegexpReplace {
            operand,
            pattern,
            replacement,
            ..
        } => vec![operand, pattern, replacement],
        Expr::AggregateOrderBy { operand, order_by } => {
            std::iter::once(&**operand).chain(order_by).collect()
        }
        Expr::Text(_)
        | Expr::Raw { .. }
        | Expr::Column(_)
        | Expr::Bind(_)
        | Expr::Null
        | Expr::True
        | Expr::False
        | Expr::Star(_)
        | Expr::LabelRef(_)
        | Expr::Subquery(_)
        | Expr::FromValue(_)
        | Expr::Excluded { .. }
        | Expr::NextValue { .. } => Vec::new(),
    }
}

/// The tables whose columns an expression mentions, by schema and name.
pub fn tables_in(expr: &Expr) -> Vec<(Option<&str>, &str)> {
    let mut found = Vec::new();
    let mut open = vec![expr];
    while let Some(expr) = open.pop() {
        if let Expr::Column(column) = expr
            && let Some(limbec_schema::FromItem::Table(table)) = column.table.as_deref()
        {
            found.push((table.schema.as_deref(), table.name.as_str()));
        }
        open.extend(children(expr));
    }
    found
}
