use limbec_schema::{AliasName, Expr, FromItem, JoinKind, TableRef};

use super::select::Place;
use super::{Compiler, Cx};
use crate::CompileError;

impl Compiler<'_> {
    /// An item of FROM, with the hint that was given for it.
    pub(crate) fn source(&mut self, item: &FromItem, cx: Cx) -> Result<String, CompileError> {
        let text = self.bare_source(item, cx)?;
        self.hinted(item, text)
    }

    fn bare_source(&mut self, item: &FromItem, cx: Cx) -> Result<String, CompileError> {
        match item {
            FromItem::Table(table) => Ok(self.table_in_from(table)),
            FromItem::Subquery {
                select,
                alias,
                lateral,
            } => {
                let place = Place {
                    asfrom: true,
                    lateral: *lateral,
                    owner: Some(alias.id),
                    literal: cx.literal,
                    in_operator: cx.in_operator,
                    ..Place::default()
                };
                let inner = self.select(select, place)?;
                let name = self.quoted_alias(alias);
                let word = if *lateral { "LATERAL " } else { "" };
                Ok(format!("{word}({inner}) AS {name}"))
            }
            FromItem::Cte { cte, alias } => {
                let name = self.cte_name(cte)?;
                let name = self.dialect.quote(&name);
                Ok(match alias {
                    Some(alias) => format!("{name} AS {}", self.quoted_alias(alias)),
                    None => name,
                })
            }
            FromItem::Function {
                call,
                alias,
                derived,
                with_ordinality,
                lateral,
            } => {
                let mut text = if *lateral { "LATERAL " } else { "" }.to_owned();
                text.push_str(&self.function(call, cx)?);
                if *with_ordinality {
                    text.push_str(" WITH ORDINALITY");
                }
                if let Some(alias) = alias {
                    text.push_str(&format!(" AS {}", self.quoted_alias(alias)));
                }
                if !derived.is_empty() {
                    let columns = derived
                        .iter()
                        .map(|(name, sql_type)| {
                            let name = self.dialect.quote(name);
                            Ok(match sql_type {
                                Some(t) => format!("{name} {}", self.dialect.type_ddl(t)?),
                                None => name,
                            })
                        })
                        .collect::<Result<Vec<_>, CompileError>>()?;
                    text.push_str(&format!("({})", columns.join(", ")));
                }
                Ok(text)
            }
            FromItem::Values {
                columns,
                rows,
                alias,
                lateral,
            } => {
                let text = format!("({})", self.values_rows(rows, cx)?);
                Ok(match alias {
                    Some(alias) => {
                        let columns: Vec<String> = columns
                            .iter()
                            .map(|(name, _)| self.dialect.quote(name))
                            .collect();
                        let name = self.quoted_alias(alias);
                        let word = if *lateral { "LATERAL " } else { "" };
                        format!("{word}{text} AS {name} ({})", columns.join(", "))
                    }
                    None => text,
                })
            }
            FromItem::Sample {
                table,
                alias,
                method,
                seed,
            } => {
                let table = self.bare_source(table, cx)?;
                let name = self.quoted_alias(alias);
                let method = self.expr(method, cx)?;
                let mut text = format!("{table} AS {name} TABLESAMPLE {method}");
                if let Some(seed) = seed {
                    text.push_str(&format!(" REPEATABLE ({})", self.expr(seed, cx)?));
                }
                Ok(text)
            }
            FromItem::Text(text) => self.text_clause(text, cx),
            FromItem::Join {
                kind,
                left,
                right,
                on,
            } => {
                let mut text = self.source(left, cx)?;
                text.push_str(match kind {
                    JoinKind::Inner => self.answers.inner_join(),
                    JoinKind::Left => " LEFT OUTER JOIN ",
                    JoinKind::Full => " FULL OUTER JOIN ",
                });
                let inner = self.source(right, cx)?;
                if matches!(**right, FromItem::Join { .. }) {
                    text.push_str(&format!("({inner})"));
                } else {
                    text.push_str(&inner);
                }
                if let Some(on) = on {
                    text.push_str(" ON ");
                    text.push_str(&self.condition(on, cx)?);
                }
                Ok(text)
            }
        }
    }

    /// `VALUES (...), (...)`.
    pub(super) fn values_rows(
        &mut self,
        rows: &[Vec<Expr>],
        cx: Cx,
    ) -> Result<String, CompileError> {
        let rows = rows
            .iter()
            .map(|row| Ok(format!("({})", self.list(row, cx)?)))
            .collect::<Result<Vec<_>, CompileError>>()?;
        Ok(format!("VALUES {}", rows.join(", ")))
    }

    /// A table in FROM: `schema.name`, `name AS alias`.
    pub(super) fn table_in_from(&mut self, table: &TableRef) -> String {
        let mut text = self.table_name(table);
        if let Some(alias) = self.table_alias(table) {
            text.push_str(&format!(" AS {}", self.dialect.quote(&alias)));
        }
        text
    }

    /// `schema.name` of a table, quoted where needed.
    pub(super) fn table_name(&self, table: &TableRef) -> String {
        let name = self.dialect.quote_as(&table.name, table.quote);
        let schema = table.schema.as_deref();
        let schema = if table.of_metadata {
            self.schemas.of(schema)
        } else {
            schema
        };
        match schema {
            Some(schema) if !schema.is_empty() => {
                format!("{}.{name}", self.dialect.quote(schema))
            }
            _ => name,
        }
    }

    fn table_alias(&mut self, table: &TableRef) -> Option<String> {
        let alias = table.alias.as_ref()?;
        Some(if table.anonymous {
            self.alias_name(alias, table.id)
        } else {
            alias.clone()
        })
    }

    pub(super) fn quoted_alias(&mut self, alias: &AliasName) -> String {
        let name = if alias.anonymous {
            self.alias_name(&alias.name, alias.id)
        } else {
            alias.name.clone()
        };
        self.dialect.quote(&name)
    }

    /// What stands before the dot of a column: the alias or the table with its schema. `None` for
    /// what has no name.
    pub(crate) fn qualifier(
        &mut self,
        item: &FromItem,
        cx: Cx,
    ) -> Result<Option<String>, CompileError> {
        Ok(match item {
            FromItem::Table(table) => Some(match self.table_alias(table) {
                Some(alias) => self.dialect.quote(&alias),
                None if cx.use_schema => self.table_name(table),
                None => self.dialect.quote_as(&table.name, table.quote),
            }),
            FromItem::Subquery { alias, .. } => Some(self.quoted_alias(alias)),
            FromItem::Cte { cte, alias } => Some(match alias {
                Some(alias) => self.quoted_alias(alias),
                None if cte.anonymous => {
                    let name = self.alias_name(&cte.name, cte.id);
                    self.dialect.quote(&name)
                }
                None => self.dialect.quote(&cte.name),
            }),
            FromItem::Function { alias, .. } | FromItem::Values { alias, .. } => {
                alias.as_ref().map(|alias| self.quoted_alias(alias))
            }
            FromItem::Sample { alias, .. } => Some(self.quoted_alias(alias)),
            FromItem::Text(_) | FromItem::Join { .. } => None,
        })
    }
}
