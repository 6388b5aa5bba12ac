//! Indexes and unique constraints, which databases partly take for each other.

use std::collections::{BTreeMap, BTreeSet};

use limbec_schema::{
    AddConstraint, Column, Constraint, ConstraintName, CreateIndex, DropIndex, Index, IndexElement,
    Operation, Table, UniqueConstraint,
};
use limbec_sql::compare::{Sameness, index_columns, is_expression_index, tuple};

use super::super::hooks::{CompareError, CompareLog, Hooks, NameKind, Object, Part, Side};
use super::super::reverse::dropped;
use super::super::{Directive, ModifyTable};
use super::tables::Pair;
use super::{Comparison, Done, shown};

/// An index or a unique constraint, with its table and its place in it.
#[derive(Clone, Copy)]
struct Thing<'a> {
    side: Side,
    table: &'a Table,
    place: usize,
    what: What<'a>,
}

#[derive(Clone, Copy)]
enum What<'a> {
    Index(&'a Index),
    Unique(&'a UniqueConstraint),
}

impl<'a> Thing<'a> {
    fn name(&self) -> Option<&'a str> {
        match self.what {
            What::Index(index) => index.name.as_str(),
            What::Unique(unique) => unique.name.as_str(),
        }
    }

    /// The columns, as Alembic's messages show them.
    fn columns(&self) -> String {
        match self.what {
            What::Index(index) => tuple(&index_columns(index)),
            What::Unique(unique) => tuple(&unique.columns),
        }
    }

    fn object(&self) -> Object<'a> {
        Object {
            side: self.side,
            table: self.table,
            part: match self.what {
                What::Index(_) => Part::Index(self.place),
                What::Unique(_) => Part::Constraint(self.place),
            },
        }
    }
}

/// What a unique constraint covers, whatever it is called.
fn covered(unique: &UniqueConstraint) -> BTreeSet<&str> {
    unique.columns.iter().map(String::as_str).collect()
}

/// What an index covers, whatever it is called; an expression has no name.
fn index_cover(index: &Index) -> (bool, Vec<Option<&str>>) {
    let names = index.elements.iter().map(|element| match element {
        IndexElement::Column(name) => Some(name.as_str()),
        IndexElement::Expr(_) => None,
    });
    (index.unique, names.collect())
}

/// The name as it stands in the database: those of a convention are cut to its length.
fn name_in_database(name: &ConstraintName, longest: usize) -> Option<String> {
    match name {
        ConstraintName::Final(name) => Some(limbec_sql::naming::shortened(name, longest)),
        ConstraintName::Plain(name) => Some(name.clone()),
        ConstraintName::Unnamed => None,
    }
}

/// The things of both sides, by name where they have one.
struct Sides<'a> {
    declared: BTreeMap<String, Thing<'a>>,
    unnamed: Vec<Thing<'a>>,
    declared_indexes: Vec<&'a Index>,
    declared_uniques: Vec<&'a UniqueConstraint>,
    found: BTreeMap<String, Thing<'a>>,
    found_uniques: Vec<Thing<'a>>,
    /// Names that the database has for a constraint and for an index: `(unique, index)`.
    doubled: BTreeMap<String, (Thing<'a>, Thing<'a>)>,
}

