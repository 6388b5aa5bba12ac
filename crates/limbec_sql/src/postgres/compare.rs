//! What PostgreSQL answers when its schema is compared with models: Alembic's `PostgresqlImpl`.

use std::sync::LazyLock;

use fancy_regex::Regex;
use limbec_schema::{
    Column, Index, IndexElement, OptionValue, Options, PgDomain, PgType, ServerDefault, SqlType,
    TemporalName, UniqueConstraint,
};

use super::declared;
use crate::compare::{
    CompareRules, DefaultPair, DefaultSameness, Sameness, TypePair, different, plain_uniques,
    unique_change,
};
use crate::ddl::{CompileContext, Ddl, default_of};
use crate::python_repr::python_str_repr;
use crate::{CompileError, Dialect, compile_expr_ddl};

/// The rules of PostgreSQL.
#[derive(Debug)]
pub(super) struct Rules;

impl CompareRules for Rules {
    fn type_synonyms(&self) -> &'static [&'static [&'static str]] {
        &[&["numeric", "decimal"], &["float", "double precision"]]
    }

    fn defaults(
        &self,
        dialect: &dyn Dialect,
        pair: &DefaultPair<'_>,
    ) -> Result<DefaultSameness, CompileError> {
        if pair.declared.primary_key && pair.numbered {
            return Ok(DefaultSameness::Equal);
        }
        let Some(declared_text) = pair.declared_text else {
            return Ok(match pair.found_text {
                Some(found) if !is_default_of_domain(pair.found, found) => {
                    DefaultSameness::Different
                }
                _ => DefaultSameness::Equal,
            });
        };
        let ctx = CompileContext::default();
        let ddl = Ddl { dialect, ctx: &ctx };
        let Some(declared) = default_of(&ddl, pair.declared)? else {
            return Ok(DefaultSameness::Different);
        };
        if let Some(found) = pair.found_text
            && (found == declared_text || is_kept(found, &declared))
        {
            return Ok(DefaultSameness::Equal);
        }
        let sql_type = match &pair.found.sql_type {
            SqlType::Null => dialect.type_ddl(&pair.declared.sql_type)?,
            known => dialect.type_ddl(known)?,
        };
        Ok(DefaultSameness::Ask(declared::same_default(
            &sql_type,
            pair.found_text,
            &declared,
        )))
    }

    fn same_type_query(
        &self,
        dialect: &dyn Dialect,
        pair: &TypePair<'_>,
    ) -> Result<Option<String>, CompileError> {
        let found = dialect.type_ddl(&pair.found.sql_type)?;
        let wanted = dialect.type_ddl(&pair.declared.sql_type)?;
        Ok(Some(declared::same_type(&found, &wanted)))
    }

    fn nullable_by_type(&self, found: &Column) -> bool {
        domain_of(found).is_some_and(|domain| domain.not_null == Some(true))
    }

    fn tidy_options(&self, options: &mut Options) {
        let included = options.get("postgresql_include");
        if included.is_some_and(|columns| !columns.is_truthy()) {
            options.shift_remove("postgresql_include");
        }
    }

    fn own_type_name(&self, found: &SqlType) -> Option<&'static str> {
        match found {
            SqlType::Temporal(t) if t.precision.is_none() => match t.name {
                TemporalName::ExactTimestamp => Some("sqlalchemy.dialects.postgresql.TIMESTAMP"),
                TemporalName::ExactTime => Some("sqlalchemy.dialects.postgresql.TIME"),
                _ => None,
            },
            _ => None,
        }
    }

    fn normal_computed(&self, text: &str) -> String {
        let text = CAST.replace_all(text, "");
        crate::compare::GenericRules.normal_computed(&text)
    }

    fn indexes(
        &self,
        dialect: &dyn Dialect,
        declared: &Index,
        found: &Index,
    ) -> Result<Sameness, CompileError> {
        let mut reasons: Vec<String> = unique_change(declared, found).into_iter().collect();
        let (new, old) = (&declared.elements, &found.elements);
        if new.len() != old.len() {
            reasons.push(format!("expression number {} to {}", old.len(), new.len()));
        }
        if !reasons.is_empty() {
            return Ok(different(&reasons));
        }
        let mut unclear = Vec::new();
        let mut warnings = Vec::new();
        for (place, (new, old)) in (1..).zip(new.iter().zip(old)) {
            let new = element_sql(dialect, new)?;
            let old = element_sql(dialect, old)?;
            if cleaned(&declared.table, &new) == cleaned(&declared.table, &old) {
                continue;
            }
            if new.trim().ends_with("_ops") && (new.contains(' ') || new.contains(')')) {
                let shown = python_str_repr(&new);
                unclear.push(format!(
                    "expression #{place} {shown} detected as including operator clause."
                ));
                warnings.push(operator_warning(place, &shown, found));
            } else {
                reasons.push(format!(
                    "expression #{place} {} to {}",
                    python_str_repr(&old),
                    python_str_repr(&new)
                ));
            }
        }
        let (new, old) = (
            distinct_nulls(&declared.options),
            distinct_nulls(&found.options),
        );
        if new != old {
            // Alembic adds the text letter by letter.
            let text = format!("options {} to {}", shown_options(old), shown_options(new));
            reasons.extend(text.chars().map(String::from));
        }
        if reasons.is_empty() && !unclear.is_empty() {
            return Ok(Sameness::Unknown {
                reason: unclear.join(", "),
                warnings,
            });
        }
        Ok(different(&reasons))
    }

    fn uniques(&self, declared: &UniqueConstraint, found: &UniqueConstraint) -> Sameness {
        let (new, old) = (
            distinct_nulls(&declared.options),
            distinct_nulls(&found.options),
        );
        match plain_uniques(declared, found) {
            Sameness::Equal if new != old => Sameness::Different(format!(
                "expression {} to {}",
                shown_options(old),
                shown_options(new)
            )),
            other => other,
        }
    }
}

