//! CHECK constraints by what they say, as the database itself puts it.

use limbec_schema::{AddConstraint, CheckConstraint, Constraint, Operation, Table};
use limbec_sql::meaning::Meanings;

use super::super::hooks::{CompareError, CompareLog, Hooks, NameKind, Side};
use super::super::reverse::dropped;
use super::super::{Directive, ModifyTable};
use super::foreign_keys::constraint;
use super::tables::Pair;
use super::{Comparison, Done, shown};

/// A constraint of the database.
struct Present<'a> {
    place: usize,
    check: &'a CheckConstraint,
    meaning: String,
    matched: bool,
}

impl<H: Hooks> Comparison<'_, H> {
    /// Constraints go before the columns change, and come afterwards, on the way back, too: what one says depends on the types.
    pub(super) fn checks_by_meaning(
        &mut self,
        pair: &Pair<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let (Some(found), Some(declared)) = (pair.found, pair.declared) else {
            return Ok(());
        };
        let key = (pair.schema.map(str::to_owned), pair.name.to_owned());
        let Some(meanings) = self.meanings.get(&key).cloned() else {
            return Ok(());
        };
        // Those of types are among them.
        let own = self.declared.get(&key).cloned();
        let declared = own.as_ref().unwrap_or(declared);
        let pair = &Pair {
            declared: Some(declared),
            ..*pair
        };
        let mut present = self.present(pair, found, &meanings)?;
        let wanted: Vec<(usize, &CheckConstraint)> = declared
            .constraints
            .iter()
            .enumerate()
            .filter_map(|(place, constraint)| match constraint {
                Constraint::Check(check) => Some((place, check)),
                _ => None,
            })
            .collect();
        let mut missing = Vec::new();
        let mut unnamed: Vec<(usize, &CheckConstraint)> = Vec::new();
        // Names first: a constraint without one takes what is left.
        for (place, check) in wanted
            .iter()
            .filter(|(_, check)| check.name.as_str().is_some())
        {
            let same = present
                .iter_mut()
                .find(|other| !other.matched && other.check.name.as_str() == check.name.as_str());
            match same {
                Some(other) => {
                    other.matched = true;
                    if meanings.checks.get(place) != Some(&other.meaning) {
                        let (at, old) = (other.place, other.check);
                        self.check_changed(pair, (at, old), (*place, check), modify)?;
                    }
                }
                None => unnamed.push((*place, *check)),
            }
        }
        let without = wanted
            .iter()
            .filter(|(_, check)| check.name.as_str().is_none());
        unnamed.extend(without);
        for (place, check) in &unnamed {
            // A name of the models may be another in the database by a naming convention.
            if check.name.as_str().is_some() && check.type_bound.is_none() {
                missing.push((*place, *check));
                continue;
            }
            let meaning = meanings.checks.get(place);
            let same = present
                .iter_mut()
                .find(|other| !other.matched && Some(&other.meaning) == meaning);
            match same {
                Some(other) => other.matched = true,
                None => missing.push((*place, *check)),
            }
        }
        for other in present.iter().filter(|other| !other.matched) {
            self.check_removed(pair, other.place, other.check, modify)?;
        }
        for (place, check) in missing {
            let object = constraint(Side::Declared, declared, place);
            if self.includes(object, None)? {
                self.check_log("added", pair, check)?;
                modify.ops.push(added(pair, check));
            }
        }
        Ok(())
    }

    /// The constraints of the database that count.
    fn present<'t>(
        &mut self,
        pair: &Pair<'_>,
        found: &'t Table,
        meanings: &Meanings,
    ) -> Result<Vec<Present<'t>>, CompareError<H::Error>> {
        let mut present = Vec::new();
        let mut unnamed = meanings
            .found_checks
            .iter()
            .filter(|(name, _)| name.is_none());
        for (place, constraint) in found.constraints.iter().enumerate() {
            let Constraint::Check(check) = constraint else {
                continue;
            };
            let name = check.name.as_str();
            let meaning = match name {
                Some(_) => meanings
                    .found_checks
                    .iter()
                    .find(|(known, _)| known.as_deref() == name),
                None => unnamed.next(),
            };
            let Some((_, meaning)) = meaning else {
                continue;
            };
            if self.includes_name(name, NameKind::Check, &pair.place())? {
                present.push(Present {
                    place,
                    check,
                    meaning: meaning.clone(),
                    matched: false,
                });
            }
        }
        Ok(present)
    }

    fn check_changed(
        &mut self,
        pair: &Pair<'_>,
        old: (usize, &CheckConstraint),
        new: (usize, &CheckConstraint),
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let (Some(found), Some(declared)) = (pair.found, pair.declared) else {
            return Ok(());
        };
        let compare_to = constraint(Side::Found, found, old.0);
        if !self.includes(
            constraint(Side::Declared, declared, new.0),
            Some(compare_to),
        )? {
            return Ok(());
        }
        self.check_log("changed", pair, new.1)?;
        modify.ops.insert(0, removed(pair, old.1));
        modify.ops.push(added(pair, new.1));
        Ok(())
    }

    fn check_removed(
        &mut self,
        pair: &Pair<'_>,
        place: usize,
        check: &CheckConstraint,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let Some(found) = pair.found else {
            return Ok(());
        };
        if !self.includes(constraint(Side::Found, found, place), None)? {
            return Ok(());
        }
        if check.name.as_str().is_none() {
            let table = pair.full_name();
            self.hooks.warn(&format!(
                "the table {table} has a CHECK constraint without a name that the models do not have; a script cannot drop it: \
                 give it a name, or leave it out of a batch_alter_table with table_args"
            ));
            return Ok(());
        }
        self.check_log("removed", pair, check)?;
        modify.ops.insert(0, removed(pair, check));
        Ok(())
    }

    fn check_log(&mut self, word: &str, pair: &Pair<'_>, check: &CheckConstraint) -> Done<H> {
        let (name, table) = (shown(check.name.as_str()), shown(Some(pair.name)));
        let text = format!("Detected {word} check constraint {name} on table {table}");
        self.log(CompareLog::Constraints, &text)
    }
}

fn addition(pair: &Pair<'_>, check: &CheckConstraint) -> AddConstraint {
    AddConstraint {
        table: pair.name.to_owned(),
        schema: pair.schema.map(str::to_owned),
        constraint: Constraint::Check(CheckConstraint {
            type_bound: None,
            ..check.clone()
        }),
    }
}

fn added(pair: &Pair<'_>, check: &CheckConstraint) -> Directive {
    Directive::Operation(Operation::AddConstraint(addition(pair, check)))
}

fn removed(pair: &Pair<'_>, check: &CheckConstraint) -> Directive {
    Directive::Operation(Operation::DropConstraint(dropped(&addition(pair, check))))
}
