use limbec_schema::{BinaryOp, Bind, Expr, ForUpdate, Literal, SqlType};

use crate::CompileError;
use crate::dml::{Compiler, Cx, DmlDialect};
use crate::expr::Operands;

/// Statements and expressions of no database.
#[derive(Debug)]
pub(super) struct Dml;

impl DmlDialect for Dml {
    fn compiler_name(&self) -> &'static str {
        "<sqlalchemy.sql.compiler.StrSQLCompiler object>"
    }

    fn printed_placeholder(&self, name: &str) -> String {
        format!(":{name}")
    }

    fn tuple_in_values(&self) -> bool {
        false
    }

    fn limit(
        &self,
        compiler: &mut Compiler<'_>,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let everything = Expr::Bind(Bind {
            inline: true,
            ..Bind::value(Literal::Int(-1))
        });
        let limit = compiler.expr(limit.unwrap_or(&everything), cx)?;
        let mut text = format!("\n LIMIT {limit}");
        if let Some(offset) = offset {
            text.push_str(&format!(" OFFSET {}", compiler.expr(offset, cx)?));
        }
        Ok(text)
    }

    fn for_update(&self, _: &mut Compiler<'_>, _: &ForUpdate) -> Result<String, CompileError> {
        Ok(" FOR UPDATE".to_owned())
    }

    fn operator(
        &self,
        compiler: &mut Compiler<'_>,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(Some(match operands.op {
            BinaryOp::JsonGet | BinaryOp::JsonPath | BinaryOp::Index => {
                let left = compiler.left(operands, cx)?;
                let right = compiler.expr(operands.right, cx)?;
                format!("{left}[{right}]")
            }
            BinaryOp::RegexpMatch { .. } => compiler.infix(operands, " <regexp> ", false, cx)?,
            BinaryOp::NotRegexpMatch { .. } => {
                compiler.infix(operands, " <not regexp> ", false, cx)?
            }
            _ => return Ok(None),
        }))
    }

    fn divides_whole(&self) -> bool {
        true
    }

    fn true_division(&self, left: &str, right: &str, divisor: &Expr) -> String {
        let whole = matches!(divisor.sql_type(), SqlType::Integer(_));
        if whole {
            format!("{left} / CAST({right} AS NUMERIC)")
        } else {
            format!("{left} / {right}")
        }
    }

    fn regexp_replace(
        &self,
        compiler: &mut Compiler<'_>,
        operands: [&Expr; 3],
        _: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let [text, pattern, replacement] = operands;
        Ok(format!(
            "<regexp replace>({}, {}, {})",
            compiler.expr(text, cx)?,
            compiler.expr(pattern, cx)?,
            compiler.expr(replacement, cx)?
        ))
    }

    fn has_arrays(&self) -> bool {
        true
    }
}
