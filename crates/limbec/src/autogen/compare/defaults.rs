//! Server defaults, generated columns and identities.

use limbec_schema::{
    AlterColumn, Change, Column, ColumnDefault, Identity, IntegerSize, SequenceOptions,
    ServerDefault, SqlType,
};
use limbec_sql::compare::{DefaultPair, DefaultSameness, default_sql};
use limbec_sql::{Dialect, compile_expr_ddl};

use super::super::Asked;
use super::super::hooks::{ColumnPair, CompareError, CompareLog, Hooks};
use super::super::model::default_of;
use super::tables::Pair;
use super::{Comparison, Done};

/// The sequence in `nextval('x'::regclass)`, where the column is of a type that SERIAL makes.
pub(super) fn serial_sequence(sql_type: &SqlType, default: &str) -> Option<String> {
    let serial = matches!(sql_type, SqlType::Integer(t) if t.size != IntegerSize::Small);
    let (name, _) = default
        .strip_prefix("nextval('")?
        .split_once("'::regclass)")?;
    serial.then(|| name.to_owned())
}

/// The text of a default that the database keeps.
fn found_text(column: &Column) -> Option<String> {
    match &column.server_default {
        Some(ServerDefault::Literal(text)) => Some(text.clone()),
        Some(other) => Some(other.as_text()?.text.replace("\\:", ":")),
        None => None,
    }
}

impl<H: Hooks> Comparison<'_, H> {
    /// The first part of the comparison of defaults; true where it is settled.
    pub(super) fn default_by_hook(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Result<bool, CompareError<H::Error>> {
        let (now, wanted) = (default_of(columns.found), default_of(columns.declared));
        if now.is_none() && wanted.is_none() {
            return Ok(false);
        }
        op.existing.server_default = Change::Set(now);
        match self.settings.server_defaults {
            Asked::No => return Ok(true),
            Asked::Rules => return Ok(false),
            Asked::Hook => {}
        }
        let now = found_text(columns.found);
        let declared = self.declared_text(columns.declared)?;
        let answer = self
            .hooks
            .defaults_differ(columns, now.as_deref(), declared.as_deref())
            .map_err(CompareError::Hook)?;
        if answer == Some(true) {
            op.server_default = Change::Set(wanted);
            let function = self
                .hooks
                .shown_defaults_hook()
                .map_err(CompareError::Hook)?;
            let text = format!(
                "User defined function {function} detected server default on column '{}.{}'",
                pair.name, columns.declared.name
            );
            self.log(CompareLog::Defaults, &text)?;
        }
        Ok(answer.is_some())
    }

    fn declared_text(&self, column: &Column) -> Result<Option<String>, CompareError<H::Error>> {
        match &column.server_default {
            Some(default) => Ok(default_sql(self.dialect, default)?),
            None => Ok(None),
        }
    }

    /// Generated columns and identities; true where that settles it.
    pub(super) fn generated_default(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        numbered: bool,
        op: &mut AlterColumn,
    ) -> Result<bool, CompareError<H::Error>> {
        if self.computed(pair, columns)? || self.identity(pair, columns, op)? {
            return Ok(true);
        }
        op.autoincrement = match columns.declared.autoincrement {
            _ if numbered => Some(true),
            limbec_schema::Autoincrement::On => Some(true),
            limbec_schema::Autoincrement::Off => Some(false),
            limbec_schema::Autoincrement::Auto | limbec_schema::Autoincrement::IgnoreForeignKey => {
                None
            }
        };
        Ok(false)
    }

    /// A generated column cannot be altered: a difference is only worth a warning.
    fn computed(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
    ) -> Result<bool, CompareError<H::Error>> {
        let (found, declared) = (&columns.found.computed, &columns.declared.computed);
        let rules = self.dialect.compare();
        let differs = match (found, declared) {
            (None, None) => return Ok(false),
            (Some(_), None) | (None, Some(_)) => true,
            (Some(found), Some(declared)) => {
                let found = compile_expr_ddl(self.dialect, &found.expr)?;
                let declared = compile_expr_ddl(self.dialect, &declared.expr)?;
                rules.normal_computed(&found) != rules.normal_computed(&declared)
            }
        };
        if differs {
            self.hooks.warn(&format!(
                "Computed default on {}.{} cannot be modified",
                pair.name, columns.declared.name
            ));
        }
        Ok(true)
    }

    fn identity(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        op: &mut AlterColumn,
    ) -> Result<bool, CompareError<H::Error>> {
        let (found, declared) = (&columns.found.identity, &columns.declared.identity);
        // Where there are no identities, nothing was created for one.
        if !self.dialect.features().identity_columns || (found.is_none() && declared.is_none()) {
            return Ok(false);
        }
        let differing = differing_options(declared.as_deref(), found.as_deref());
        if differing.is_empty() && found.is_some() == declared.is_some() {
            return Ok(false);
        }
        op.server_default = Change::Set(default_of(columns.declared));
        if differing.is_empty() {
            return Ok(false);
        }
        let names: Vec<String> = differing.iter().map(|name| format!("'{name}'")).collect();
        let text = format!(
            "Detected server default on column '{}.{}': identity options attributes [{}]",
            pair.name,
            columns.declared.name,
            names.join(", ")
        );
        self.log(CompareLog::Defaults, &text)?;
        Ok(true)
    }

    pub(super) fn default_by_rules(
        &mut self,
        pair: &Pair<'_>,
        columns: ColumnPair<'_>,
        numbered: bool,
        op: &mut AlterColumn,
    ) -> Done<H> {
        let (now, wanted) = (default_of(columns.found), default_of(columns.declared));
        if now.is_none() && wanted.is_none() {
            return Ok(());
        }
        op.existing.server_default = Change::Set(now.clone());
        let plain = |default: &Option<ColumnDefault>| {
            matches!(
                default,
                None | Some(ColumnDefault::Server(
                    ServerDefault::Literal(_) | ServerDefault::Expr(_)
                ))
            )
        };
        if !plain(&now) || !plain(&wanted) {
            return Ok(());
        }
        let found_text = found_text(columns.found);
        let declared_text = self.declared_text(columns.declared)?;
        let question = DefaultPair {
            found: columns.found,
            declared: columns.declared,
            found_text: found_text.as_deref(),
            declared_text: declared_text.as_deref(),
            numbered,
        };
        let equal = match self.dialect.compare().defaults(self.dialect, &question)? {
            DefaultSameness::Equal => true,
            other => match (self.default_by_meaning(pair, &columns.declared.name), other) {
                (Some(equal), _) => equal,
                (None, DefaultSameness::Ask(query)) => self.answers_true(query)?,
                (None, _) => false,
            },
        };
        if equal {
            return Ok(());
        }
        op.server_default = Change::Set(wanted);
        let text = format!(
            "Dialect impl {} detected server default on column '{}.{}'",
            implementation(self.dialect),
            pair.name,
            columns.declared.name
        );
        self.log(CompareLog::Defaults, &text)
    }
}

