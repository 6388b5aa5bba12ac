use limbec_schema::{AddedCte, Cte, SqlStatement};

use super::select::Place;
use super::{Compiler, Cx};
use crate::CompileError;

/// A query of WITH, compiled.
#[derive(Debug)]
pub(super) struct CteText {
    id: u64,
    name: String,
    recursive: bool,
    /// How deep the statement stands whose WITH it belongs to; 1 for the outermost.
    level: usize,
    /// It belongs to the WITH of an inner statement (`nesting=True`, `nest_here=True`).
    nesting: bool,
    /// `add_cte(..., nest_here=True)` has placed it.
    placed: bool,
    /// `None` while the query itself is being compiled.
    text: Option<String>,
}

impl Compiler<'_> {
    /// The queries that `add_cte` put beside a statement.
    pub(super) fn added_ctes(&mut self, added: &[AddedCte]) -> Result<(), CompileError> {
        for one in added {
            self.named_cte(&one.cte, one.nest_here)?;
        }
        Ok(())
    }

    /// The name of a CTE; the first use compiles it into the WITH of the statement.
    pub(super) fn cte_name(&mut self, cte: &Cte) -> Result<String, CompileError> {
        self.named_cte(cte, false)
    }

    /// Whether the query of a CTE is being compiled.
    pub(super) fn is_inside_cte(&self) -> bool {
        self.ctes.iter().any(|cte| cte.text.is_none())
    }

    fn named_cte(&mut self, cte: &Cte, nest_here: bool) -> Result<String, CompileError> {
        let name = if cte.anonymous {
            self.alias_name(&cte.name, cte.id)
        } else {
            cte.name.clone()
        };
        let nesting = cte.nesting || nest_here;
        let level = if nesting { self.stack.len().max(1) } else { 1 };
        if let Some(known) = self.ctes.iter_mut().find(|known| known.id == cte.id) {
            if nest_here {
                if known.placed {
                    return Err(CompileError::compile(
                        "CTE is stated as 'nest_here' in more than one location",
                    ));
                }
                (known.level, known.nesting, known.placed) = (level, true, true);
            }
            return Ok(name);
        }
        if self
            .ctes
            .iter()
            .any(|known| known.name == name && known.level == level)
        {
            return Err(CompileError::compile(format!(
                "Multiple, unrelated CTEs found with the same name: '{name}'"
            )));
        }
        self.ctes.push(CteText {
            id: cte.id,
            name: name.clone(),
            recursive: cte.recursive,
            level,
            nesting,
            placed: nest_here,
            text: None,
        });
        let text = self.cte_text(cte, &name)?;
        // A CTE that another one uses stands before it.
        let at = self
            .ctes
            .iter()
            .position(|known| known.id == cte.id)
            .unwrap_or(0);
        let mut entry = self.ctes.remove(at);
        entry.text = Some(text);
        self.ctes.push(entry);
        Ok(name)
    }

    fn cte_text(&mut self, cte: &Cte, name: &str) -> Result<String, CompileError> {
        let mut text = self.dialect.quote(name);
        let named = cte.recursive
            || matches!(&cte.statement, SqlStatement::Select(select) if select.values.is_some());
        if named && !cte.columns.is_empty() {
            let columns = match &cte.statement {
                SqlStatement::Select(select) if select.values.is_none() => {
                    self.output_columns(select, cte.id)
                }
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

    /// `WITH ...` before the text of a statement that has just been left: all queries before that of
    /// the outermost, those that were nested into it before an inner one. `following`: those of its
    /// own parts, too.
    pub(super) fn with_clause(&mut self, following: bool) -> String {
        let level = self.stack.len() + 1;
        let open = self.is_inside_cte();
        let (mine, rest): (Vec<CteText>, Vec<CteText>) =
            std::mem::take(&mut self.ctes).into_iter().partition(|cte| {
                if level == 1 {
                    return !open;
                }
                let here = cte.level == level || (following && cte.level == level + 1);
                cte.nesting && here && cte.text.is_some()
            });
        self.ctes = rest;
        if mine.is_empty() {
            return String::new();
        }
        let keyword = if mine.iter().any(|cte| cte.recursive) {
            "WITH RECURSIVE"
        } else {
            "WITH"
        };
        let texts: Vec<String> = mine.into_iter().filter_map(|cte| cte.text).collect();
        format!("{keyword} {}\n ", texts.join(", \n"))
    }
}
