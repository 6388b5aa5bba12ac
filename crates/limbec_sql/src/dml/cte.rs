use limbec_schema::{Cte, SqlStatement};

use super::select::Place;
use super::{Compiler, Cx};
use crate::CompileError;

/// A query of WITH, compiled.
#[derive(Debug)]
pub(super) struct CteText {
    id: u64,
    name: String,
    recursive: bool,
    /// `None` while the query itself is being compiled.
    text: Option<String>,
}

impl Compiler<'_> {
    /// The name of a CTE; the first use compiles it into the WITH of the statement.
    pub(super) fn cte_name(&mut self, cte: &Cte) -> Result<String, CompileError> {
        let name = if cte.anonymous {
            self.alias_name(&cte.name, cte.id)
        } else {
            cte.name.clone()
        };
        if let Some(known) = self.ctes.iter().find(|known| known.name == name) {
            if known.id == cte.id {
                return Ok(name);
            }
            return Err(CompileError::compile(format!(
                "Multiple, unrelated CTEs found with the same name: '{name}'"
            )));
        }
        self.ctes.push(CteText {
            id: cte.id,
            name: name.clone(),
            recursive: cte.recursive,
            text: None,
        });
        let text = self.cte_text(cte, &name)?;
        // A CTE that another one uses stands before it.
        let at = self
            .ctes
            .iter()
            .position(|known| known.name == name)
            .unwrap_or(0);
        let mut entry = self.ctes.remove(at);
        entry.text = Some(text);
        self.ctes.push(entry);
        Ok(name)
    }

    fn cte_text(&mut self, cte: &Cte, name: &str) -> Result<String, CompileError> {
        let mut text = self.dialect.quote(name);
        if cte.recursive && !cte.columns.is_empty() {
            let columns = match &cte.statement {
                SqlStatement::Select(select) => self.output_columns(select, cte.id),
                _ => cte.columns.clone(),
            };
            let columns: Vec<String> = columns.iter().map(|c| self.dialect.quote(c)).collect();
            text.push_str(&format!("({})", columns.join(", ")));
        }
        let prefixes = self.prefixes(&cte.prefixes)?;
        let inner = match &cte.statement {
            SqlStatement::Select(select) => self.select(
                select,
                Place {
                    asfrom: true,
                    within_cte: true,
                    owner: Some(cte.id),
                    embedded: true,
                    ..Place::default()
                },
            )?,
            SqlStatement::Text(clause) => self.text_clause(clause, Cx::default())?,
            SqlStatement::Insert(insert) => self.insert(insert)?,
            SqlStatement::Update(update) => self.update(update)?,
            SqlStatement::Delete(delete) => self.delete(delete)?,
        };
        text.push_str(&format!(" AS {prefixes}\n({inner})"));
        let suffixes = self.prefixes(&cte.suffixes)?;
        if !suffixes.is_empty() {
            text.push_str(&format!(" {suffixes}"));
        }
        Ok(text)
    }

    /// `WITH ...` before the text of the outermost statement.
    pub(super) fn with_clause(&mut self) -> String {
        let open = self.ctes.iter().any(|cte| cte.text.is_none());
        if open || !self.stack.is_empty() || self.ctes.is_empty() {
            return String::new();
        }
        let ctes = std::mem::take(&mut self.ctes);
        let keyword = if ctes.iter().any(|cte| cte.recursive) {
            "WITH RECURSIVE"
        } else {
            "WITH"
        };
        let texts: Vec<String> = ctes.into_iter().filter_map(|cte| cte.text).collect();
        format!("{keyword} {}\n ", texts.join(", \n"))
    }
}
