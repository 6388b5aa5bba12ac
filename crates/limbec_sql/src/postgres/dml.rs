use limbec_schema::build::Affinity;
use limbec_schema::{
    BinaryOp, Bind, Expr, Fetch, ForUpdate, FromItem, FunctionCall, Literal, PgType, SqlType,
};

use crate::dml::{Compiler, Cx, DmlDialect, escaped_name};
use crate::expr::Operands;
use crate::literal::{literal, quoted};
use crate::{CompileError, Dialect};

/// PostgreSQL's statements and expressions.
#[derive(Debug)]
pub(super) struct Dml;

impl DmlDialect for Dml {
    /// `ONLY` is all that can be said of a table.
    fn table_hint(&self, text: String, hint: &str) -> Result<String, CompileError> {
        if hint.eq_ignore_ascii_case("ONLY") {
            return Ok(format!("ONLY {text}"));
        }
        Err(CompileError::compile(format!(
            "Unrecognized hint: {}",
            crate::python_repr::python_str_repr(hint)
        )))
    }

    fn compiler_name(&self) -> &'static str {
        "<sqlalchemy.dialects.postgresql.psycopg2.PGCompiler_psycopg2 object>"
    }

    fn doubles_percents(&self) -> bool {
        true
    }

    fn printed_placeholder(&self, name: &str) -> String {
        format!("%({})s", escaped_name(name))
    }

    fn bind_cast(&self, dialect: &dyn Dialect, sql_type: &SqlType) -> String {
        let cast = match sql_type.for_dialect("postgresql") {
            SqlType::Uuid(uuid) => uuid.native_uuid,
            SqlType::Json(_) | SqlType::Array(_) | SqlType::Postgres(PgType::Range(_)) => true,
            _ => false,
        };
        match dialect.type_ddl(sql_type) {
            Ok(name) if cast => format!("::{name}"),
            _ => String::new(),
        }
    }

    fn has_distinct_on(&self) -> bool {
        true
    }

    fn limit(
        &self,
        compiler: &mut Compiler<'_>,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut text = match limit {
            Some(limit) => format!(" \n LIMIT {}", compiler.expr(limit, cx)?),
            None => "\n LIMIT ALL".to_owned(),
        };
        if let Some(offset) = offset {
            text.push_str(&format!(" OFFSET {}", compiler.expr(offset, cx)?));
        }
        Ok(text)
    }

    fn fetch(
        &self,
        compiler: &mut Compiler<'_>,
        fetch: &Fetch,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut text = String::new();
        if let Some(offset) = offset {
            text.push_str(&format!("\n OFFSET ({}) ROWS", compiler.expr(offset, cx)?));
        }
        text.push_str(&format!(
            "\n FETCH FIRST ({}){} ROWS {}",
            compiler.expr(&fetch.count, cx)?,
            if fetch.percent { " PERCENT" } else { "" },
            if fetch.with_ties { "WITH TIES" } else { "ONLY" },
        ));
        Ok(text)
    }

    fn for_update(
        &self,
        compiler: &mut Compiler<'_>,
        lock: &ForUpdate,
    ) -> Result<String, CompileError> {
        let mut text = match (lock.read, lock.key_share) {
            (true, true) => " FOR KEY SHARE",
            (true, false) => " FOR SHARE",
            (false, true) => " FOR NO KEY UPDATE",
            (false, false) => " FOR UPDATE",
        }
        .to_owned();
        text.push_str(&compiler.lock_tables(lock)?);
        if lock.nowait {
            text.push_str(" NOWAIT");
        }
        if lock.skip_locked {
            text.push_str(" SKIP LOCKED");
        }
        Ok(text)
    }

    fn implicit_returning(&self) -> bool {
        true
    }

    fn function(
        &self,
        compiler: &mut Compiler<'_>,
        call: &FunctionCall,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(match call.name.name.to_ascii_lowercase().as_str() {
            "aggregate_strings" => Some(format!("string_agg{}", compiler.arguments(call, cx)?)),
            "substring" if call.args.len() >= 2 => {
                let parts = call
                    .args
                    .iter()
                    .map(|arg| compiler.expr(arg, cx))
                    .collect::<Result<Vec<_>, _>>()?;
                Some(match parts.as_slice() {
                    [text, from, length, ..] => {
                        format!("SUBSTRING({text} FROM {from} FOR {length})")
                    }
                    _ => format!("SUBSTRING({} FROM {})", parts[0], parts[1]),
                })
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
        Ok(format!("nextval({})", quoted(&name)))
    }

    fn operator(
        &self,
        compiler: &mut Compiler<'_>,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(Some(match operands.op {
            BinaryOp::JsonGet | BinaryOp::JsonPath => json_access(compiler, operands, cx)?,
            BinaryOp::Index => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("{left}[{right}]")
            }
            BinaryOp::Match => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("{left} @@ plainto_tsquery({right})")
            }
            BinaryOp::NotMatch => {
                let (left, right) = compiler.both(operands, cx)?;
                format!("NOT {left} @@ plainto_tsquery({right})")
            }
            BinaryOp::RegexpMatch { flags } => regexp(compiler, operands, "~", flags, cx)?,
            BinaryOp::NotRegexpMatch { flags } => regexp(compiler, operands, "!~", flags, cx)?,
            BinaryOp::BitXor => compiler.infix(operands, " # ", false, cx)?,
            BinaryOp::Custom(custom)
                if custom.eager_grouping && matches!(custom.text.as_str(), "->>" | "#>>") =>
            {
                let step = step_bind(operands.right);
                let operands = Operands {
                    right: &step,
                    ..*operands
                };
                compiler.infix(&operands, &format!(" {} ", custom.text), true, cx)?
            }
            _ => return Ok(None),
        }))
    }

    fn divides_whole(&self) -> bool {
        true
    }

    fn true_division(&self, left: &str, right: &str, divisor: &Expr) -> String {
        let sql_type = divisor.sql_type();
        let target = match sql_type.affinity() {
            Affinity::Numeric => crate::literal::type_name(&sql_type),
            _ => "NUMERIC".to_owned(),
        };
        format!("{left} / CAST({right} AS {target})")
    }

    fn has_ilike(&self) -> bool {
        true
    }

    fn regexp_replace(
        &self,
        compiler: &mut Compiler<'_>,
        operands: [&Expr; 3],
        flags: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        compiler.regexp_replace_call(operands, flags, cx)
    }

    fn has_arrays(&self) -> bool {
        true
    }
}

