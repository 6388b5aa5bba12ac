//! Expressions as SQL.

mod function;
mod operators;
mod precedence;
mod text;

use limbec_schema::{Case, ColumnRef, Expr, Frame, FrameUnit, NullsOrder, Over, UnaryOp};

pub use operators::Operands;
use precedence::Against;
pub use text::parameter_names as text_parameters;

use crate::dml::{BindMode, Compiler, Cx};
use crate::{CompileError, Dialect, Statement};

/// An expression inside DDL: values are written inline, columns stand without their table.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_expr_ddl(dialect: &dyn Dialect, expr: &Expr) -> Result<String, CompileError> {
    Compiler::new(dialect, BindMode::Literal).expr(expr, ddl_context())
}

/// An expression on its own, as `str(expression)` and `expression.compile()` show it.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_expr(
    dialect: &dyn Dialect,
    expr: &Expr,
    mode: BindMode,
) -> Result<Statement, CompileError> {
    let mut compiler = Compiler::new(dialect, mode);
    let text = match expr {
        // A label shows its name in a SELECT list only.
        Expr::Label { operand, .. } => compiler.expr(operand, Cx::default())?,
        other => compiler.expr(other, Cx::default())?,
    };
    compiler.finish(&text)
}

/// What stands in FROM on its own, as `str(join)` shows it.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_from(
    dialect: &dyn Dialect,
    item: &limbec_schema::FromItem,
    mode: BindMode,
) -> Result<Statement, CompileError> {
    let mut compiler = Compiler::new(dialect, mode);
    let text = compiler.source(item, Cx::default())?;
    compiler.finish(&text)
}

/// An expression inside DDL, in parentheses where it is an operator: an element of an index.
///
/// # Errors
/// What SQLAlchemy would raise for it on this dialect.
pub fn compile_expr_ddl_grouped(
    dialect: &dyn Dialect,
    expr: &Expr,
) -> Result<String, CompileError> {
    Compiler::new(dialect, BindMode::Literal).self_grouped(expr, ddl_context())
}

fn ddl_context() -> Cx {
    Cx {
        include_table: false,
        literal: true,
        ..Cx::default()
    }
}

/// `FIRST` or `LAST`.
pub(crate) fn nulls_word(order: NullsOrder) -> &'static str {
    match order {
        NullsOrder::First => "FIRST",
        NullsOrder::Last => "LAST",
    }
}

