//! What CHECK constraints, defaults and indexes of SQLite mean: their tokens, for SQLite keeps texts as they were written.

use std::collections::HashMap;

use limbec_schema::{Constraint, CreateIndex, Expr, Index, Operation, ServerDefault, Table};

use super::text::normal;
use crate::meaning::{Ask, FoundIndex, MeaningError, Meanings, TablePair, Wanted, text};
use crate::{CompileContext, CompileError, Dialect, compile, compile_expr_ddl};

pub(crate) fn meanings<E>(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    wanted: Wanted,
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Meanings>, MeaningError<E>> {
    let indexes = if wanted.indexes {
        index_statements(ask).map_err(MeaningError::Ask)?
    } else {
        HashMap::new()
    };
    let mut all = Vec::new();
    for pair in pairs {
        let mut meanings = Meanings::default();
        if wanted.checks {
            checks(dialect, pair, &mut meanings)?;
        }
        if wanted.defaults {
            meanings.found_defaults = defaults(dialect, pair.found)?;
            meanings.defaults = defaults(dialect, pair.declared)?;
        }
        if wanted.indexes {
            for (name, sql) in indexes
                .get(&pair.present_name.to_lowercase())
                .into_iter()
                .flatten()
            {
                let found = FoundIndex {
                    meaning: index_meaning(sql),
                    create: sql.clone(),
                };
                meanings.found_indexes.insert(name.clone(), found);
            }
            for (place, index) in pair.declared.indexes.iter().enumerate() {
                if let Some(sql) = index_sql(dialect, index)? {
                    meanings.indexes.insert(place, index_meaning(&sql));
                }
            }
        }
        all.push(meanings);
    }
    Ok(all)
}

fn checks(
    dialect: &dyn Dialect,
    pair: &TablePair<'_>,
    meanings: &mut Meanings,
) -> Result<(), CompileError> {
    for (table, is_found) in [(pair.found, true), (pair.declared, false)] {
        for (place, constraint) in table.constraints.iter().enumerate() {
            let Constraint::Check(check) = constraint else {
                continue;
            };
            let sql = normal(&compile_expr_ddl(dialect, &check.expr)?, &table.name);
            if is_found {
                let name = check.name.as_str().map(str::to_owned);
                meanings.found_checks.push((name, sql));
            } else {
                meanings.checks.insert(place, sql);
            }
        }
    }
    Ok(())
}

fn defaults(dialect: &dyn Dialect, table: &Table) -> Result<HashMap<String, String>, CompileError> {
    let mut found = HashMap::new();
    for column in &table.columns {
        let sql = match &column.server_default {
            Some(ServerDefault::Literal(text)) => format!("'{}'", text.replace('\'', "''")),
            Some(ServerDefault::Expr(expr)) => match &**expr {
                Expr::Text(clause) => clause.text.replace("\\:", ":"),
                expr => compile_expr_ddl(dialect, expr)?,
            },
            Some(ServerDefault::Fetched) | None => continue,
        };
        found.insert(column.name.clone(), normal(&sql, &table.name));
    }
    Ok(found)
}

/// The statements of `sqlite_master` by table in lower case, each with the name of its index.
fn index_statements<E>(ask: &mut dyn Ask<E>) -> Result<HashMap<String, Vec<(String, String)>>, E> {
    let rows = ask.query(
        "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid",
    )?;
    let mut found: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for row in rows {
        if let (Some(table), Some(name), Some(sql)) = (text(&row, 0), text(&row, 1), text(&row, 2))
        {
            found
                .entry(table.to_lowercase())
                .or_default()
                .push((name, sql));
        }
    }
    Ok(found)
}

fn index_sql(dialect: &dyn Dialect, index: &Index) -> Result<Option<String>, CompileError> {
    if index.name.is_unnamed() {
        return Ok(None);
    }
    let operation = Operation::CreateIndex(CreateIndex {
        index: index.clone(),
        if_not_exists: false,
    });
    let statements = compile(dialect, &operation, &CompileContext::default())?;
    Ok(statements.first().map(|statement| statement.sql.clone()))
}

/// Whether the index is unique, and all that stands behind its table.
fn index_meaning(sql: &str) -> String {
    let head = sql.find('(').unwrap_or(sql.len());
    let unique = super::text::mentions(&sql[..head.min(20)], "unique");
    let rest = normal(&sql[head..], "");
    format!("{} {rest}", if unique { "unique" } else { "plain" })
}

#[cfg(test)]
mod tests {
    use super::index_meaning;

    #[test]
    fn blanks_quotes_and_case_do_not_count() {
        assert_eq!(
            index_meaning("CREATE UNIQUE INDEX a ON t (lower(\"Name\")) WHERE x IS NOT NULL"),
            index_meaning("create unique index b on \"t\"(LOWER(name))where x is not null"),
        );
        assert_ne!(
            index_meaning("CREATE INDEX a ON t (x)"),
            index_meaning("CREATE UNIQUE INDEX a ON t (x)")
        );
    }
}
