//! Comments of tables and columns. An empty comment is none: databases do not tell them apart.

use limbec_schema::{AlterColumn, Change, DropTableComment, Operation, TableComment};

use super::super::hooks::{ColumnPair, CompareLog, Hooks};
use super::super::{Directive, ModifyTable};
use super::tables::Pair;
use super::{Comparison, Done};

fn said(comment: &Option<String>) -> Option<String> {
    comment.clone().filter(|comment| !comment.is_empty())
}

impl<H: Hooks> Comparison<'_, H> {
    pub(super) fn column_comment(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Done<H> {
        let (now, wanted) = (
            said(&columns.found.comment),
            said(&columns.declared.comment),
        );
        if !self.dialect.features().comments || (now.is_none() && wanted.is_none()) {
            return Ok(());
        }
        op.existing.comment.clone_from(&now);
        if now == wanted {
            return Ok(());
        }
        op.comment = Change::Set(wanted);
        let text = format!(
            "Detected column comment '{}.{}'",
            pair.name, columns.declared.name
        );
        self.log(CompareLog::Comments, &text)
    }

    pub(super) fn table_comment(&mut self, pair: &Pair<'_>, modify: &mut ModifyTable) {
        let (Some(found), Some(declared)) = (pair.found, pair.declared) else {
            return;
        };
        let (now, wanted) = (said(&found.comment), said(&declared.comment));
        if !self.dialect.features().comments || now == wanted {
            return;
        }
        let table = pair.name.to_owned();
        let schema = pair.schema.map(str::to_owned);
        let operation = match wanted {
            None => Operation::DropTableComment(DropTableComment {
                table,
                schema,
                existing: now,
            }),
            Some(comment) => Operation::TableComment(TableComment {
                table,
                schema,
                comment: Some(comment),
                existing: now,
            }),
        };
        modify.ops.push(Directive::Operation(operation));
    }
}
