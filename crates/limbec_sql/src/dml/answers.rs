use limbec_schema::{CustomOp, Expr, Fetch, ForUpdate, FunctionCall, SqlType};

use super::{Compiler, Cx};
use crate::expr::Operands;
use crate::{CompileError, Dialect};

/// What differs between databases in statements and expressions. The defaults are SQLAlchemy's
/// generic compiler.
pub trait DmlDialect: Sync + std::fmt::Debug {
    /// The compiler's name in errors, as SQLAlchemy's default driver has it.
    fn compiler_name(&self) -> &'static str;

    /// `true` and `false`.
    fn truth(&self, value: bool) -> &'static str {
        if value { "true" } else { "false" }
    }

    /// Whether the default driver takes `%` for itself, so that offline mode prints it twice.
    fn doubles_percents(&self) -> bool {
        false
    }

    /// A placeholder as the default driver has it.
    fn printed_placeholder(&self, name: &str) -> String {
        let _ = name;
        "?".to_owned()
    }

    /// `::TYPE` behind the placeholder of a value whose type the server would not guess.
    fn bind_cast(&self, dialect: &dyn Dialect, sql_type: &SqlType) -> String {
        let _ = (dialect, sql_type);
        String::new()
    }

    /// What follows the SELECT list of a statement without FROM.
    fn default_from(&self, filtered: bool) -> &'static str {
        let _ = filtered;
        ""
    }

    /// ` JOIN `.
    fn inner_join(&self) -> &'static str {
        " JOIN "
    }

    /// Whether `DISTINCT ON` exists.
    fn has_distinct_on(&self) -> bool {
        false
    }

    /// Whether the tuples of IN stand behind VALUES.
    fn tuple_in_values(&self) -> bool {
        false
    }

    /// What follows `IN ` where the list is empty; `width` is the number of values in a tuple.
    fn empty_in(&self, negated: bool, width: usize) -> String {
        let nulls = if width > 1 {
            format!("({})", vec!["NULL"; width].join(", "))
        } else {
            "NULL".to_owned()
        };
        if negated {
            format!("({nulls}) OR (1 = 1)")
        } else {
            format!("({nulls}) AND (1 != 1)")
        }
    }

    /// LIMIT and OFFSET.
    ///
    /// # Errors
    /// Those of the expressions.
    fn limit(
        &self,
        compiler: &mut Compiler<'_>,
        limit: Option<&Expr>,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError>;

    /// `FETCH FIRST`.
    ///
    /// # Errors
    /// Those of the expressions.
    fn fetch(
        &self,
        compiler: &mut Compiler<'_>,
        fetch: &Fetch,
        offset: Option<&Expr>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut text = String::new();
        if let Some(offset) = offset {
            text.push_str(&format!("\n OFFSET {} ROWS", compiler.expr(offset, cx)?));
        }
        text.push_str(&format!(
            "\n FETCH FIRST {}{} ROWS {}",
            compiler.expr(&fetch.count, cx)?,
            if fetch.percent { " PERCENT" } else { "" },
            if fetch.with_ties { "WITH TIES" } else { "ONLY" },
        ));
        Ok(text)
    }

    /// ` FOR UPDATE ...`.
    ///
    /// # Errors
    /// Those of the expressions.
    fn for_update(
        &self,
        compiler: &mut Compiler<'_>,
        lock: &ForUpdate,
    ) -> Result<String, CompileError>;

    /// Whether the columns of RETURNING stand with their table.
    fn returning_includes_table(&self) -> bool {
        true
    }

    /// Whether an INSERT asks for the key that the server makes.
    fn implicit_returning(&self) -> bool {
        false
    }

    /// Whether a key that the server numbers is read from the driver, so that RETURNING is not needed for it.
    fn tells_lastrowid(&self) -> bool {
        false
    }

    /// What follows the table of an INSERT without columns.
    fn default_values(&self) -> &'static str {
        " DEFAULT VALUES"
    }

    /// Whether WITH stands behind INSERT INTO.
    fn cte_follows_insert(&self) -> bool {
        false
    }

    /// Whether `ON CONFLICT ON CONSTRAINT` exists; elsewhere the constraint goes unmentioned.
    fn has_constraint_target(&self) -> bool {
        true
    }

    /// Whether the values of `index_where` are always written inline.
    fn literal_conflict_where(&self) -> bool {
        false
    }

    /// Whether `ON CONFLICT` exists; elsewhere it is `ON DUPLICATE KEY UPDATE`.
    fn has_on_conflict(&self) -> bool {
        true
    }

    /// Whether the further tables of an UPDATE stand before SET rather than in a FROM.
    fn update_tables_in_front(&self) -> bool {
        false
    }

    /// Whether DELETE ... USING exists.
    fn has_delete_using(&self) -> bool {
        true
    }

    /// Whether USING names the table of the DELETE again.
    fn delete_repeats_table(&self) -> bool {
        false
    }

    /// `excluded.name`, or what stands for it.
    fn excluded(&self, quoted_name: &str) -> String {
        format!("excluded.{quoted_name}")
    }

    /// An item of FROM with the hint that a script gave for it; most databases have no such hints.
    ///
    /// # Errors
    /// A hint that this database does not know.
    fn table_hint(&self, text: String, _hint: &str) -> Result<String, CompileError> {
        Ok(text)
    }

    /// The type inside CAST; `None` where the database cannot cast to it, so that the CAST is
    /// left out.
    ///
    /// # Errors
    /// A type that the database does not have.
    fn cast_type(
        &self,
        compiler: &Compiler<'_>,
        sql_type: &SqlType,
    ) -> Result<Option<String>, CompileError> {
        compiler.dialect.type_ddl(sql_type).map(Some)
    }

    /// A function that the database spells in its own way.
    ///
    /// # Errors
    /// Those of the arguments.
    fn function(
        &self,
        compiler: &mut Compiler<'_>,
        call: &FunctionCall,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        let _ = (compiler, call, cx);
        Ok(None)
    }

    /// `nextval(...)`.
    ///
    /// # Errors
    /// A database without sequences.
    fn next_value(
        &self,
        compiler: &Compiler<'_>,
        schema: Option<&str>,
        name: &str,
    ) -> Result<String, CompileError> {
        let _ = (schema, name);
        Err(CompileError::not_implemented(format!(
            "Dialect '{}' does not support sequence increments.",
            compiler.dialect.name()
        )))
    }

    /// `EXTRACT(field FROM x)`.
    ///
    /// # Errors
    /// Those of the operand.
    fn extract(
        &self,
        compiler: &mut Compiler<'_>,
        field: &str,
        operand: &Expr,
        cx: Cx,
    ) -> Result<String, CompileError> {
        Ok(format!(
            "EXTRACT({field} FROM {})",
            compiler.expr(operand, cx)?
        ))
    }

    /// An operator that the database writes in its own way; `None` for the generic form.
    ///
    /// # Errors
    /// An operator that the database does not have.
    fn operator(
        &self,
        compiler: &mut Compiler<'_>,
        operands: &Operands<'_>,
        cx: Cx,
    ) -> Result<Option<String>, CompileError>;

    /// Whether `/` of two whole numbers is a whole number, so that true division needs a CAST.
    fn divides_whole(&self) -> bool {
        false
    }

    /// `a / b` as a fraction; `divisor` is `b` before it was compiled.
    fn true_division(&self, left: &str, right: &str, divisor: &Expr) -> String {
        let _ = divisor;
        format!("{left} / {right}")
    }

    /// Operands joined by `||`.
    fn concat(&self, operands: &[String]) -> String {
        operands.join(" || ")
    }

    /// `ILIKE` where it exists; elsewhere both sides are put into lower case.
    fn has_ilike(&self) -> bool {
        false
    }

    /// `regexp_replace`.
    ///
    /// # Errors
    /// A database without it.
    fn regexp_replace(
        &self,
        compiler: &mut Compiler<'_>,
        operands: [&Expr; 3],
        flags: Option<&str>,
        cx: Cx,
    ) -> Result<String, CompileError>;

    /// Whether `ARRAY[...]`, subscripts and `ORDER BY` inside an aggregate exist.
    fn has_arrays(&self) -> bool {
        false
    }

    /// The text of a custom operator.
    fn custom_operator(&self, op: &CustomOp) -> String {
        format!(" {} ", op.text)
    }
}
