//! `revision --autogenerate` and `check` without Python: the database is compared with a file of CREATE statements, and
//! what separates them is written as SQL.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

use limbec_graph::{RevId, Selector};
use limbec_sql::dump::{TableStatements, complete, table_statements};
use limbec_sql::entity::EntityKind;

use super::actual::Database;
use super::error::RunError;
use super::event::{Event, SharedReporter};
use super::plain_error::host_error;
use super::session::Session;
use super::sql_text;
use super::version_table::VersionTable;
use crate::autogen::render::diffs::diffs;
use crate::autogen::{
    Asked, Body, ColumnPair, CompareError, CompareLog, CompareSettings, Difference, Directive,
    Draft, GeneratedRevision, GenerationRequest, Hooks, Model, ModelsSource, NameKind, NamePlace,
    Object, Plugins, SourceError, Target, answers, compare, read_models, reversed,
};
use crate::config::{Config, ConfigValue};
use crate::script::ScriptDirectory;
use crate::script::names::of_scripts;

/// What a script is generated from.
pub(super) struct Source<'a> {
    pub session: &'a Rc<Session>,
    pub version: &'a VersionTable,
    pub scripts: &'a ScriptDirectory,
    pub config: &'a Config,
    pub reporter: &'a SharedReporter,
}

impl Source<'_> {
    /// The script that a command asks for.
    ///
    /// # Errors
    /// A database that is not up to date, a declared schema that cannot be read, and changes that cannot be written.
    pub fn generate(
        &self,
        request: GenerationRequest,
        rows: &[RevId],
    ) -> Result<Vec<GeneratedRevision>, RunError> {
        let mut generated = GeneratedRevision {
            draft: request.draft.clone(),
            ..GeneratedRevision::default()
        };
        if !request.autogenerate {
            return Ok(vec![generated]);
        }
        if request.sql {
            let message = "Using --sql with --autogenerate does not make any sense";
            return Err(RunError::command(message));
        }
        self.check_up_to_date(rows)?;
        let (model, declared) = self.declared(request.models.clone())?;
        let present = table_statements(
            limbec_dialect(self.session),
            &[None],
            &mut Database::new(self.session.clone()),
        );
        let present = present.map_err(|error| host_error(self.session, error))?;
        let found = self.compared(&model, &request, &present)?;
        let back = reversed(&found).map_err(|error| RunError::command(error.to_string()))?;
        let ways = [(&*found, &*declared), (&*back, &*present)];
        let text = sql_text::both_ways(self.session, ways)?;
        generated.diffs = diffs(&found);
        generated.texts = vec![
            ("upgrades".to_owned(), text.upgrade),
            ("downgrades".to_owned(), text.downgrade),
        ];
        fill(&mut generated.draft, found, back);
        Ok(vec![generated])
    }

    fn check_up_to_date(&self, rows: &[RevId]) -> Result<(), RunError> {
        let map = self.scripts.revision_map()?;
        let found = map.get_revisions(Selector::from(rows))?;
        let at: BTreeSet<&RevId> = found
            .iter()
            .filter_map(|found| Some(found.revision()?.id()))
            .collect();
        let all: BTreeSet<&RevId> = map.heads().iter().collect();
        if at == all {
            return Ok(());
        }
        Err(RunError::Command {
            message: "Target database is not up to date.".to_owned(),
            hints: vec!["upgrade to heads first".to_owned()],
        })
    }

    /// The tables that the project declares.
    fn declared(
        &self,
        models: Option<ModelsSource>,
    ) -> Result<(Model, Vec<TableStatements>), RunError> {
        let source = match models {
            Some(source) => source,
            None => self.schema_file()?,
        };
        let url = self.session.target().map_err(SourceError::url);
        let read = url.and_then(|url| {
            read_models(
                &source,
                &Target {
                    dialect: limbec_dialect(self.session),
                    url: &url,
                    include_schemas: false,
                    version_table: (self.version.schema.as_deref(), &self.version.name),
                },
            )
        });
        let mut declared = read?;
        let dialect = limbec_dialect(self.session);
        complete(dialect, &mut declared.schema, &declared.statements);
        let model = Model::new(vec![declared.schema]);
        let mut model = model.map_err(|error| RunError::command(error.to_string()))?;
        model.entities = declared.entities;
        model.declares = EntityKind::ALL.into_iter().collect();
        Ok((model, declared.statements))
    }

    /// `schema` of `[limbec]`.
    fn schema_file(&self) -> Result<ModelsSource, RunError> {
        let text = |name: &str| -> Result<Option<String>, RunError> {
            Ok(match self.config.get_limbec_option(name)? {
                Some(ConfigValue::Text(text)) if !text.is_empty() => Some(text),
                _ => None,
            })
        };
        let Some(file) = text("schema")? else {
            return Err(RunError::Command {
                message: "Can't proceed with --autogenerate option; the configuration names no declared schema."
                    .to_owned(),
                hints: vec![
                    "write schema = %(here)s/schema.sql in [limbec], or name the file with --models-sql".to_owned(),
                ],
            });
        };
        Ok(ModelsSource::Script {
            file: PathBuf::from(file),
            scratch: text("scratch")?,
        })
    }

    /// What separates the database from the model.
    fn compared(
        &self,
        model: &Model,
        request: &GenerationRequest,
        present: &[TableStatements],
    ) -> Result<Vec<Directive>, RunError> {
        let known_names = match request.kinds.foreign {
            true => Some(Rc::new(of_scripts(self.scripts)?)),
            false => None,
        };
        let mut settings = CompareSettings {
            include_schemas: false,
            types: Asked::Rules,
            server_defaults: Asked::Rules,
            plugins: Plugins {
                checks_by_name: true,
                ..Plugins::default()
            },
            version_table: (self.version.schema.clone(), self.version.name.clone()),
            kinds: request.kinds,
            known_names,
            rename_requests: request.renames.clone(),
            renames: Vec::new(),
        };
        let mut refused = Vec::new();
        let difference = loop {
            let found = self.difference(model, &settings, present)?;
            let asker = request.asker.as_ref();
            let answers = answers(&found.directives, asker, &mut refused, &mut |hint| {
                self.say(&format!("hint: {hint}"));
            });
            if answers.is_empty() {
                break found;
            }
            settings.renames.extend(answers);
        };
        if let Some(note) = difference.note() {
            self.say(&note);
        }
        Ok(difference.directives)
    }

    fn say(&self, line: &str) {
        self.reporter
            .report(Event::Diagnostic(&format!("{line}\n")));
    }

    fn difference(
        &self,
        model: &Model,
        settings: &CompareSettings,
        present: &[TableStatements],
    ) -> Result<Difference, RunError> {
        let mut database = Database::complete(self.session.clone(), present.to_vec());
        let mut hooks = NoHooks(self.reporter);
        let dialect = limbec_dialect(self.session);
        compare(dialect, settings, model, &mut database, &mut hooks).map_err(|error| match error {
            CompareError::Hook(never) => match never {},
            CompareError::Sql(error) => RunError::command(error.to_string()),
            CompareError::Model(error) => RunError::command(error.to_string()),
            CompareError::Rename(error) => RunError::command(error.to_string()),
            CompareError::Host(error) => host_error(self.session, error),
        })
    }
}

