use super::function::is_generic_function;
use crate::{Expr, FromItem, LabelStyle, SelectColumn, TableRef, UnaryOp};

/// The name that a column of a SELECT list gets by AS.
#[derive(Debug, Clone, PartialEq)]
pub enum OutputName {
    /// As it is.
    Fixed(String),
    /// A stem to be numbered.
    Stem(String),
    /// A column of an alias without a name of its own: the label starts with the name that the
    /// statement gives the alias.
    OfAlias {
        /// The stem of the alias's name.
        stem: String,
        /// The identity of the alias.
        id: u64,
        /// The column.
        column: String,
    },
}

/// What `AS` a column needs: `required` always, `fallback` where it has no name of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// The name that AS gives it in any case.
    pub required: Option<OutputName>,
    /// The name that AS gives it where it has none of its own.
    pub fallback: OutputName,
    /// The name that it shares with a column before it, by which a subquery knows it all the same.
    pub repeats: Option<String>,
}

/// The names of a SELECT list, repeated ones made distinct.
pub fn output_names(columns: &[SelectColumn], style: LabelStyle) -> Vec<Naming> {
    let mut seen: Vec<(String, &Expr)> = Vec::new();
    columns
        .iter()
        .map(|column| naming(&column.expr, style, &mut seen))
        .collect()
}

fn naming<'e>(expr: &'e Expr, style: LabelStyle, seen: &mut Vec<(String, &'e Expr)>) -> Naming {
    let plain = |fallback| Naming {
        required: None,
        fallback,
        repeats: None,
    };
    if without_table(expr) {
        // Columns without a table are never renamed.
        return plain(own_name(expr).map_or_else(|| anonymous_name(expr), OutputName::Fixed));
    }
    let own = match style {
        LabelStyle::TableName => table_qualified(expr).or_else(|| own_name(expr)),
        LabelStyle::Disambiguate | LabelStyle::None => own_name(expr),
    };
    let own = match (own, anonymous_name(expr)) {
        (Some(own), _) => own,
        // `CAST(name AS ...)` goes by the name of its column.
        (None, OutputName::Fixed(borrowed)) => borrowed,
        (None, fallback) => return plain(unless_repeated(expr, fallback, seen)),
    };
    if style == LabelStyle::None {
        return plain(OutputName::Fixed(own));
    }
    let Some((_, first)) = seen.iter().find(|(name, _)| *name == own) else {
        seen.push((own.clone(), expr));
        let qualified = style == LabelStyle::TableName && table_qualified(expr).is_some();
        return Naming {
            required: qualified.then(|| of_alias(expr).unwrap_or(OutputName::Fixed(own.clone()))),
            ..plain(OutputName::Fixed(own))
        };
    };
    let again = *first == expr || own_name(expr).is_none();
    let stem = if again {
        format!("{own}_")
    } else {
        own.clone()
    };
    Naming {
        required: own_name(expr).map(|_| OutputName::Stem(stem.clone())),
        fallback: OutputName::Stem(stem),
        repeats: again.then_some(own),
    }
}

/// `null()`, `true()` and `false()` are one object each in SQLAlchemy, so a second one repeats the first.
fn unless_repeated<'e>(
    expr: &'e Expr,
    fallback: OutputName,
    seen: &mut Vec<(String, &'e Expr)>,
) -> OutputName {
    if !matches!(expr, Expr::Null | Expr::True | Expr::False) {
        return fallback;
    }
    // They have no name of their own, which no other entry of the list lacks.
    let again = seen
        .iter()
        .any(|(name, first)| name.is_empty() && *first == expr);
    seen.push((String::new(), expr));
    match fallback {
        OutputName::Stem(stem) if again => OutputName::Stem(format!("{stem}_")),
        fallback => fallback,
    }
}

fn without_table(expr: &Expr) -> bool {
    match expr {
        Expr::Column(column) => column.table.is_none(),
        Expr::Raw { .. } => true,
        _ => false,
    }
}

