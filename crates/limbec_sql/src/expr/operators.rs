use limbec_schema::build::Affinity;
use limbec_schema::{BinaryOp, Bind, Expr, Literal, SqlType, StringMatch};

use super::precedence::Against;
use crate::CompileError;
use crate::dml::{Compiler, Cx};
use crate::literal::quoted;

/// A binary expression.
#[derive(Debug, Clone, Copy)]
pub struct Operands<'e> {
    /// The operator.
    pub op: &'e BinaryOp,
    /// The left operand.
    pub left: &'e Expr,
    /// The right operand.
    pub right: &'e Expr,
    /// The type of the whole.
    pub sql_type: &'e SqlType,
}

impl Compiler<'_> {
    pub(super) fn binary(
        &mut self,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let answers = self.answers;
        if let Some(text) = answers.operator(self, operands, cx)? {
            return Ok(text);
        }
        match operands.op {
            BinaryOp::Concat => {
                let mut texts = Vec::new();
                self.concat_operands(operands, cx, &mut texts)?;
                Ok(answers.concat(&texts))
            }
            BinaryOp::Like { escape } => self.like(operands, "LIKE", false, escape, cx),
            BinaryOp::NotLike { escape } => self.like(operands, "NOT LIKE", false, escape, cx),
            BinaryOp::Ilike { escape } => self.like(operands, "LIKE", true, escape, cx),
            BinaryOp::NotIlike { escape } => self.like(operands, "NOT LIKE", true, escape, cx),
            BinaryOp::Matches {
                place,
                insensitive,
                negated,
                escape,
            } => {
                let word = if *negated { "NOT LIKE" } else { "LIKE" };
                self.string_match(operands, *place, *insensitive, (word, escape), cx)
            }
            BinaryOp::In | BinaryOp::NotIn => self.membership(operands, cx),
            BinaryOp::Div | BinaryOp::FloorDiv => self.division(operands, cx),
            BinaryOp::RegexpMatch { .. } | BinaryOp::NotRegexpMatch { .. } => {
                Err(CompileError::compile(format!(
                    "{} dialect does not support regular expressions",
                    self.dialect.name()
                )))
            }
            BinaryOp::Index => Err(CompileError::cannot_render(
                answers.compiler_name(),
                "<built-in function getitem>",
            )),
            BinaryOp::JsonGet | BinaryOp::JsonPath => Err(CompileError::cannot_render(
                answers.compiler_name(),
                "<function json_getitem_op>",
            )),
            // The `astext` of a PostgreSQL type on another database: its path is written there as
            // that of any JSON access.
            BinaryOp::Custom(custom)
                if custom.eager_grouping && matches!(custom.text.as_str(), "->>" | "#>>") =>
            {
                let inner = Cx {
                    in_operator: true,
                    ..cx
                };
                let left = self.left(operands, inner)?;
                let path = self.json_path(operands.right, inner)?;
                let text = format!("{left} {} {path}", custom.text);
                Ok(if cx.in_operator {
                    format!("({text})")
                } else {
                    text
                })
            }
            BinaryOp::Custom(custom) => {
                let symbol = answers.custom_operator(custom);
                self.infix(operands, &symbol, custom.eager_grouping, cx)
            }
            BinaryOp::Mod => {
                let (left, right) = self.both(operands, cx)?;
                Ok(format!("{left} % {right}"))
            }
            BinaryOp::NotMatch => {
                let text = self.infix(operands, " MATCH ", false, cx)?;
                Ok(format!("NOT {text}"))
            }
            op => self.infix(operands, symbol(op), false, cx),
        }
    }

    /// `left op right`.
    pub(crate) fn infix(
        &mut self,
        operands: &Operands<'_>,
        symbol: &str,
        eager: bool,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let (left, right) = self.both(
            operands,
            Cx {
                in_operator: true,
                ..cx
            },
        )?;
        let text = format!("{left}{symbol}{right}");
        Ok(if cx.in_operator && eager {
            format!("({text})")
        } else {
            text
        })
    }

    /// Both operands, each with the parentheses that it needs.
    pub(crate) fn both(
        &mut self,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<(String, String), CompileError> {
        let against = Against::Binary(operands.op);
        let left = self.grouped(operands.left, against, cx)?;
        let right = self.grouped(operands.right, against, cx)?;
        Ok((left, right))
    }

    /// The left operand, with the parentheses that it needs.
    pub(crate) fn left(&mut self, operands: &Operands<'_>, cx: Cx) -> Result<String, CompileError> {
        self.grouped(operands.left, Against::Binary(operands.op), cx)
    }

    /// The operands of nested concatenations, which all databases join in one go.
    fn concat_operands(
        &mut self,
        operands: &Operands<'_>,
        cx: Cx,
        out: &mut Vec<String>,
    ) -> Result<(), CompileError> {
        let inner = Cx {
            in_operator: true,
            ..cx
        };
        for side in [operands.left, operands.right] {
            match side {
                Expr::Binary {
                    op: BinaryOp::Concat,
                    left,
                    right,
                    sql_type,
                } => {
                    let nested = Operands {
                        op: operands.op,
                        left,
                        right,
                        sql_type,
                    };
                    self.concat_operands(&nested, cx, out)?;
                }
                other => out.push(self.grouped(other, Against::Binary(operands.op), inner)?),
            }
        }
        Ok(())
    }

    fn like(
        &mut self,
        operands: &Operands<'_>,
        word: &str,
        insensitive: bool,
        escape: &Option<String>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let (left, right) = self.both(operands, cx)?;
        self.like_text(left, right, word, insensitive, escape)
    }

    fn string_match(
        &mut self,
        operands: &Operands<'_>,
        place: StringMatch,
        insensitive: bool,
        (word, escape): (&str, &Option<String>),
        cx: Cx,
    ) -> Result<String, CompileError> {
        let left = self.left(operands, cx)?;
        let lower = insensitive && !self.answers.has_ilike();
        let left = if lower {
            format!("lower({left})")
        } else {
            left
        };
        let mut parts = Vec::new();
        if place != StringMatch::Start {
            parts.push("'%'".to_owned());
        }
        match operands.right {
            // Concatenations become one with that of the wildcards.
            Expr::Binary {
                op: op @ BinaryOp::Concat,
                left,
                right,
                sql_type,
            } if !lower => {
                let nested = Operands {
                    op,
                    left,
                    right,
                    sql_type,
                };
                self.concat_operands(&nested, cx, &mut parts)?;
            }
            other => {
                let text = self.grouped(other, Against::Binary(operands.op), cx)?;
                parts.push(if lower {
                    format!("lower({text})")
                } else {
                    text
                });
            }
        }
        if place != StringMatch::End {
            parts.push("'%'".to_owned());
        }
        let right = self.answers.concat(&parts);
        self.like_text(left, right, word, insensitive && !lower, escape)
    }

    fn like_text(
        &mut self,
        left: String,
        right: String,
        word: &str,
        insensitive: bool,
        escape: &Option<String>,
    ) -> Result<String, CompileError> {
        let mut text = match (insensitive, self.answers.has_ilike()) {
            (false, _) => format!("{left} {word} {right}"),
            (true, true) => format!("{left} {} {right}", word.replace("LIKE", "ILIKE")),
            (true, false) => format!("lower({left}) {word} lower({right})"),
        };
        if let Some(escape) = escape {
            let value = Literal::Str(escape.clone());
            let escape = crate::literal::literal(self.dialect, &value, &SqlType::string(None))?;
            text.push_str(&format!(" ESCAPE {escape}"));
        }
        Ok(text)
    }

    fn membership(&mut self, operands: &Operands<'_>, cx: Cx) -> Result<String, CompileError> {
        let negated = *operands.op == BinaryOp::NotIn;
        let inner = Cx {
            in_operator: true,
            ..cx
        };
        let left = self.grouped(operands.left, Against::Binary(operands.op), inner)?;
        let right = match operands.right {
            Expr::Bind(Bind {
                expanding: true,
                value: Some(Literal::List(items) | Literal::Tuple(items)),
                ..
            }) if items.is_empty() && !self.is_printed() => {
                let width = match operands.left {
                    Expr::Tuple(parts) => parts.len(),
                    _ => 1,
                };
                self.answers.empty_in(negated, width)
            }
            other => self.grouped(other, Against::Binary(operands.op), inner)?,
        };
        Ok(if negated {
            format!("({left} NOT IN {right})")
        } else {
            format!("{left} IN {right}")
        })
    }

    fn division(&mut self, operands: &Operands<'_>, cx: Cx) -> Result<String, CompileError> {
        let (left, right) = self.both(operands, cx)?;
        let whole = |expr: &Expr| expr.sql_type().affinity() == Affinity::Integer;
        Ok(match operands.op {
            BinaryOp::FloorDiv
                if self.answers.divides_whole()
                    && whole(operands.left)
                    && whole(operands.right) =>
            {
                format!("{left} / {right}")
            }
            BinaryOp::FloorDiv => format!("FLOOR({left} / {right})"),
            _ => self.answers.true_division(&left, &right, operands.right),
        })
    }

    /// The index or path of a JSON access, as the database's function takes it: `$."a"[1]`.
    pub(crate) fn json_path(&mut self, right: &Expr, cx: Cx) -> Result<String, CompileError> {
        let Expr::Bind(bind) = right else {
            return self.expr(right, cx);
        };
        let path = match &bind.value {
            Some(Literal::List(steps) | Literal::Tuple(steps)) => {
                steps.iter().map(json_step).collect::<String>()
            }
            Some(step) => json_step(step),
            None => return self.bind(bind, cx),
        };
        let bind = Bind {
            value: Some(Literal::Str(format!("${path}"))),
            sql_type: SqlType::string(None),
            ..bind.clone()
        };
        self.bind(&bind, cx)
    }
}