/// Whether the server keeps a declared literal as this text: with the type behind it.
fn is_kept(found: &str, declared: &str) -> bool {
    let literal = declared
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''))
        .is_some_and(|inside| !inside.replace("''", "").contains(['\'', '\\']));
    let kept = found.strip_prefix(declared);
    found == declared || (literal && kept.is_some_and(is_cast))
}

/// `::character varying`, and nothing behind it.
fn is_cast(text: &str) -> bool {
    CAST.find(text)
        .ok()
        .flatten()
        .is_some_and(|cast| cast.range() == (0..text.len()))
}

fn domain_of(column: &Column) -> Option<&PgDomain> {
    match &column.sql_type {
        SqlType::Postgres(PgType::Domain(domain)) => Some(domain),
        _ => None,
    }
}

/// A column without a default has that of its domain.
fn is_default_of_domain(column: &Column, text: &str) -> bool {
    domain_of(column).is_some_and(|domain| match &domain.default {
        Some(ServerDefault::Literal(default)) => default == text,
        _ => false,
    })
}

fn element_sql(dialect: &dyn Dialect, element: &IndexElement) -> Result<String, CompileError> {
    match element {
        IndexElement::Column(name) => Ok(dialect.quote(name)),
        IndexElement::Expr(expr) => compile_expr_ddl(dialect, expr),
    }
}

fn distinct_nulls(options: &Options) -> bool {
    options
        .get("postgresql_nulls_not_distinct")
        .is_some_and(OptionValue::is_truthy)
}

fn shown_options(nulls_not_distinct: bool) -> &'static str {
    if nulls_not_distinct {
        "('nulls_not_distinct',)"
    } else {
        "()"
    }
}

fn operator_warning(place: usize, shown: &str, found: &Index) -> String {
    format!(
        "Expression #{place} {shown} in index {} detected to include an operator clause. \
         Expression compare cannot proceed. Please move the operator clause to the \
         ``postgresql_ops`` dict to enable proper compare of the index expressions: \
         https://docs.sqlalchemy.org/en/latest/dialects/postgresql.html#operator-classes",
        python_str_repr(found.name.as_str().unwrap_or_default())
    )
}

/// A complete name of a type, so that what follows a cast stays.
const TYPE_NAME: &str = r#"(?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))?(?:\s+(?:varying|precision))?(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?(?:\s+with(?:out)?\s+time\s+zone)?(?:\s*\[\s*\d*\s*\])*"#;

static CAST: LazyLock<Regex> = LazyLock::new(|| compiled(&format!(r"(?i)::\s*{TYPE_NAME}")));

static CAST_CALL: LazyLock<Regex> =
    LazyLock::new(|| compiled(&format!(r"(?i)\bcast\s*\((.*?)\s+as\s+{TYPE_NAME}\s*\)")));

/// The order that PostgreSQL does not write, because it is the usual one; the group goes.
static USUAL_ORDER: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    [
        "( asc nulls last)$",
        "(?<! desc)( nulls last)$",
        "( asc)$",
        "( asc) nulls first$",
        " desc( nulls first)$",
    ]
    .map(compiled)
});

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this file are regular expressions")
}

/// An expression of an index without what PostgreSQL writes in its own way.
fn cleaned(table: &str, expr: &str) -> String {
    let expr = expr.to_lowercase().replace(['"', '\''], "");
    let expr = expr.replace(&format!("{}.", table.to_lowercase()), "");
    let expr = CAST.replace_all(&expr, "");
    let mut expr = without_parentheses(&expr).to_owned();
    for pattern in USUAL_ORDER.iter() {
        if let Ok(Some(found)) = pattern.captures(&expr)
            && let Some(group) = found.get(1)
        {
            let range = group.range();
            expr.replace_range(range, "");
            break;
        }
    }
    let mut expr = without_parentheses(&expr).to_owned();
    loop {
        let next = CAST_CALL.replace_all(&expr, "$1").into_owned();
        if next == expr {
            return expr.replace(' ', "");
        }
        expr = next;
    }
}

fn without_parentheses(mut expr: &str) -> &str {
    while let Some(inner) = expr.strip_prefix('(').and_then(|e| e.strip_suffix(')')) {
        expr = inner;
    }
    expr
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn what_the_server_adds_does_not_count() {
        for (written, kept) in [
            ("lower(name)", "lower((name)::text)"),
            ("(a + b)", "(a + b)"),
            ("x DESC NULLS FIRST", "x DESC"),
            ("x ASC", "x"),
            ("CAST(a AS VARCHAR(20))", "(a)::character varying(20)"),
        ] {
            let kept = cleaned("t", kept);
            let kept = kept.replace("((name))", "(name)").replace("(a)", "a");
            assert_eq!(
                cleaned("t", written).replace("lower((name))", "lower(name)"),
                kept
            );
        }
    }
}
