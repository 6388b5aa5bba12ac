//! Visits every bind of a statement.

use std::sync::Arc;

use limbec_schema::{
    AddedCte, Bind, Expr, FromItem, FunctionCall, Insert, InsertSource, OnConflictAction, Select,
    SqlStatement, SqlType, TextClause,
};

/// What is done with a bind.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&mut Bind);

/// Every bind of a statement.
pub(super) fn statement(statement: &mut SqlStatement, visit: Visit<'_>) {
    match statement {
        SqlStatement::Text(clause) => text(clause, visit),
        SqlStatement::Select(found) => select(found, visit),
        SqlStatement::Insert(found) => insert(found, visit),
        SqlStatement::Update(found) => {
            ctes(&mut found.ctes, visit);
            found
                .set
                .iter_mut()
                .for_each(|(_, value)| expr(value, visit));
            exprs(&mut found.filter, visit);
            found
                .returning
                .iter_mut()
                .for_each(|column| expr(&mut column.expr, visit));
        }
        SqlStatement::Delete(found) => {
            ctes(&mut found.ctes, visit);
            exprs(&mut found.filter, visit);
            found
                .returning
                .iter_mut()
                .for_each(|column| expr(&mut column.expr, visit));
        }
    }
}

fn insert(found: &mut Insert, visit: Visit<'_>) {
    ctes(&mut found.ctes, visit);
    match &mut found.source {
        InsertSource::Values(values) => values.iter_mut().for_each(|(_, value)| expr(value, visit)),
        InsertSource::Rows(rows) => {
            rows.iter_mut()
                .flatten()
                .for_each(|(_, value)| expr(value, visit));
        }
        InsertSource::Select { select: source, .. } => select(source, visit),
        InsertSource::Defaults => {}
    }
    if let Some(conflict) = &mut found.on_conflict {
        exprs(&mut conflict.columns, visit);
        if let Some(condition) = &mut conflict.index_where {
            expr(condition, visit);
        }
        match &mut conflict.action {
            OnConflictAction::Nothing => {}
            OnConflictAction::Update { set, filter } => {
                set.iter_mut().for_each(|(_, value)| expr(value, visit));
                if let Some(condition) = filter {
                    expr(condition, visit);
                }
            }
            OnConflictAction::DuplicateKeyUpdate(set) => {
                set.iter_mut().for_each(|(_, value)| expr(value, visit));
            }
        }
    }
    found
        .returning
        .iter_mut()
        .for_each(|column| expr(&mut column.expr, visit));
}

/// The parameters of a text, also those of which no more than the name is known.
fn text(clause: &mut TextClause, visit: Visit<'_>) {
    for name in limbec_sql::text_parameters(&clause.text) {
        if !clause.binds.iter().any(|bind| bind.key == name) {
            let mut bind = Bind {
                key: name.clone(),
                anonymous: false,
                sql_type: SqlType::Null,
                value: None,
                inline: false,
                expanding: false,
            };
            visit(&mut bind);
            if bind.value.is_some() {
                clause.binds.push(bind);
            }
        }
    }
    clause.binds.iter_mut().for_each(visit);
}

fn ctes(list: &mut [AddedCte], visit: Visit<'_>) {
    for added in list {
        statement(&mut Arc::make_mut(&mut added.cte).statement, visit);
    }
}

/// Every bind of a query.
pub(super) fn select(found: &mut Select, visit: Visit<'_>) {
    ctes(&mut found.ctes, visit);
    exprs(&mut found.distinct_on, visit);
    found
        .columns
        .iter_mut()
        .for_each(|column| expr(&mut column.expr, visit));
    found.from.iter_mut().for_each(|item| from(item, visit));
    for list in [
        &mut found.filter,
        &mut found.group_by,
        &mut found.having,
        &mut found.order_by,
    ] {
        exprs(list, visit);
    }
    for one in [&mut found.limit, &mut found.offset].into_iter().flatten() {
        expr(one, visit);
    }
    if let Some(fetch) = &mut found.fetch {
        expr(&mut fetch.count, visit);
    }
    if let Some((_, parts)) = &mut found.compound {
        parts.iter_mut().for_each(|part| select(part, visit));
    }
    if let Some(clause) = &mut found.text {
        text(clause, visit);
    }
    for row in found.values.iter_mut().flatten() {
        exprs(row, visit);
    }
}

fn from(item: &mut FromItem, visit: Visit<'_>) {
    match item {
        FromItem::Table(_) => {}
        FromItem::Subquery { select: found, .. } => select(found, visit),
        FromItem::Cte { cte, .. } => statement(&mut Arc::make_mut(cte).statement, visit),
        FromItem::Function { call: found, .. } => call(found, visit),
        FromItem::Values { rows, .. } => rows.iter_mut().for_each(|row| exprs(row, visit)),
        FromItem::Sample {
            table,
            method,
            seed,
            ..
        } => {
            from(table, visit);
            expr(method, visit);
            if let Some(seed) = seed {
                expr(seed, visit);
            }
        }
        FromItem::Text(clause) => text(clause, visit),
        FromItem::Join {
            left, right, on, ..
        } => {
            from(left, visit);
            from(right, visit);
            if let Some(on) = on {
                expr(on, visit);
            }
        }
    }
}

fn call(found: &mut FunctionCall, visit: Visit<'_>) {
    exprs(&mut found.args, visit);
    exprs(&mut found.filter, visit);
    exprs(&mut found.within_group, visit);
}

