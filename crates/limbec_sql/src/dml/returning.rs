use limbec_schema::build::output_names;
use limbec_schema::{LabelStyle, Prefix, SelectColumn};

use super::labels::Spot;
use super::{Compiler, Cx};
use crate::CompileError;

impl Compiler<'_> {
    /// ` RETURNING ...`, or nothing.
    pub(super) fn returning(&mut self, columns: &[SelectColumn]) -> Result<String, CompileError> {
        if columns.is_empty() {
            return Ok(String::new());
        }
        let cx = Cx {
            include_table: self.answers.returning_includes_table(),
            ..Cx::default()
        };
        let namings = output_names(columns, LabelStyle::Disambiguate);
        let texts = columns
            .iter()
            .zip(&namings)
            .map(|(column, naming)| self.labelled(column, naming, Spot::default(), cx))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" RETURNING {}", texts.join(", ")))
    }

    /// The prefixes that are meant for this database, each followed by a blank.
    pub(super) fn prefixes(&mut self, prefixes: &[Prefix]) -> Result<String, CompileError> {
        let mut text = String::new();
        for prefix in prefixes {
            if self.is_meant(prefix.dialect.as_deref()) {
                text.push_str(&self.text_clause(&prefix.text, Cx::default())?);
                text.push(' ');
            }
        }
        Ok(text)
    }
}
