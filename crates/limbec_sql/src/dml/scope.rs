use std::sync::Arc;

use limbec_schema::{Expr, FromItem};

use super::hints::TableHints;

/// A statement around the one being compiled.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// The tables of this statement and of those around it.
    pub correlate: Vec<FromItem>,
    /// The tables of this statement, which subqueries leave out by themselves.
    pub own: Vec<FromItem>,
    /// The names of the SELECT list, to which `order_by("name")` refers.
    pub labels: Vec<(String, Expr)>,
    /// What `with_hint` said of tables of this statement.
    pub hints: TableHints,
}

/// Whether two FROM items are one object.
pub(crate) fn same(a: &FromItem, b: &FromItem) -> bool {
    match (a, b) {
        (FromItem::Subquery { alias: a, .. }, FromItem::Subquery { alias: b, .. }) if a.id != 0 => {
            a == b
        }
        (FromItem::Cte { cte: a, alias: c }, FromItem::Cte { cte: b, alias: d }) if a.id != 0 => {
            a.id == b.id && c == d
        }
        _ => a == b,
    }
}

/// Whether the item is among them.
pub(crate) fn contains(items: &[FromItem], item: &FromItem) -> bool {
    items.iter().any(|other| same(other, item))
}

/// Adds the item unless it is there.
pub(crate) fn add(items: &mut Vec<FromItem>, item: &FromItem) {
    if !contains(items, item) {
        items.push(item.clone());
    }
}

/// The item and, for a join, all that it joins.
pub(crate) fn expanded(item: &FromItem, out: &mut Vec<FromItem>) {
    out.push(item.clone());
    if let FromItem::Join { left, right, .. } = item {
        expanded(left, out);
        expanded(right, out);
    }
}

/// What an expression brings into the FROM of its statement: the tables of its columns, but not
/// those inside subqueries.
pub(crate) fn froms_of(expr: &Expr, out: &mut Vec<FromItem>) {
    match expr {
        Expr::Column(column) => {
            if let Some(table) = &column.table {
                add(out, table);
            }
        }
        Expr::Star(Some(table)) | Expr::FromValue(table) => add(out, Arc::as_ref(table)),
        other => other.each_child(&mut |child| froms_of(child, out)),
    }
}
