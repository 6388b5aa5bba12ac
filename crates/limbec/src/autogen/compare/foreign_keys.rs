//! Foreign keys. They are compared by what they say; names do not count, because SQLite need not
//! keep them.

use limbec_schema::{AddConstraint, Constraint, ForeignKeyConstraint, Operation, Table};

use super::super::hooks::{CompareLog, Hooks, NameKind, Object, Part, Side};
use super::super::reverse::dropped;
use super::super::{Directive, ModifyTable};
use super::tables::Pair;
use super::{Comparison, Done};

/// What a foreign key says.
#[derive(Debug, PartialEq, Eq)]
struct Signature<'a> {
    columns: &'a [String],
    target: (Option<&'a str>, &'a str, &'a [String]),
    onupdate: Option<String>,
    ondelete: Option<String>,
    timing: &'static str,
}

/// A foreign key and its place among the constraints of its table.
type Placed<'a> = (usize, &'a ForeignKeyConstraint);

fn placed(table: &Table) -> Vec<Placed<'_>> {
    table
        .constraints
        .iter()
        .enumerate()
        .filter_map(|(place, constraint)| match constraint {
            Constraint::ForeignKey(key) => Some((place, key)),
            _ => None,
        })
        .collect()
}

fn signature<'a>(key: &'a ForeignKeyConstraint, default_schema: Option<&str>) -> Signature<'a> {
    let action = |action: &Option<String>| {
        let action = action.as_deref().filter(|action| !action.is_empty());
        action
            .map(str::to_lowercase)
            .filter(|action| action != "no action")
    };
    let deferred = key.timing.initially.as_deref();
    let schema = key.ref_schema.as_deref();
    Signature {
        columns: &key.columns,
        target: (
            schema.filter(|schema| Some(*schema) != default_schema),
            &key.ref_table,
            &key.ref_columns,
        ),
        onupdate: action(&key.onupdate),
        ondelete: action(&key.ondelete),
        timing: if deferred.is_some_and(|word| word.eq_ignore_ascii_case("deferred")) {
            "initially_deferrable"
        } else if key.timing.deferrable == Some(true) {
            "deferrable"
        } else {
            "not deferrable"
        },
    }
}

impl<H: Hooks> Comparison<'_, H> {
    pub(super) fn foreign_keys(&mut self, pair: &Pair<'_>, modify: &mut ModifyTable) -> Done<H> {
        let (Some(found), Some(declared)) = (pair.found, pair.declared) else {
            return Ok(());
        };
        let mut present = Vec::new();
        for (place, key) in placed(found) {
            if self.includes_name(key.name.as_str(), NameKind::ForeignKey, &pair.place())? {
                present.push((place, key));
            }
        }
        let wanted = placed(declared);
        let same = |a: &Placed<'_>, b: &Placed<'_>| signature(a.1, None) == signature(b.1, None);
        for key in &present {
            if !wanted.iter().any(|other| same(key, other)) {
                let other = of_same_name(key, &wanted);
                self.removed_key(
                    pair,
                    found,
                    key,
                    other.map(|place| (declared, place)),
                    modify,
                )?;
            }
        }
        for key in &wanted {
            if !present.iter().any(|other| same(key, other)) {
                let other = of_same_name(key, &present);
                self.added_key(
                    pair,
                    declared,
                    key,
                    other.map(|place| (found, place)),
                    modify,
                )?;
            }
        }
        Ok(())
    }

    fn removed_key(
        &mut self,
        pair: &Pair<'_>,
        found: &Table,
        (place, key): &Placed<'_>,
        compare_to: Option<(&Table, usize)>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let compare_to = compare_to.map(|(table, place)| constraint(Side::Declared, table, place));
        if !self.includes(constraint(Side::Found, found, *place), compare_to)? {
            return Ok(());
        }
        let removed = dropped(&addition(pair, key));
        modify
            .ops
            .push(Directive::Operation(Operation::DropConstraint(removed)));
        self.key_logged("removed", found, key)
    }

    fn added_key(
        &mut self,
        pair: &Pair<'_>,
        declared: &Table,
        (place, key): &Placed<'_>,
        compare_to: Option<(&Table, usize)>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let compare_to = compare_to.map(|(table, place)| constraint(Side::Found, table, place));
        if !self.includes(constraint(Side::Declared, declared, *place), compare_to)? {
            return Ok(());
        }
        let added = AddConstraint {
            schema: declared.schema.clone(),
            ..addition(pair, key)
        };
        modify
            .ops
            .push(Directive::Operation(Operation::AddConstraint(added)));
        self.key_logged("added", declared, key)
    }

    fn key_logged(&mut self, word: &str, table: &Table, key: &ForeignKeyConstraint) -> Done<H> {
        let text = format!(
            "Detected {word} foreign key ({})({}) on table {}",
            key.columns.join(", "),
            key.ref_columns.join(", "),
            super::super::model::full_name(table.schema.as_deref(), &table.name)
        );
        self.log(CompareLog::Constraints, &text)
    }
}

fn addition(pair: &Pair<'_>, key: &ForeignKeyConstraint) -> AddConstraint {
    AddConstraint {
        table: pair.name.to_owned(),
        schema: pair.schema.map(str::to_owned),
        constraint: Constraint::ForeignKey(key.clone()),
    }
}

fn of_same_name((_, key): &Placed<'_>, others: &[Placed<'_>]) -> Option<usize> {
    let name = key.name.as_str()?;
    others
        .iter()
        .find(|(_, other)| other.name.as_str() == Some(name))
        .map(|(place, _)| *place)
}

pub(super) fn constraint(side: Side, table: &Table, place: usize) -> Object<'_> {
    Object {
        side,
        table,
        part: Part::Constraint(place),
    }
}