/// `a -> 'b'`, `a #> '{b, c}'`, `jsonb['b']`, and a CAST of the text where a plain value is
/// asked for.
fn json_access(
    compiler: &mut Compiler<'_>,
    operands: &Operands<'_>,
    cx: Cx,
) -> Result<String, CompileError> {
    let inner = Cx {
        json_text: false,
        ..cx
    };
    if !cx.json_text && operands.sql_type.affinity() != Affinity::Json {
        let text = json_access(
            compiler,
            operands,
            Cx {
                json_text: true,
                ..cx
            },
        )?;
        let target = compiler.dialect.type_ddl(operands.sql_type)?;
        return Ok(format!("CAST({text} AS {target})"));
    }
    let path = *operands.op == BinaryOp::JsonPath;
    let step = step_bind(operands.right);
    let operands = Operands {
        right: &step,
        ..*operands
    };
    let jsonb = matches!(operands.left.sql_type(), SqlType::Json(json) if json.binary);
    if jsonb && !path && !cx.json_text {
        let (left, right) = compiler.both(&operands, inner)?;
        let call = matches!(operands.left, Expr::Function(_) | Expr::Cast { .. });
        return Ok(if call {
            format!("({left})[{right}]")
        } else {
            format!("{left}[{right}]")
        });
    }
    let symbol = match (path, cx.json_text) {
        (false, false) => " -> ",
        (false, true) => " ->> ",
        (true, false) => " #> ",
        (true, true) => " #>> ",
    };
    compiler.infix(&operands, symbol, true, inner)
}

/// The index as PostgreSQL takes it: a list is written as an array, `'{a, b, 1}'`.
fn step_bind(right: &Expr) -> Expr {
    let Expr::Bind(bind) = right else {
        return right.clone();
    };
    let Some(steps) = bind.value.as_ref().and_then(Literal::items) else {
        return right.clone();
    };
    let steps: Vec<String> = steps
        .iter()
        .map(|step| match step {
            Literal::Str(key) => key.clone(),
            Literal::Int(index) => index.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    Expr::Bind(Bind {
        value: Some(Literal::Str(format!("{{{}}}", steps.join(", ")))),
        sql_type: SqlType::string(None),
        ..bind.clone()
    })
}

fn regexp(
    compiler: &mut Compiler<'_>,
    operands: &Operands<'_>,
    symbol: &str,
    flags: &Option<String>,
    cx: Cx,
) -> Result<String, CompileError> {
    match flags.as_deref() {
        None => compiler.infix(operands, &format!(" {symbol} "), false, cx),
        Some("i") => compiler.infix(operands, &format!(" {symbol}* "), false, cx),
        Some(flags) => {
            let (left, right) = compiler.both(operands, cx)?;
            let flags = Literal::Str(flags.to_owned());
            let flags = literal(compiler.dialect, &flags, &SqlType::string(None))?;
            Ok(format!(
                "{left} {symbol} CONCAT('(?', {flags}, ')', {right})"
            ))
        }
    }
}

impl Compiler<'_> {
    /// ` OF a, b` of a lock.
    pub(crate) fn lock_tables(&mut self, lock: &ForUpdate) -> Result<String, CompileError> {
        let mut names: Vec<String> = Vec::new();
        for of in &lock.of {
            let table: Option<FromItem> = match of {
                Expr::Column(column) => column.table.as_deref().cloned(),
                Expr::FromValue(item) | Expr::Star(Some(item)) => Some((**item).clone()),
                _ => None,
            };
            if let Some(table) = table {
                let cx = Cx {
                    use_schema: false,
                    ..Cx::default()
                };
                if let Some(name) = self.qualifier(&table, cx)?
                    && !names.contains(&name)
                {
                    names.push(name);
                }
            }
        }
        Ok(if names.is_empty() {
            String::new()
        } else {
            format!(" OF {}", names.join(", "))
        })
    }

    /// `REGEXP_REPLACE(text, pattern, replacement)`, with the flags at the end.
    pub(crate) fn regexp_replace_call(
        &mut self,
        operands: [&Expr; 3],
        flags: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut parts = operands
            .iter()
            .map(|operand| self.expr(operand, cx))
            .collect::<Result<Vec<_>, _>>()?;
        if let Some(flags) = flags {
            let flags = Literal::Str(flags.to_owned());
            parts.push(literal(self.dialect, &flags, &SqlType::string(None))?);
        }
        Ok(format!("REGEXP_REPLACE({})", parts.join(", ")))
    }
}