fn json_step(step: &Literal) -> String {
    match step {
        Literal::Int(index) => format!("[{index}]"),
        Literal::Str(key) => format!(".\"{key}\""),
        other => format!(".{}", quoted(&format!("{other:?}"))),
    }
}

/// The generic text of an operator.
fn symbol(op: &BinaryOp) -> &'static str {
    match op {
        BinaryOp::Eq => " = ",
        BinaryOp::Ne => " != ",
        BinaryOp::Lt => " < ",
        BinaryOp::Le => " <= ",
        BinaryOp::Gt => " > ",
        BinaryOp::Ge => " >= ",
        BinaryOp::Add => " + ",
        BinaryOp::Sub => " - ",
        BinaryOp::Mul => " * ",
        BinaryOp::Is => " IS ",
        BinaryOp::IsNot => " IS NOT ",
        BinaryOp::IsDistinctFrom => " IS DISTINCT FROM ",
        BinaryOp::IsNotDistinctFrom => " IS NOT DISTINCT FROM ",
        BinaryOp::Match => " MATCH ",
        BinaryOp::BitAnd => " & ",
        BinaryOp::BitOr => " | ",
        BinaryOp::BitXor => " ^ ",
        BinaryOp::ShiftLeft => " << ",
        BinaryOp::ShiftRight => " >> ",
        // The rest is written by functions of their own.
        BinaryOp::Div
        | BinaryOp::FloorDiv
        | BinaryOp::Mod
        | BinaryOp::Concat
        | BinaryOp::Like { .. }
        | BinaryOp::NotLike { .. }
        | BinaryOp::Ilike { .. }
        | BinaryOp::NotIlike { .. }
        | BinaryOp::Matches { .. }
        | BinaryOp::In
        | BinaryOp::NotIn
        | BinaryOp::RegexpMatch { .. }
        | BinaryOp::NotRegexpMatch { .. }
        | BinaryOp::NotMatch
        | BinaryOp::JsonGet
        | BinaryOp::JsonPath
        | BinaryOp::Index
        | BinaryOp::Custom(_) => " ",
    }
}