/// The name that an expression has by itself.
pub fn own_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Column(column) if column.anonymous.is_none() => Some(column.name.clone()),
        Expr::Raw { text, .. } => Some(text.clone()),
        Expr::Label {
            name,
            anonymous: false,
            ..
        } => Some(name.clone()),
        _ => None,
    }
}

/// `table_column`.
fn table_qualified(expr: &Expr) -> Option<String> {
    let Expr::Column(column) = expr else {
        return None;
    };
    let prefix = match column.table.as_deref()? {
        FromItem::Table(TableRef {
            name,
            schema,
            alias,
            ..
        }) => match (alias, schema) {
            // The number tells the aliases of one table apart.
            (Some(alias), _) if column.table.as_deref().is_some_and(is_anonymous) => {
                format!("{alias}%{}", alias_id(column.table.as_deref()?))
            }
            (Some(alias), _) => alias.clone(),
            (None, Some(schema)) => format!("{}_{name}", schema.replace('.', "_")),
            (None, None) => name.clone(),
        },
        FromItem::Subquery { alias, .. } => alias.name.clone(),
        FromItem::Cte { cte, alias } => alias.as_ref().map_or(&cte.name, |a| &a.name).clone(),
        FromItem::Function { alias, .. } | FromItem::Values { alias, .. } => {
            alias.as_ref()?.name.clone()
        }
        FromItem::Sample { alias, .. } => alias.name.clone(),
        FromItem::Text(_) | FromItem::Join { .. } => return None,
    };
    Some(format!("{prefix}_{}", column.name))
}

fn is_anonymous(item: &FromItem) -> bool {
    matches!(item, FromItem::Table(table) if table.anonymous)
}

fn alias_id(item: &FromItem) -> u64 {
    match item {
        FromItem::Table(table) => table.id,
        _ => 0,
    }
}

/// The label of a column of an alias that the compiler names.
fn of_alias(expr: &Expr) -> Option<OutputName> {
    let Expr::Column(column) = expr else {
        return None;
    };
    let (stem, id) = match column.table.as_deref()? {
        FromItem::Table(table) if table.anonymous => (table.alias.clone()?, table.id),
        FromItem::Subquery { alias, .. } if alias.anonymous => (alias.name.clone(), alias.id),
        _ => return None,
    };
    Some(OutputName::OfAlias {
        stem,
        id,
        column: column.name.clone(),
    })
}

/// The name of an expression that has none: the function's, that of the column inside a CAST, or
/// `anon`.
fn anonymous_name(expr: &Expr) -> OutputName {
    match expr {
        Expr::Column(column) => OutputName::Stem(column.name.clone()),
        Expr::Function(call) if call.filter.is_empty() && call.within_group.is_empty() => {
            OutputName::Stem(if is_generic_function(&call.name.name) {
                call.name.name.to_ascii_lowercase()
            } else {
                call.name.name.clone()
            })
        }
        Expr::NextValue { .. } => OutputName::Stem("next_value".to_owned()),
        Expr::Cast { operand, .. } | Expr::Coerce { operand, .. } => match own_name(operand) {
            Some(name) => OutputName::Fixed(name),
            None => anonymous_name(operand),
        },
        other => match truth_operand(other) {
            Some(operand) => match own_name(operand) {
                Some(name) => OutputName::Fixed(name),
                None => anonymous_name(operand),
            },
            None => OutputName::Stem("anon".to_owned()),
        },
    }
}

/// The boolean of which an expression says only whether it is true or false: `~flag`,
/// `and_(flag)`.
pub fn truth_operand(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } if operand.is_plain_boolean() => Some(operand),
        Expr::And(items) | Expr::Or(items) => match items.as_slice() {
            [single] if single.is_plain_boolean() => Some(single),
            _ => None,
        },
        _ => None,
    }
}

impl Naming {
    /// The name by which a subquery or CTE knows the column.
    pub fn output(&self) -> OutputName {
        match &self.repeats {
            Some(name) => OutputName::Fixed(name.clone()),
            None => self.required.as_ref().unwrap_or(&self.fallback).clone(),
        }
    }
}