fn limbec_dialect(session: &Session) -> &'static dyn limbec_sql::Dialect {
    crate::script::host::Host::dialect(session)
}

fn fill(draft: &mut Draft, upgrades: Vec<Directive>, downgrades: Vec<Directive>) {
    let body = |token: &str, directives| Body {
        token: token.to_owned(),
        directives,
    };
    draft.upgrades.push(body("upgrades", upgrades));
    draft.downgrades.push(body("downgrades", downgrades));
    draft.rendered = true;
}

/// Everything is compared, by the rules of the database.
struct NoHooks<'a>(&'a SharedReporter);

impl Hooks for NoHooks<'_> {
    type Error = std::convert::Infallible;

    fn includes_name(
        &mut self,
        _name: Option<&str>,
        _kind: NameKind,
        _place: &NamePlace<'_>,
    ) -> Result<bool, Self::Error> {
        Ok(true)
    }

    fn includes_object(
        &mut self,
        _object: Object<'_>,
        _compare_to: Option<Object<'_>>,
    ) -> Result<bool, Self::Error> {
        Ok(true)
    }

    fn types_differ(&mut self, _pair: ColumnPair<'_>) -> Result<Option<bool>, Self::Error> {
        Ok(None)
    }

    fn defaults_differ(
        &mut self,
        _pair: ColumnPair<'_>,
        _found: Option<&str>,
        _declared: Option<&str>,
    ) -> Result<Option<bool>, Self::Error> {
        Ok(None)
    }

    fn shown_defaults_hook(&mut self) -> Result<String, Self::Error> {
        Ok(String::new())
    }

    fn log(&mut self, _log: CompareLog, text: &str) -> Result<(), Self::Error> {
        let line = format!("INFO  [alembic.autogenerate.compare] {text}\n");
        self.0.report(Event::Diagnostic(&line));
        Ok(())
    }

    fn warn(&mut self, text: &str) {
        self.0.report(Event::Diagnostic(&format!("{text}\n")));
    }
}
