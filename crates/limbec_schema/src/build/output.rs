use super::function::is_generic_function;
use crate::{Expr, FromItem, LabelStyle, SelectColumn, TableRef, UnaryOp};

/// The name that a column of a SELECT list gets by AS.
#[derive(Debug, Clone, PartialEq)]
pub enum OutputName {
    /// As it is.
    Fixed(String),
    /// A stem to be numbered.
    Stem(String),
}

/// What `AS` a column needs: `required` always, `fallback` where it has no name of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// The name that AS gives it in any case.
    pub required: Option<OutputName>,
    /// The name that AS gives it where it has none of its own.
    pub fallback: OutputName,
}

/// The names of a SELECT list, repeated ones made distinct.
pub fn output_names(columns: &[SelectColumn], style: LabelStyle) -> Vec<Naming> {
    let mut seen: Vec<(String, &Expr)> = Vec::new();
    let mut repeats = 0;
    columns
        .iter()
        .map(|column| {
            let expr = &column.expr;
            if without_table(expr) {
                // Columns without a table are never renamed.
                return Naming {
                    required: None,
                    fallback: own_name(expr)
                        .map_or_else(|| anonymous_name(expr), OutputName::Fixed),
                };
            }
            let own = match style {
                LabelStyle::TableName => table_qualified(expr).or_else(|| own_name(expr)),
                LabelStyle::Disambiguate | LabelStyle::None => own_name(expr),
            };
            let own = match (own, anonymous_name(expr)) {
                (Some(own), _) => own,
                // `CAST(name AS ...)` goes by the name of its column.
                (None, OutputName::Fixed(borrowed)) => borrowed,
                (None, fallback) => {
                    return Naming {
                        required: None,
                        fallback,
                    };
                }
            };
            if style == LabelStyle::None {
                return Naming {
                    required: None,
                    fallback: OutputName::Fixed(own),
                };
            }
            match seen.iter().find(|(name, _)| *name == own) {
                None => {
                    seen.push((own.clone(), expr));
                    let qualified =
                        style == LabelStyle::TableName && table_qualified(expr).is_some();
                    Naming {
                        required: qualified.then(|| OutputName::Fixed(own.clone())),
                        fallback: OutputName::Fixed(own),
                    }
                }
                Some((_, first)) => {
                    let stem = if *first == expr || own_name(expr).is_none() {
                        repeats += 1;
                        format!("{own}_")
                    } else {
                        own
                    };
                    Naming {
                        required: own_name(expr).map(|_| OutputName::Stem(stem.clone())),
                        fallback: OutputName::Stem(stem),
                    }
                }
            }
        })
        .collect()
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
            (Some(alias), _) => alias.clone(),
            (None, Some(schema)) => format!("{}_{name}", schema.replace('.', "_")),
            (None, None) => name.clone(),
        },
        FromItem::Subquery { alias, .. } => alias.name.clone(),
        FromItem::Cte { cte, alias } => alias.as_ref().map_or(&cte.name, |a| &a.name).clone(),
        FromItem::Function { alias, .. } | FromItem::Values { alias, .. } => {
            alias.as_ref()?.name.clone()
        }
        FromItem::Text(_) | FromItem::Join { .. } => return None,
    };
    Some(format!("{prefix}_{}", column.name))
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
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } if operand.is_plain_boolean() => match own_name(operand) {
            Some(name) => OutputName::Fixed(name),
            None => anonymous_name(operand),
        },
        _ => OutputName::Stem("anon".to_owned()),
    }
}

impl Naming {
    /// The name by which a subquery or CTE knows the column.
    pub fn output(&self) -> &OutputName {
        self.required.as_ref().unwrap_or(&self.fallback)
    }
}