impl<H: Hooks> Comparison<'_, H> {
    pub(super) fn indexes_and_uniques(
        &mut self,
        pair: &Pair<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let sides = self.sides(pair)?;
        for (name, thing) in &sides.found {
            if !sides.declared.contains_key(name) {
                self.gone(pair, &sides, name, thing, modify)?;
            }
        }
        for (name, declared) in &sides.declared {
            let Some(found) = sides.found.get(name) else {
                continue;
            };
            let found = match (sides.doubled.get(name), declared.what) {
                (Some((_, index)), What::Index(_)) => index,
                (Some((unique, _)), What::Unique(_)) => unique,
                (None, _) => found,
            };
            self.same_name(pair, declared, found, modify)?;
        }
        for (name, thing) in &sides.declared {
            if !sides.found.contains_key(name) {
                self.thing_added(pair, thing, modify)?;
            }
        }
        for thing in &sides.unnamed {
            let What::Unique(unique) = thing.what else {
                continue;
            };
            let present = sides.found_uniques.iter().any(|found| match found.what {
                What::Unique(found) => covered(found) == covered(unique),
                What::Index(_) => false,
            });
            if !present {
                self.thing_added(pair, thing, modify)?;
            }
        }
        Ok(())
    }

    /// Gathers both sides.
    fn sides<'p>(&mut self, pair: &Pair<'p>) -> Result<Sides<'p>, CompareError<H::Error>> {
        let mut sides = Sides {
            declared: BTreeMap::new(),
            unnamed: Vec::new(),
            declared_indexes: Vec::new(),
            declared_uniques: Vec::new(),
            found: BTreeMap::new(),
            found_uniques: Vec::new(),
            doubled: BTreeMap::new(),
        };
        let mut found_indexes = Vec::new();
        if let Some(table) = pair.found {
            self.found_things(pair, table, &mut sides, &mut found_indexes)?;
        }
        for thing in sides.found_uniques.iter().chain(&found_indexes) {
            let Some(name) = thing.name() else { continue };
            let other = sides.found_uniques.iter().find(|u| u.name() == Some(name));
            if let (What::Index(_), Some(unique)) = (thing.what, other) {
                sides.doubled.insert(name.to_owned(), (*unique, *thing));
            }
            sides.found.insert(name.to_owned(), *thing);
        }
        if let Some(table) = pair.declared {
            self.declared_things(table, &mut sides);
        }
        Ok(sides)
    }

    fn found_things<'p>(
        &mut self,
        pair: &Pair<'p>,
        table: &'p Table,
        sides: &mut Sides<'p>,
        indexes: &mut Vec<Thing<'p>>,
    ) -> Done<H> {
        let thing = |place, what| Thing {
            side: Side::Found,
            table,
            place,
            what,
        };
        for (place, constraint) in table.constraints.iter().enumerate() {
            let Constraint::Unique(unique) = constraint else {
                continue;
            };
            let included =
                self.includes_name(unique.name.as_str(), NameKind::Unique, &pair.place())?;
            // A table that is dropped takes its constraints along.
            if included && pair.declared.is_some() {
                sides.found_uniques.push(thing(place, What::Unique(unique)));
            }
        }
        for (place, index) in table.indexes.iter().enumerate() {
            if self.includes_name(index.name.as_str(), NameKind::Index, &pair.place())? {
                indexes.push(thing(place, What::Index(index)));
            }
        }
        Ok(())
    }

    fn declared_things<'p>(&mut self, table: &'p Table, sides: &mut Sides<'p>) {
        let features = self.dialect.features();
        let longest = features.max_constraint_length;
        let thing = |place, what| Thing {
            side: Side::Declared,
            table,
            place,
            what,
        };
        for (place, constraint) in table.constraints.iter().enumerate() {
            let Constraint::Unique(unique) = constraint else {
                continue;
            };
            let thing = thing(place, What::Unique(unique));
            sides.declared_uniques.push(unique);
            match name_in_database(&unique.name, longest) {
                Some(name) => {
                    sides.declared.insert(name, thing);
                }
                None => {
                    let known = sides.unnamed.iter().any(|other| match other.what {
                        What::Unique(other) => covered(other) == covered(unique),
                        What::Index(_) => false,
                    });
                    if !known {
                        sides.unnamed.push(thing);
                    }
                }
            }
        }
        for (place, index) in table.indexes.iter().enumerate() {
            let Some(name) = name_in_database(&index.name, longest) else {
                continue;
            };
            if !self.settings.kinds.indexes
                && !self.dialect.compare().reads_expression_indexes()
                && !sides.found.contains_key(&name)
                && is_expression_index(index)
            {
                self.hooks.warn(&format!(
                    "autogenerate skipping metadata-specified expression-based index {}; dialect \
                     '{}' under SQLAlchemy {} can't reflect these indexes so they can't be compared",
                    shown(Some(&name)),
                    self.dialect.name(),
                    crate::SQLALCHEMY_VERSION,
                ));
                continue;
            }
            sides.declared_indexes.push(index);
            sides
                .declared
                .insert(name, thing(place, What::Index(index)));
        }
    }

    /// Something that only the database has under that name.
    fn gone(
        &mut self,
        pair: &Pair<'_>,
        sides: &Sides<'_>,
        name: &str,
        thing: &Thing<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        if let What::Unique(unique) = thing.what {
            let without_name = sides.unnamed.iter().any(|other| match other.what {
                What::Unique(other) => covered(other) == covered(unique),
                What::Index(_) => false,
            });
            if without_name {
                return Ok(());
            }
        }
        let Some((unique, index)) = sides.doubled.get(name) else {
            return self.thing_removed(pair, thing, modify);
        };
        let (What::Unique(own), What::Index(own_index)) = (unique.what, index.what) else {
            return Ok(());
        };
        let as_index = |declared: &&&Index| index_cover(declared) == index_cover(own_index);
        let as_unique = |declared: &&&UniqueConstraint| covered(declared) == covered(own);
        if sides.declared_indexes.iter().find(as_index).is_none()
            && sides.declared_uniques.iter().find(as_unique).is_none()
        {
            self.thing_removed(pair, unique, modify)?;
            self.thing_removed(pair, index, modify)?;
        }
        Ok(())
    }

    fn same_name(
        &mut self,
        pair: &Pair<'_>,
        declared: &Thing<'_>,
        found: &Thing<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let rules = self.dialect.compare();
        let (word, sameness) = match (declared.what, found.what) {
            (What::Index(new), What::Index(old)) => {
                let sameness = match self.index_by_meaning(pair, declared.place, old) {
                    Some(sameness) => sameness,
                    None => rules.indexes(self.dialect, new, old)?,
                };
                ("index", sameness)
            }
            (What::Unique(new), What::Unique(old)) => {
                ("unique constraint", rules.uniques(new, old))
            }
            _ => {
                self.thing_removed(pair, found, modify)?;
                return self.thing_added(pair, declared, modify);
            }
        };
        match sameness {
            Sameness::Equal => Ok(()),
            Sameness::Unknown { reason, warnings } => {
                for warning in warnings {
                    self.hooks.warn(&warning);
                }
                let name = shown(found.name());
                let text =
                    format!("Cannot compare {word} {name}, assuming equal and skipping. {reason}");
                self.log(CompareLog::Constraints, &text)
            }
            Sameness::Different(reason) => {
                if !self.includes(declared.object(), Some(found.object()))? {
                    return Ok(());
                }
                let text = format!(
                    "Detected changed {word} {} on {}: {reason}",
                    shown(found.name()),
                    shown(Some(pair.name))
                );
                self.log(CompareLog::Constraints, &text)?;
                modify.ops.push(removal(pair, found));
                modify.ops.push(addition(declared));
                Ok(())
            }
        }
    }

    /// Whether an index is the declared one, in the words of the database; `None` where that is not asked for.
    fn index_by_meaning(&self, pair: &Pair<'_>, place: usize, found: &Index) -> Option<Sameness> {
        if !self.settings.kinds.indexes {
            return None;
        }
        let key = (pair.schema.map(str::to_owned), pair.name.to_owned());
        let meanings = self.meanings.get(&key)?;
        let found = &meanings.found_indexes.get(found.name.as_str()?)?.meaning;
        Some(match meanings.indexes.get(&place) {
            Some(declared) if declared == found => Sameness::Equal,
            Some(declared) => {
                Sameness::Different(format!("{} to {}", found.trim(), declared.trim()))
            }
            None => Sameness::Different(format!(
                "{} to what the database cannot parse",
                found.trim()
            )),
        })
    }

    fn thing_added(
        &mut self,
        pair: &Pair<'_>,
        thing: &Thing<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let word = match thing.what {
            What::Index(_) => "index",
            // A new table has its constraints inside.
            What::Unique(_) if pair.found.is_none() => return Ok(()),
            What::Unique(_) => "unique constraint",
        };
        if !self.includes(thing.object(), None)? {
            return Ok(());
        }
        modify.ops.push(addition(thing));
        let (name, columns) = (shown(thing.name()), thing.columns());
        let text = format!("Detected added {word} {name} on '{columns}'");
        self.log(CompareLog::Constraints, &text)
    }

    fn thing_removed(
        &mut self,
        pair: &Pair<'_>,
        thing: &Thing<'_>,
        modify: &mut ModifyTable,
    ) -> Done<H> {
        let word = match thing.what {
            What::Index(_) => "index",
            What::Unique(_) if pair.declared.is_none() => return Ok(()),
            What::Unique(_) => "unique constraint",
        };
        if !self.includes(thing.object(), None)? {
            return Ok(());
        }
        modify.ops.push(removal(pair, thing));
        let (name, table) = (shown(thing.name()), shown(Some(pair.name)));
        let text = format!("Detected removed {word} {name} on {table}");
        self.log(CompareLog::Constraints, &text)
    }
}

