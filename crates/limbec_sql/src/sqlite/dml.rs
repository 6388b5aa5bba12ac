use limbec_schema::build::Affinity;
use limbec_schema::{BinaryOp, Bind, Expr, ForUpdate, FunctionCall, Literal};

use crate::CompileError;
use crate::dml::{Compiler, Cx, DmlDialect};
use crate::expr::Operands;

/// SQLite's statements and expressions.
#[derive(Debug)]
pub(super) struct Dml;

impl DmlDialect for Dml {
    fn compiler_name(&self) -> &'static str {
        "<sqlalchemy.dialects.sqlite.base.SQLiteCompiler object>"
    }

    fn truth(&self, value: bool) -> &'static str {
        if value { "1" } else { "0" }
    }

    fn tuple_in_values(&self) -> bool {
        true
    }

    fn empty_in(&self, _negated: bool, width: usize) -> String {
        let ones = vec!["1"; width].join(", ");
        format!("(SELECT {ones} FROM (SELECT {ones}) WHERE 1!=1)")
    }

    fn limit(
        &self,
        compiler: &mut Compiler<'_>,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let number = |n| Expr::Bind(Bind::value(Literal::Int(n)));
        let (everything, nothing) = (number(-1), number(0));
        let limit = compiler.expr(limit.unwrap_or(&everything), cx)?;
        let offset = compiler.expr(offset.unwrap_or(&nothing), cx)?;
        Ok(format!("\n LIMIT {limit} OFFSET {offset}"))
    }

    fn for_update(&self, _: &mut Compiler<'_>, _: &ForUpdate) -> Result<String, CompileError> {
        Ok(String::new())
    }

    fn implicit_returning(&self) -> bool {
        true
    }

    fn tells_lastrowid(&self) -> bool {
        true
    }

    fn returning_includes_table(&self) -> bool {
        false
    }

    fn has_constraint_target(&self) -> bool {
        false
    }

    fn literal_conflict_where(&self) -> bool {
        true
    }

    fn has_delete_using(&self) -> bool {
        false
    }

    fn function(
        &self,
        compiler: &mut Compiler<'_>,
        call: &FunctionCall,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(match call.name.name.to_ascii_lowercase().as_str() {
            "now" => Some("CURRENT_TIMESTAMP".to_owned()),
            "localtimestamp" => Some("DATETIME(CURRENT_TIMESTAMP, 'localtime')".to_owned()),
            "char_length" => Some(format!("length{}", compiler.arguments(call, cx)?)),
            "aggregate_strings" => Some(format!("group_concat{}", compiler.arguments(call, cx)?)),
            _ => None,
        })
    }

    fn extract(
        &self,
        compiler: &mut Compiler<'_>,
        field: &str,
        operand: &Expr,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let format = match field {
            "month" => "%m",
            "day" => "%d",
            "year" => "%Y",
            "second" => "%S",
            "hour" => "%H",
            "doy" => "%j",
            "minute" => "%M",
            "epoch" => "%s",
            "dow" => "%w",
            "week" => "%W",
            "milliseconds" | "microseconds" | "quarter" | "timezone_hour" | "timezone_minute" => {
                field
            }
            _ => {
                return Err(CompileError::compile(format!(
                    "{field} is not a valid extract argument."
                )));
            }
        };
        let operand = compiler.expr(operand, cx)?;
        Ok(format!("CAST(STRFTIME('{format}', {operand}) AS INTEGER)"))
    }

    fn operator(
        &self,
        compiler: &mut Compiler<'_>,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(Some(match operands.op {
            BinaryOp::IsDistinctFrom => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("{left} IS NOT {right}")
            }
            BinaryOp::IsNotDistinctFrom => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("{left} IS {right}")
            }
            BinaryOp::JsonGet | BinaryOp::JsonPath => {
                let left = compiler.left(operands, cx)?;
                let path = compiler.json_path(operands.right, cx)?;
                if operands.sql_type.affinity() == Affinity::Json {
                    format!("JSON_QUOTE(JSON_EXTRACT({left}, {path}))")
                } else {
                    format!("JSON_EXTRACT({left}, {path})")
                }
            }
            BinaryOp::RegexpMatch { .. } => compiler.infix(operands, " REGEXP ", false, cx)?,
            BinaryOp::NotRegexpMatch { .. } => {
                compiler.infix(operands, " NOT REGEXP ", false, cx)?
            }
            BinaryOp::BitXor => {
                let or = compiler.infix(operands, " | ", true, cx)?;
                let and = compiler.infix(operands, " & ", true, cx)?;
                format!("({or} - {and})")
            }
            _ => return Ok(None),
        }))
    }

    fn divides_whole(&self) -> bool {
        true
    }

    fn true_division(&self, left: &str, right: &str, _: &Expr) -> String {
        format!("{left} / ({right} + 0.0)")
    }

    fn regexp_replace(
        &self,
        _: &mut Compiler<'_>,
        _: [&Expr; 3],
        _: Option<&str>,
        _: Cx,
    ) -> Result<String, CompileError> {
        Err(CompileError::compile(
            "sqlite dialect does not support regular expression replacements",
        ))
    }
}