impl Compiler<'_> {
    /// An expression, without parentheses around it.
    pub(crate) fn expr(&mut self, expr: &Expr, cx: Cx) -> Result<String, CompileError> {
        match expr {
            Expr::Text(text) => self.text_clause(text, cx),
            Expr::Raw { text, .. } => Ok(text.clone()),
            Expr::Column(column) => self.column(column, cx),
            Expr::Bind(bind) => self.bind(bind, cx),
            Expr::Null => Ok("NULL".to_owned()),
            Expr::True => Ok(self.answers.truth(true).to_owned()),
            Expr::False => Ok(self.answers.truth(false).to_owned()),
            Expr::Star(None) => Ok("*".to_owned()),
            Expr::Star(Some(table)) => Ok(match self.qualifier(table, cx)? {
                Some(name) => format!("{name}.*"),
                None => "*".to_owned(),
            }),
            Expr::Unary { op, operand } => self.unary(*op, operand, cx),
            Expr::Binary {
                op,
                left,
                right,
                sql_type,
            } => self.binary(
                &Operands {
                    op,
                    left,
                    right,
                    sql_type,
                },
                cx,
            ),
            Expr::Between {
                operand,
                low,
                high,
                negated,
                symmetric,
            } => {
                let inner = Cx {
                    in_operator: true,
                    ..cx
                };
                let operand = self.grouped(operand, Against::Between, inner)?;
                let word = match (negated, symmetric) {
                    (false, false) => "BETWEEN",
                    (false, true) => "BETWEEN SYMMETRIC",
                    (true, false) => "NOT BETWEEN",
                    (true, true) => "NOT BETWEEN SYMMETRIC",
                };
                let low = self.expr(low, inner)?;
                let high = self.expr(high, inner)?;
                Ok(format!("{operand} {word} {low} AND {high}"))
            }
            Expr::And(items) => self.conjunction(items, Against::And, " AND ", cx),
            Expr::Or(items) => self.conjunction(items, Against::Or, " OR ", cx),
            Expr::Function(call) => self.function(call, cx),
            Expr::Cast {
                operand,
                sql_type,
                try_cast,
            } => self.cast(operand, sql_type, *try_cast, cx),
            Expr::Coerce { operand, .. } => self.expr(operand, cx),
            Expr::Case(case) => self.case(case, cx),
            Expr::Label { operand, .. } => self.grouped(operand, Against::As, cx),
            Expr::LabelRef(name) => self.label_reference(name, cx),
            Expr::Over(over) => self.over(over, cx),
            Expr::Subquery(select) => {
                let place = crate::dml::Place {
                    literal: cx.literal,
                    in_operator: cx.in_operator,
                    ..Default::default()
                };
                Ok(format!("({})", self.select(select, place)?))
            }
            Expr::Tuple(items) => Ok(format!("({})", self.list(items, cx)?)),
            Expr::Array { items, sql_type } => {
                self.require_arrays("<class 'sqlalchemy.dialects.postgresql.array.array'>")?;
                if items.is_empty() {
                    return Ok(format!("ARRAY[]::{}", self.dialect.type_ddl(sql_type)?));
                }
                Ok(format!("ARRAY[{}]", self.list(items, cx)?))
            }
            Expr::Slice { start, stop } => Ok(format!(
                "{}:{}",
                self.expr(start, cx)?,
                self.expr(stop, cx)?
            )),
            Expr::Collate { operand, collation } => {
                let inner = Cx {
                    in_operator: true,
                    ..cx
                };
                let operand = self.grouped(operand, Against::Collate, inner)?;
                Ok(format!(
                    "{operand} COLLATE {}",
                    self.dialect.quote(collation)
                ))
            }
            Expr::Extract { field, operand } => {
                let answers = self.answers;
                answers.extract(self, field, operand, cx)
            }
            Expr::Nulls { operand, order } => Ok(format!(
                "{} NULLS {}",
                self.grouped(operand, Against::Nulls, cx)?,
                nulls_word(*order)
            )),
            Expr::RegexpReplace {
                operand,
                pattern,
                replacement,
                flags,
            } => {
                let answers = self.answers;
                answers.regexp_replace(self, [operand, pattern, replacement], flags.as_deref(), cx)
            }
            Expr::AggregateOrderBy { operand, order_by } => {
                self.require_arrays(
                    "<class 'sqlalchemy.dialects.postgresql.ext.aggregate_order_by'>",
                )?;
                let operand = self.expr(operand, cx)?;
                Ok(format!("{operand} ORDER BY {}", self.list(order_by, cx)?))
            }
            Expr::FromValue(item) => match self.qualifier(item, cx)? {
                Some(name) => Ok(name),
                None => self.source(item, cx),
            },
            Expr::Excluded { name, .. } => Ok(self.answers.excluded(&self.dialect.quote(name))),
            Expr::NextValue { name, schema } => {
                let schemas = self.schemas.clone();
                self.answers
                    .next_value(self, schemas.of(schema.as_deref()), name)
            }
            Expr::Group(inner) => Ok(format!("({})", self.expr(inner, cx)?)),
        }
    }

    /// Expressions separated by commas.
    pub(crate) fn list(&mut self, items: &[Expr], cx: Cx) -> Result<String, CompileError> {
        let texts = items
            .iter()
            .map(|item| self.grouped(item, Against::Comma, cx))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(texts.join(", "))
    }

    /// A condition by itself: WHERE, ON, HAVING.
    pub(crate) fn condition(&mut self, expr: &Expr, cx: Cx) -> Result<String, CompileError> {
        self.grouped(expr, Against::AsBool, cx)
    }

    /// Conditions joined by AND; TRUE falls out, FALSE wins.
    pub(crate) fn conditions(&mut self, items: &[Expr], cx: Cx) -> Result<String, CompileError> {
        if items.contains(&Expr::False) {
            return self.condition(&Expr::False, cx);
        }
        let kept: Vec<&Expr> = items.iter().filter(|item| **item != Expr::True).collect();
        match kept.as_slice() {
            [] if items.is_empty() => Ok(String::new()),
            [] => self.condition(&Expr::True, cx),
            [single] => self.condition(single, cx),
            several => {
                let mut texts = Vec::with_capacity(several.len());
                for item in several {
                    let text = self.grouped(item, Against::And, cx)?;
                    if !text.is_empty() {
                        texts.push(text);
                    }
                }
                Ok(texts.join(" AND "))
            }
        }
    }

    fn conjunction(
        &mut self,
        items: &[Expr],
        against: Against<'_>,
        separator: &str,
        cx: Cx,
    ) -> Result<String, CompileError> {
        if let [single] = items {
            return self.condition(single, cx);
        }
        let inner = Cx {
            in_operator: true,
            ..cx
        };
        let texts = items
            .iter()
            .map(|item| self.grouped(item, against, inner))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(texts.join(separator))
    }

    /// A column, with its table where the place asks for it.
    fn column(&mut self, column: &ColumnRef, cx: Cx) -> Result<String, CompileError> {
        let name = if column.anonymous.is_some() {
            let numbered = self.anonymous_column(column);
            self.dialect.quote(&numbered)
        } else {
            self.dialect.quote_as(&column.name, column.quote)
        };
        let Some(table) = column.table.as_ref().filter(|_| cx.include_table) else {
            return Ok(name);
        };
        Ok(match self.qualifier(table, cx)? {
            Some(qualifier) => format!("{qualifier}.{name}"),
            None => name,
        })
    }

    fn unary(&mut self, op: UnaryOp, operand: &Expr, cx: Cx) -> Result<String, CompileError> {
        let prefix = match op {
            UnaryOp::Not if operand.is_plain_boolean() => {
                let text = self.expr(operand, cx)?;
                let known = precedence::implicitly_boolean(operand)
                    || self.dialect.features().native_boolean;
                return Ok(if known {
                    format!("NOT {text}")
                } else {
                    format!("{text} = 0")
                });
            }
            UnaryOp::Not => "NOT ",
            UnaryOp::Neg => "-",
            UnaryOp::Distinct => "DISTINCT ",
            UnaryOp::Exists => "EXISTS ",
            UnaryOp::Any => "ANY ",
            UnaryOp::All => "ALL ",
            UnaryOp::BitwiseNot => "~",
            UnaryOp::Desc => {
                return Ok(format!(
                    "{} DESC",
                    self.grouped(operand, Against::Order, cx)?
                ));
            }
            UnaryOp::Asc => {
                return Ok(format!(
                    "{} ASC",
                    self.grouped(operand, Against::Order, cx)?
                ));
            }
        };
        let operand = self.grouped(operand, Against::Unary(op), cx)?;
        Ok(format!("{prefix}{operand}"))
    }

    fn case(&mut self, case: &Case, cx: Cx) -> Result<String, CompileError> {
        let mut text = String::from("CASE ");
        if let Some(value) = &case.value {
            text.push_str(&self.expr(value, cx)?);
            text.push(' ');
        }
        for (when, then) in &case.whens {
            let when = self.self_grouped(when, cx)?;
            let then = self.expr(then, cx)?;
            text.push_str(&format!("WHEN {when} THEN {then} "));
        }
        if let Some(otherwise) = &case.otherwise {
            text.push_str(&format!("ELSE {} ", self.expr(otherwise, cx)?));
        }
        text.push_str("END");
        Ok(text)
    }

    fn cast(
        &mut self,
        operand: &Expr,
        sql_type: &limbec_schema::SqlType,
        try_cast: bool,
        cx: Cx,
    ) -> Result<String, CompileError> {
        if try_cast {
            return Err(CompileError::cannot_render(
                self.answers.compiler_name(),
                "<class 'sqlalchemy.sql.elements.TryCast'>",
            ));
        }
        let mut sql_type = std::borrow::Cow::Borrowed(sql_type);
        if !self.schemas.is_empty() {
            self.schemas.sql_type(sql_type.to_mut());
        }
        let Some(target) = self.answers.cast_type(self, &sql_type)? else {
            return self.self_grouped(operand, cx);
        };
        let (target, collation) = match target.find(" COLLATE ") {
            Some(at) => target.split_at(at),
            None => (target.as_str(), ""),
        };
        let operand = self.expr(operand, cx)?;
        Ok(format!("CAST({operand} AS {target}){collation}"))
    }

    fn over(&mut self, over: &Over, cx: Cx) -> Result<String, CompileError> {
        let call = self.expr(&over.call, cx)?;
        let mut parts = Vec::new();
        if !over.partition_by.is_empty() {
            parts.push(format!(
                "PARTITION BY {}",
                self.list(&over.partition_by, cx)?
            ));
        }
        if !over.order_by.is_empty() {
            parts.push(format!("ORDER BY {}", self.list(&over.order_by, cx)?));
        }
        if let Some(frame) = over.frame {
            parts.push(self.frame(frame, cx)?);
        }
        Ok(format!("{call} OVER ({})", parts.join(" ")))
    }

    fn frame(&mut self, frame: Frame, cx: Cx) -> Result<String, CompileError> {
        let unit = match frame.unit {
            FrameUnit::Rows => "ROWS",
            FrameUnit::Range => "RANGE",
            FrameUnit::Groups => "GROUPS",
        };
        let start = self.frame_bound(frame.start, "UNBOUNDED PRECEDING", cx)?;
        let end = self.frame_bound(frame.end, "UNBOUNDED FOLLOWING", cx)?;
        Ok(format!("{unit} BETWEEN {start} AND {end}"))
    }

    fn frame_bound(
        &mut self,
        bound: Option<i64>,
        unbounded: &str,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let Some(rows) = bound else {
            return Ok(unbounded.to_owned());
        };
        if rows == 0 {
            return Ok("CURRENT ROW".to_owned());
        }
        let count = limbec_schema::Literal::Int(rows.abs());
        let count = self.bind(&limbec_schema::Bind::value(count), cx)?;
        let word = if rows < 0 { "PRECEDING" } else { "FOLLOWING" };
        Ok(format!("{count} {word}"))
    }

    /// SQLAlchemy's error for what only PostgreSQL has.
    pub(crate) fn require_arrays(&self, construct: &str) -> Result<(), CompileError> {
        if self.answers.has_arrays() {
            return Ok(());
        }
        Err(CompileError::cannot_render(
            self.answers.compiler_name(),
            construct,
        ))
    }
}