fn exprs(list: &mut [Expr], visit: Visit<'_>) {
    list.iter_mut().for_each(|item| expr(item, visit));
}

/// Every bind of an expression.
pub(super) fn expr(item: &mut Expr, visit: Visit<'_>) {
    match item {
        Expr::Bind(bind) => visit(bind),
        Expr::Text(clause) => text(clause, visit),
        Expr::Column(column) => {
            if let Some(table) = &mut column.table
                && !matches!(**table, FromItem::Table(_))
            {
                from(Arc::make_mut(table), visit);
            }
        }
        Expr::Unary { operand, .. }
        | Expr::Cast { operand, .. }
        | Expr::Coerce { operand, .. }
        | Expr::Label { operand, .. }
        | Expr::Collate { operand, .. }
        | Expr::Extract { operand, .. }
        | Expr::Nulls { operand, .. }
        | Expr::Group(operand) => expr(operand, visit),
        Expr::Binary { left, right, .. } => {
            expr(left, visit);
            expr(right, visit);
        }
        Expr::Between {
            operand, low, high, ..
        } => {
            expr(operand, visit);
            expr(low, visit);
            expr(high, visit);
        }
        Expr::And(items) | Expr::Or(items) | Expr::Tuple(items) | Expr::Array { items, .. } => {
            exprs(items, visit);
        }
        Expr::Function(found) => call(found, visit),
        Expr::Case(case) => {
            if let Some(value) = &mut case.value {
                expr(value, visit);
            }
            for (when, then) in &mut case.whens {
                expr(when, visit);
                expr(then, visit);
            }
            if let Some(otherwise) = &mut case.otherwise {
                expr(otherwise, visit);
            }
        }
        Expr::Over(over) => {
            expr(&mut over.call, visit);
            exprs(&mut over.partition_by, visit);
            exprs(&mut over.order_by, visit);
        }
        Expr::Subquery(found) => select(found, visit),
        Expr::Slice { start, stop } => {
            expr(start, visit);
            expr(stop, visit);
        }
        Expr::RegexpReplace {
            operand,
            pattern,
            replacement,
            ..
        } => {
            expr(operand, visit);
            expr(pattern, visit);
            expr(replacement, visit);
        }
        Expr::AggregateOrderBy { operand, order_by } => {
            expr(operand, visit);
            exprs(order_by, visit);
        }
        Expr::FromValue(item) => from(Arc::make_mut(item), visit),
        Expr::Raw { .. }
        | Expr::Null
        | Expr::True
        | Expr::False
        | Expr::Star(_)
        | Expr::LabelRef(_)
        | Expr::Excluded { .. }
        | Expr::NextValue { .. } => {}
    }
}

/// Replaces columns, where `replace` has something for them; queries inside are left alone.
pub(super) fn columns(
    item: &mut Expr,
    replace: &mut dyn FnMut(&limbec_schema::ColumnRef) -> Option<Expr>,
) {
    if let Expr::Column(column) = item {
        if let Some(other) = replace(column) {
            *item = other;
        }
        return;
    }
    children(item, &mut |child| columns(child, replace));
}

/// Every expression that an expression is directly made of.
pub(super) fn children(item: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    match item {
        Expr::Unary { operand, .. }
        | Expr::Cast { operand, .. }
        | Expr::Coerce { operand, .. }
        | Expr::Label { operand, .. }
        | Expr::Collate { operand, .. }
        | Expr::Extract { operand, .. }
        | Expr::Nulls { operand, .. }
        | Expr::Group(operand) => visit(operand),
        Expr::Binary { left, right, .. } => {
            visit(left);
            visit(right);
        }
        Expr::Between {
            operand, low, high, ..
        } => {
            visit(operand);
            visit(low);
            visit(high);
        }
        Expr::And(items) | Expr::Or(items) | Expr::Tuple(items) | Expr::Array { items, .. } => {
            items.iter_mut().for_each(visit);
        }
        Expr::Function(found) => {
            found.args.iter_mut().for_each(&mut *visit);
            found.filter.iter_mut().for_each(&mut *visit);
            found.within_group.iter_mut().for_each(visit);
        }
        Expr::Case(case) => {
            if let Some(value) = &mut case.value {
                visit(value);
            }
            for (when, then) in &mut case.whens {
                visit(when);
                visit(then);
            }
            if let Some(otherwise) = &mut case.otherwise {
                visit(otherwise);
            }
        }
        Expr::Over(over) => {
            visit(&mut over.call);
            over.partition_by.iter_mut().for_each(&mut *visit);
            over.order_by.iter_mut().for_each(visit);
        }
        Expr::Slice { start, stop } => {
            visit(start);
            visit(stop);
        }
        Expr::RegexpReplace {
            operand,
            pattern,
            replacement,
            ..
        } => {
            visit(operand);
            visit(pattern);
            visit(replacement);
        }
        Expr::AggregateOrderBy { operand, order_by } => {
            visit(operand);
            order_by.iter_mut().for_each(visit);
        }
        Expr::Subquery(found) => {
            found.filter.iter_mut().for_each(&mut *visit);
            found
                .columns
                .iter_mut()
                .for_each(|column| visit(&mut column.expr));
        }
        Expr::Column(_)
        | Expr::Bind(_)
        | Expr::Text(_)
        | Expr::FromValue(_)
        | Expr::Raw { .. }
        | Expr::Null
        | Expr::True
        | Expr::False
        | Expr::Star(_)
        | Expr::LabelRef(_)
        | Expr::Excluded { .. }
        | Expr::NextValue { .. } => {}
    }
}
