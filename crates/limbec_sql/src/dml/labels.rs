use limbec_schema::build::{self, Naming, OutputName};
use limbec_schema::{ColumnRef, Expr, FromItem, Select, SelectColumn, SqlStatement};

use super::{Compiler, Cx};
use crate::CompileError;

/// A column of a subquery or CTE, by the identity of that and its place in it.
pub(crate) type OutputKey = (u64, usize);

/// Where a column of a SELECT list stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    /// In a subquery: columns are named by AS.
    pub asfrom: bool,
    /// The subquery or CTE whose column it is, so that the name is the one by which the statement
    /// around it knows the column.
    pub output: Option<OutputKey>,
}

impl Compiler<'_> {
    /// One column of a SELECT list or of RETURNING, with the AS that it needs.
    pub(super) fn labelled(
        &mut self,
        column: &SelectColumn,
        naming: &Naming,
        spot: Spot,
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
                OutputName::Stem(name.clone())
            } else {
                OutputName::Fixed(name.clone())
            };
            return self.named(operand, &name, spot, cx);
        }
        if let Some(required) = &naming.required {
            return self.named(expr, required, spot, cx);
        }
        let with_label = match expr {
            Expr::Column(column) => spot.asfrom && column.table.is_some(),
            Expr::Raw { .. } | Expr::Text(_) | Expr::Star(_) | Expr::FromValue(_) => false,
            other => match (build::truth_operand(other), other) {
                (Some(operand), _) => {
                    !self.dialect.features().native_boolean
                        || build::own_name(operand).is_none()
                        || spot.asfrom
                }
                (None, Expr::Unary { operand, .. }) => {
                    build::own_name(operand).is_none() || spot.asfrom
                }
                (None, _) => true,
            },
        };
        if with_label {
            self.named(expr, &naming.fallback, spot, cx)
        } else {
            self.expr(expr, cx)
        }
    }

    fn named(
        &mut self,
        expr: &Expr,
        name: &OutputName,
        spot: Spot,
        cx: Cx,
    ) -> Result<String, CompileError> {
        // SQLAlchemy numbers the label before it meets the names inside the expression.
        let name = match (name, expr) {
            (OutputName::Fixed(name), _) => name.clone(),
            (OutputName::OfAlias { stem, id, column }, _) => {
                format!("{}_{column}", self.alias_name(stem, *id))
            }
            // A column that already has a numbered name keeps it.
            (OutputName::Stem(_), Expr::Column(column)) if column.anonymous.is_some() => {
                self.anonymous_column(column)
            }
            (OutputName::Stem(stem), _) => match spot.output {
                Some(key) => self.output_name(stem, key),
                None => self.numbered(stem),
            },
        };
        let text = self.expr(expr, cx)?;
        Ok(format!("{text} AS {}", self.dialect.quote(&name)))
    }

    /// The name of a column of a subquery whose expression had none.
    pub(crate) fn anonymous_column(&mut self, column: &ColumnRef) -> String {
        match output_key(column) {
            Some(key) => self.output_name(&column.name, key),
            None => self.numbered(&column.name),
        }
    }

    /// The names of the columns of a CTE, as its WITH lists them.
    pub(super) fn output_columns(&mut self, select: &Select, owner: u64) -> Vec<String> {
        let select = first_part(select);
        build::output_names(&select.columns, select.label_style)
            .iter()
            .zip(&select.columns)
            .enumerate()
            .map(
                |(index, (naming, column))| match (naming.output().clone(), &column.expr) {
                    (OutputName::Fixed(name), _) => name,
                    (OutputName::OfAlias { stem, id, column }, _) => {
                        format!("{}_{column}", self.alias_name(&stem, id))
                    }
                    (OutputName::Stem(_), Expr::Column(column)) if column.anonymous.is_some() => {
                        self.anonymous_column(column)
                    }
                    (OutputName::Stem(stem), _) => self.output_name(&stem, (owner, index)),
                },
            )
            .collect()
    }
}

/// The column of a subquery that the reference comes down to: a subquery of a subquery hands the
/// names of its inner one on.
fn output_key(column: &ColumnRef) -> Option<OutputKey> {
    let index = column.anonymous?;
    let (select, owner) = match column.table.as_deref()? {
        FromItem::Subquery { select, alias, .. } => (Some(&**select), alias.id),
        FromItem::Cte { cte, .. } => match &cte.statement {
            SqlStatement::Select(select) => (Some(&**select), cte.id),
            _ => (None, cte.id),
        },
        _ => return None,
    };
    let inner = select.and_then(|select| first_part(select).columns.get(index));
    match inner.map(|column| &column.expr) {
        Some(Expr::Column(inner)) if inner.anonymous.is_some() => output_key(inner),
        _ => Some((owner, index)),
    }
}

/// The SELECT that names the columns of a set operation.
fn first_part(select: &Select) -> &Select {
    match &select.compound {
        Some((_, parts)) if !parts.is_empty() => first_part(&parts[0]),
        _ => select,
    }
}
