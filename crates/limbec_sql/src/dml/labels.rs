use limbec_schema::build::is_generic_function;
use limbec_schema::{Expr, FromItem, LabelStyle, SelectColumn, TableRef, UnaryOp};

use super::{Compiler, Cx};
use crate::CompileError;

/// The name that a column of a SELECT list gets by AS.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Name {
    Fixed(String),
    /// A stem to be numbered.
    Stem(String),
}

/// What `AS` a column needs: `required` always, `fallback` where it has no name of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Naming {
    required: Option<Name>,
    fallback: Name,
}

/// The names of a SELECT list, repeated ones made distinct.
pub(super) fn namings(columns: &[SelectColumn], style: LabelStyle) -> Vec<Naming> {
    let mut seen: Vec<(String, &Expr)> = Vec::new();
    let mut repeats = 0;
    columns
        .iter()
        .map(|column| {
            let expr = &column.expr;
            let own = match style {
                LabelStyle::TableName => table_qualified(expr).or_else(|| own_name(expr)),
                LabelStyle::Disambiguate | LabelStyle::None => own_name(expr),
            };
            let own = match (own, anonymous_name(expr)) {
                (Some(own), _) => own,
                // `CAST(name AS ...)` goes by the name of its column.
                (None, Name::Fixed(borrowed)) => borrowed,
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
                    fallback: Name::Fixed(own),
                };
            }
            match seen.iter().find(|(name, _)| *name == own) {
                None => {
                    seen.push((own.clone(), expr));
                    let qualified =
                        style == LabelStyle::TableName && table_qualified(expr).is_some();
                    Naming {
                        required: qualified.then(|| Name::Fixed(own.clone())),
                        fallback: Name::Fixed(own),
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
                        required: own_name(expr).map(|_| Name::Stem(stem.clone())),
                        fallback: Name::Stem(stem),
                    }
                }
            }
        })
        .collect()
}

/// The name that an expression has by itself.
pub(super) fn own_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Column(column) if !column.anonymous => Some(column.name.clone()),
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
fn anonymous_name(expr: &Expr) -> Name {
    match expr {
        Expr::Column(column) => Name::Stem(column.name.clone()),
        Expr::Function(call) if call.filter.is_empty() && call.within_group.is_empty() => {
            Name::Stem(if is_generic_function(&call.name.name) {
                call.name.name.to_ascii_lowercase()
            } else {
                call.name.name.clone()
            })
        }
        Expr::NextValue { .. } => Name::Stem("next_value".to_owned()),
        Expr::Cast { operand, .. } | Expr::Coerce { operand, .. } => match own_name(operand) {
            Some(name) => Name::Fixed(name),
            None => anonymous_name(operand),
        },
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } if operand.is_plain_boolean() => match own_name(operand) {
            Some(name) => Name::Fixed(name),
            None => anonymous_name(operand),
        },
        _ => Name::Stem("anon".to_owned()),
    }
}

impl Compiler<'_> {
    /// One column of a SELECT list or of RETURNING, with the AS that it needs.
    pub(super) fn labelled(
        &mut self,
        column: &SelectColumn,
        naming: &Naming,
        asfrom: bool,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let expr = &column.expr;
        if let Expr::Label {
            name,
            anonymous,
            operand,
        } = expr
        {
            let name = if *anonymous {
                Name::Stem(name.clone())
            } else {
                Name::Fixed(name.clone())
            };
            return self.named(operand, &name, cx);
        }
        if let Some(required) = &naming.required {
            return self.named(expr, required, cx);
        }
        let with_label = match expr {
            Expr::Column(column) => asfrom && column.table.is_some(),
            Expr::Raw { .. } | Expr::Text(_) | Expr::Star(_) | Expr::FromValue(_) => false,
            Expr::Unary { op, operand } => {
                let truth = *op == UnaryOp::Not && operand.is_plain_boolean();
                (truth && !self.dialect.features().native_boolean)
                    || own_name(operand).is_none()
                    || asfrom
            }
            _ => true,
        };
        if with_label {
            self.named(expr, &naming.fallback, cx)
        } else {
            self.expr(expr, cx)
        }
    }

    fn named(&mut self, expr: &Expr, name: &Name, cx: Cx) -> Result<String, CompileError> {
        // SQLAlchemy numbers the label before it meets the names inside the expression.
        let name = match name {
            Name::Fixed(name) => name.clone(),
            Name::Stem(stem) => self.numbered(stem),
        };
        let text = self.expr(expr, cx)?;
        Ok(format!("{text} AS {}", self.dialect.quote(&name)))
    }
}