fn addition(thing: &Thing<'_>) -> Directive {
    let (table, schema) = (&thing.table.name, &thing.table.schema);
    Directive::Operation(match thing.what {
        What::Index(index) => Operation::CreateIndex(CreateIndex {
            index: Index {
                table: table.clone(),
                schema: schema.clone(),
                ..index.clone()
            },
            if_not_exists: false,
        }),
        What::Unique(unique) => Operation::AddConstraint(AddConstraint {
            table: table.clone(),
            schema: schema.clone(),
            constraint: Constraint::Unique(unique.clone()),
        }),
    })
}

fn removal(pair: &Pair<'_>, thing: &Thing<'_>) -> Directive {
    let schema = pair.schema.map(str::to_owned);
    Directive::Operation(match thing.what {
        What::Index(index) => Operation::DropIndex(DropIndex {
            name: index.name.clone(),
            table: Some(pair.name.to_owned()),
            schema: schema.clone(),
            if_exists: false,
            options: index.options.clone(),
            original: Some(Box::new(Index {
                table: pair.name.to_owned(),
                schema,
                ..index.clone()
            })),
            columns: covered_columns(thing.table, index),
        }),
        What::Unique(unique) => Operation::DropConstraint(dropped(&AddConstraint {
            table: pair.name.to_owned(),
            schema,
            constraint: Constraint::Unique(unique.clone()),
        })),
    })
}

/// The columns of a table that an index covers as they are.
fn covered_columns(table: &Table, index: &Index) -> Vec<Column> {
    let names = index.elements.iter().filter_map(|element| match element {
        IndexElement::Column(name) => Some(name),
        IndexElement::Expr(_) => None,
    });
    names
        .filter_map(|name| table.column(name).cloned())
        .collect()
}
