use limbec_schema::build::Affinity;
use limbec_schema::{
    BinaryName, BinaryOp, Expr, ForUpdate, FunctionCall, Literal, NumericName, SqlType,
    TemporalName,
};

use crate::CompileError;
use crate::dml::{Compiler, Cx, DmlDialect};
use crate::expr::Operands;
use crate::literal::literal;

/// The statements and expressions of MySQL and MariaDB.
#[derive(Debug)]
pub(super) struct Dml {
    /// MariaDB, where it differs.
    pub mariadb: bool,
}

impl DmlDialect for Dml {
    fn table_hint(&self, text: String, hint: &str) -> Result<String, CompileError> {
        Ok(format!("{text} {hint}"))
    }

    fn compiler_name(&self) -> &'static str {
        "<sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object>"
    }

    fn doubles_percents(&self) -> bool {
        true
    }

    fn printed_placeholder(&self, _: &str) -> String {
        "%s".to_owned()
    }

    fn default_from(&self, filtered: bool) -> &'static str {
        if filtered { " FROM DUAL" } else { "" }
    }

    fn inner_join(&self) -> &'static str {
        " INNER JOIN "
    }

    fn limit(
        &self,
        compiler: &mut Compiler<'_>,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let offset = offset.map(|offset| compiler.expr(offset, cx)).transpose()?;
        let limit = limit.map(|limit| compiler.expr(limit, cx)).transpose()?;
        Ok(match (offset, limit) {
            (Some(offset), Some(limit)) => format!(" \n LIMIT {offset}, {limit}"),
            (Some(offset), None) => format!(" \n LIMIT {offset}, 18446744073709551615"),
            (None, Some(limit)) => format!(" \n LIMIT {limit}"),
            (None, None) => String::new(),
        })
    }

    fn for_update(&self, _: &mut Compiler<'_>, lock: &ForUpdate) -> Result<String, CompileError> {
        let mut text = if lock.read {
            " LOCK IN SHARE MODE"
        } else {
            " FOR UPDATE"
        }
        .to_owned();
        if lock.nowait {
            text.push_str(" NOWAIT");
        }
        if lock.skip_locked {
            text.push_str(" SKIP LOCKED");
        }
        Ok(text)
    }

    fn default_values(&self) -> &'static str {
        " () VALUES ()"
    }

    fn cte_follows_insert(&self) -> bool {
        true
    }

    fn has_on_conflict(&self) -> bool {
        false
    }

    fn update_tables_in_front(&self) -> bool {
        true
    }

    fn delete_repeats_table(&self) -> bool {
        true
    }

    fn excluded(&self, quoted_name: &str) -> String {
        format!("VALUES({quoted_name})")
    }

    fn cast_type(
        &self,
        compiler: &Compiler<'_>,
        sql_type: &SqlType,
    ) -> Result<Option<String>, CompileError> {
        let resolved = sql_type.for_dialect(compiler.dialect.name());
        Ok(match resolved {
            SqlType::Integer(_) => Some("SIGNED INTEGER".to_owned()),
            SqlType::Mysql(t) if resolved.affinity() == Affinity::Integer => Some(
                if t.unsigned {
                    "UNSIGNED INTEGER"
                } else {
                    "SIGNED INTEGER"
                }
                .to_owned(),
            ),
            SqlType::Temporal(t) if t.name == TemporalName::ExactTimestamp => {
                Some("DATETIME".to_owned())
            }
            SqlType::Mysql(t) if t.name == "TIMESTAMP" => Some("DATETIME".to_owned()),
            SqlType::Interval(_) => Some("DATETIME".to_owned()),
            SqlType::Temporal(_) => Some(compiler.dialect.type_ddl(resolved)?),
            SqlType::Mysql(t) if matches!(t.name.as_str(), "DATETIME" | "TIME" | "DECIMAL") => {
                Some(compiler.dialect.type_ddl(resolved)?)
            }
            SqlType::String(t) => Some(char_type(t.length)),
            SqlType::Mysql(t)
                if resolved.affinity() == Affinity::String
                    && !matches!(t.name.as_str(), "ENUM" | "SET") =>
            {
                Some(char_type(t.length))
            }
            SqlType::Binary(t) if t.name != BinaryName::Pickle => Some("BINARY".to_owned()),
            SqlType::Json(_) => Some("JSON".to_owned()),
            SqlType::Mysql(t) if t.name == "JSON" => Some("JSON".to_owned()),
            SqlType::Numeric(t)
                if matches!(
                    t.name,
                    NumericName::Numeric | NumericName::ExactNumeric | NumericName::ExactDecimal
                ) =>
            {
                let text = compiler.dialect.type_ddl(resolved)?;
                Some(text.replace("NUMERIC", "DECIMAL"))
            }
            other => {
                // A type that MySQL does not have at all is an error; one that it cannot cast to
                // is left out.
                compiler.dialect.type_ddl(other)?;
                None
            }
        })
    }

    fn function(
        &self,
        compiler: &mut Compiler<'_>,
        call: &FunctionCall,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(match call.name.name.to_ascii_lowercase().as_str() {
            "random" => Some(format!("rand{}", compiler.arguments(call, cx)?)),
            "sysdate" => Some("SYSDATE()".to_owned()),
            "rollup" => Some(format!("{} WITH ROLLUP", compiler.list(&call.args, cx)?)),
            "aggregate_strings" if call.args.len() == 2 => {
                let text = compiler.expr(&call.args[0], cx)?;
                let separator = compiler.expr(&call.args[1], cx)?;
                Some(format!("group_concat({text} SEPARATOR {separator})"))
            }
            _ => None,
        })
    }

    fn next_value(
        &self,
        compiler: &Compiler<'_>,
        schema: Option<&str>,
        name: &str,
    ) -> Result<String, CompileError> {
        let name = compiler.dialect.qualified(schema, name);
        Ok(format!("nextval({name})"))
    }

    fn extract(
        &self,
        compiler: &mut Compiler<'_>,
        field: &str,
        operand: &Expr,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let field = if field == "milliseconds" {
            "millisecond"
        } else {
            field
        };
        Ok(format!(
            "EXTRACT({field} FROM {})",
            compiler.expr(operand, cx)?
        ))
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
                format!("NOT ({left} <=> {right})")
            }
            BinaryOp::IsNotDistinctFrom => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("{left} <=> {right}")
            }
            BinaryOp::JsonGet | BinaryOp::JsonPath => json_access(compiler, operands, cx)?,
            BinaryOp::Match | BinaryOp::NotMatch => {
                let (left, right) = compiler.both(operands, cx)?;
                let not = if *operands.op == BinaryOp::NotMatch {
                    "NOT "
                } else {
                    ""
                };
                format!("{not}MATCH ({left}) AGAINST ({right} IN BOOLEAN MODE)")
            }
            BinaryOp::RegexpMatch { flags } => {
                self.regexp(compiler, operands, "", flags.as_deref(), cx)?
            }
            BinaryOp::NotRegexpMatch { flags } => {
                self.regexp(compiler, operands, "NOT ", flags.as_deref(), cx)?
            }
            _ => return Ok(None),
        }))
    }

    fn concat(&self, operands: &[String]) -> String {
        format!("concat({})", operands.join(", "))
    }

    fn regexp_replace(
        &self,
        compiler: &mut Compiler<'_>,
        operands: [&Expr; 3],
        flags: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let (Some(flags), true) = (flags, self.mariadb) else {
            return compiler.regexp_replace_call(operands, flags, cx);
        };
        let text = compiler.expr(operands[0], cx)?;
        let pattern = compiler.expr(operands[1], cx)?;
        let replacement = compiler.expr(operands[2], cx)?;
        let flags = text_literal(compiler, flags)?;
        Ok(format!(
            "REGEXP_REPLACE({text}, CONCAT('(?', {flags}, ')', {pattern}), {replacement})"
        ))
    }
}

