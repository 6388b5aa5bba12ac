//! CHECK constraints by name: the plugin `alembic.ext.checkconstraint_byname`. What they say is not
//! compared, because databases write expressions in their own way.

use std::collections::BTreeMap;

use limbec_schema::{AddConstraint, CheckConstraint, Constraint, Operation, Table};

use super::super::hooks::{CompareLog, Hooks, NameKind, Side};
use super::super::reverse::dropped;
use super::super::{Directive, ModifyTable};
use super::foreign_keys::constraint;
use super::tables::Pair;
use super::{Comparison, Done, shown};

/// The named constraints, those of types left out.
fn named(table: &Table) -> BTreeMap<&str, (usize, &CheckConstraint)> {
    table
        .constraints
        .iter()
        .enumerate()
        .filter_map(|(place, constraint)| match constraint {
            Constraint::Check(check) if check.type_bound.is_none() => {
                Some((check.name.as_str()?, (place, check)))
            }
            _ => None,
        })
        .collect()
}

impl<H: Hooks> Comparison<'_, H> {
    pub(super) fn checks(&mut self, pair: &Pair<'_>, modify: &mut ModifyTable) -> Done<H> {
        let (Some(found), Some(declared)) = (pair.found, pair.declared) else {
            return Ok(());
        };
        let mut present = named(found);
        for name in present.keys().copied().collect::<Vec<_>>() {
            if !self.includes_name(Some(name), NameKind::Check, &pair.place())? {
                present.remove(name);
            }
        }
        let wanted = named(declared);
        for (name, (place, check)) in &present {
            if wanted.contains_key(name)
                || !self.includes(constraint(Side::Found, found, *place), None)?
            {
                continue;
            }
            let removed = dropped(&addition(pair, check));
            modify
                .ops
                .push(Directive::Operation(Operation::DropConstraint(removed)));
            self.check_logged("removed", name, pair)?;
        }
        for (name, (place, check)) in &wanted {
            if present.contains_key(name)
                || !self.includes(constraint(Side::Declared, declared, *place), None)?
            {
                continue;
            }
            let added = addition(pair, check);
            modify
                .ops
                .push(Directive::Operation(Operation::AddConstraint(added)));
            self.check_logged("added", name, pair)?;
        }
        Ok(())
    }

    fn check_logged(&mut self, word: &str, name: &str, pair: &Pair<'_>) -> Done<H> {
        let (name, table) = (shown(Some(name)), shown(Some(pair.name)));
        let text = format!("Detected {word} check constraint {name} on table {table}");
        self.log(CompareLog::Checks, &text)
    }
}

fn addition(pair: &Pair<'_>, check: &CheckConstraint) -> AddConstraint {
    AddConstraint {
        table: pair.name.to_owned(),
        schema: pair.schema.map(str::to_owned),
        constraint: Constraint::Check(check.clone()),
    }
}