impl<H: Hooks> Comparison<'_, H> {
    /// Whether the default is the declared one, in the words of the database; `None` where that is not asked for.
    fn default_by_meaning(&self, pair: &Pair<'_>, column: &str) -> Option<bool> {
        if !self.settings.kinds.defaults {
            return None;
        }
        let key = (pair.schema.map(str::to_owned), pair.name.to_owned());
        let meanings = self.meanings.get(&key)?;
        let found = meanings.found_defaults.get(column)?;
        Some(meanings.defaults.get(column) == Some(found))
    }
}

/// How Python shows the object of Alembic that decides for a dialect; its address is chance.
fn implementation(dialect: &dyn Dialect) -> String {
    let (module, class) = dialect.features().implementation;
    format!("<alembic.ddl.{module}.{class} object at 0x7f0000000000>")
}

/// The options in which two identities differ, sorted. An option that the models leave at its
/// default does not count.
fn differing_options(declared: Option<&Identity>, found: Option<&Identity>) -> Vec<&'static str> {
    let mut names = Vec::new();
    let always = |identity: Option<&Identity>| identity.is_some_and(|identity| identity.always);
    if always(declared) != always(found) {
        names.push("always");
    }
    let usual = found.map_or([false; 2], |found| usual_bounds(&found.options));
    let (declared, found) = (options(declared), options(found));
    for ((name, wanted), (_, now)) in declared.into_iter().zip(found) {
        let as_usual = match name {
            "nominvalue" => usual[0],
            "nomaxvalue" => usual[1],
            _ => false,
        };
        if wanted != now && wanted.is_some() && !as_usual {
            names.push(name);
        }
    }
    names.sort_unstable();
    names
}

/// Whether the bounds are those that a sequence has by itself, which no database says.
fn usual_bounds(options: &SequenceOptions) -> [bool; 2] {
    let least = [i64::from(i16::MIN), i64::from(i32::MIN), i64::MIN];
    let most = [i64::from(i16::MAX), i64::from(i32::MAX), i64::MAX];
    let falling = options.increment.is_some_and(|step| step < 0);
    let among = |value: Option<i64>, values: &[i64]| value.is_none_or(|v| values.contains(&v));
    if falling {
        [
            among(options.minvalue, &least),
            among(options.maxvalue, &[-1]),
        ]
    } else {
        [
            among(options.minvalue, &[1]),
            among(options.maxvalue, &most),
        ]
    }
}

/// The options by name, as numbers.
fn options(identity: Option<&Identity>) -> [(&'static str, Option<i64>); 8] {
    let none = SequenceOptions::default();
    let options = identity.map_or(&none, |identity| &identity.options);
    let flag = |flag: Option<bool>| flag.map(i64::from);
    [
        ("start", options.start),
        ("increment", options.increment),
        ("minvalue", options.minvalue),
        ("maxvalue", options.maxvalue),
        ("nominvalue", flag(options.nominvalue)),
        ("nomaxvalue", flag(options.nomaxvalue)),
        ("cycle", flag(options.cycle)),
        ("cache", options.cache),
    ]
}