impl Dml {
    fn regexp(
        &self,
        compiler: &mut Compiler<'_>,
        operands: &Operands<'_>,
        not: &str,
        flags: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let Some(flags) = flags else {
            return compiler.infix(operands, &format!(" {not}REGEXP "), false, cx);
        };
        let (left, right) = compiler.both(operands, cx)?;
        let flags = text_literal(compiler, flags)?;
        Ok(if self.mariadb {
            format!("{left} {not}REGEXP CONCAT('(?', {flags}, ')', {right})")
        } else {
            format!("{not}REGEXP_LIKE({left}, {right}, {flags})")
        })
    }
}

fn text_literal(compiler: &Compiler<'_>, text: &str) -> Result<String, CompileError> {
    let text = Literal::Str(text.to_owned());
    literal(compiler.dialect, &text, &SqlType::string(None))
}

/// Strings are cast to CHAR, of their length where they have one.
fn char_type(length: Option<i64>) -> String {
    match length {
        Some(length) => format!("CHAR({length})"),
        None => "CHAR".to_owned(),
    }
}

/// `JSON_EXTRACT`, with a CASE that turns JSON's null into NULL where a plain value is asked for.
fn json_access(
    compiler: &mut Compiler<'_>,
    operands: &Operands<'_>,
    cx: Cx,
) -> Result<String, CompileError> {
    let mut extract = || -> Result<String, CompileError> {
        let left = compiler.left(operands, cx)?;
        let path = compiler.json_path(operands.right, cx)?;
        Ok(format!("JSON_EXTRACT({left}, {path})"))
    };
    let first = extract()?;
    let affinity = operands.sql_type.affinity();
    if affinity == Affinity::Json {
        return Ok(first);
    }
    let then = match (affinity, operands.sql_type) {
        (Affinity::Boolean, _) => "WHEN true THEN true ELSE false".to_owned(),
        (Affinity::Integer, _) => format!("ELSE CAST({} AS SIGNED INTEGER)", extract()?),
        (Affinity::Numeric, SqlType::Numeric(t)) => match (t.precision, t.scale) {
            (Some(precision), Some(scale)) => {
                format!("ELSE CAST({} AS DECIMAL({precision}, {scale}))", extract()?)
            }
            _ => format!("ELSE {}+0.0000000000000000000000", extract()?),
        },
        (Affinity::String, _) => format!("ELSE JSON_UNQUOTE({})", extract()?),
        _ => format!("ELSE {}", extract()?),
    };
    Ok(format!("CASE {first} WHEN 'null' THEN NULL {then} END"))
}
