//! `revision` and `check` inside of a run of env.py: Alembic's `RevisionContext`.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use limbec_graph::{RevId, Selector};
use limbec_python::{PyError, PyResult, Value, Vm};
use limbec_schema::Schema;
use limbec_sql::entity::{Entity, EntityKind};

use super::super::logger::{self, Level};
use super::super::migration_context::{MigrationContext, command_error};
use super::declared::{self, Declared};
use super::directives::Reader;
use super::hooks::{Database, Functions, ScriptHooks};
use super::items::{ItemHooks, autogen_context};
use super::{comparators, directives, options, shown as differences};
use crate::autogen::render::{RenderError, RenderSettings, Renderer};
use crate::autogen::{
    Body, CompareError, CompareSettings, Difference, Directive, Draft, ExportedProject,
    GeneratedRevision, GenerationRequest, Model, ModelsSource, Rename, SourceError, Target,
    answers, compare, exported, read_models, reversed,
};
use crate::config::{ConfigError, ConfigValue};
use crate::runner::{Event, RunError};
use crate::script::host::Host;

/// The scripts that a run generates.
pub struct Generation {
    request: GenerationRequest,
    drafts: RefCell<Vec<Draft>>,
    last: RefCell<Option<LastRun>>,
    /// The renames that were asked for and are none.
    refused: RefCell<Vec<String>>,
}

/// The last call of `run_migrations`, by whose options the scripts are rendered.
struct LastRun {
    context: Rc<MigrationContext>,
    object: Value,
    declared: Rc<Declared>,
    settings: RenderSettings,
}

impl Generation {
    /// What a command asks for.
    pub fn new(request: GenerationRequest) -> Self {
        let drafts = RefCell::new(vec![request.draft.clone()]);
        Self {
            request,
            drafts,
            last: RefCell::default(),
            refused: RefCell::default(),
        }
    }

    /// One call of `run_migrations`: compare, and let env.py change what came of it.
    ///
    /// # Errors
    /// A database that is not up to date; what the comparison and the hooks answer.
    pub fn run(
        &self,
        vm: &mut Vm,
        context: &Rc<MigrationContext>,
        object: &Value,
        heads: &[RevId],
    ) -> PyResult<()> {
        if self.request.autogenerate {
            self.check_up_to_date(vm, context, heads)?;
        }
        let settings = options::render_settings(vm, context)?;
        let (upgrade, downgrade) = options::tokens(vm, context)?;
        let (declared, found) = if self.request.autogenerate {
            self.compared(vm, context, object)?
        } else {
            (Rc::new(Declared::default()), Vec::new())
        };
        let back = reversed(&found).map_err(|error| vm.raise("ValueError", error.to_string()))?;
        {
            let mut drafts = self.drafts.borrow_mut();
            if drafts.is_empty() {
                drafts.push(self.request.draft.clone());
            }
            if let Some(draft) = drafts.last_mut() {
                draft.upgrades.push(Body {
                    token: upgrade,
                    directives: found,
                });
                draft.downgrades.push(Body {
                    token: downgrade,
                    directives: back,
                });
            }
        }
        *self.last.borrow_mut() = Some(LastRun {
            context: context.clone(),
            object: object.clone(),
            declared: declared.clone(),
            settings,
        });
        self.process(vm, context, object, heads, &declared)?;
        for draft in self.drafts.borrow_mut().iter_mut() {
            draft.rendered = true;
        }
        Ok(())
    }

    fn check_up_to_date(
        &self,
        vm: &mut Vm,
        context: &MigrationContext,
        heads: &[RevId],
    ) -> PyResult<()> {
        if self.request.sql {
            let message = "Using --sql with --autogenerate does not make any sense";
            return Err(command_error(vm, message));
        }
        let Some(environment) = context.environment() else {
            return Ok(());
        };
        let scripts = environment.scripts().clone();
        let carried = |vm: &mut Vm, text: String| environment.carry(vm, RunError::command(text));
        let map = match scripts.revision_map() {
            Ok(map) => map,
            Err(error) => return Err(carried(vm, error.to_string())),
        };
        let symbols = Selector::from(heads.to_vec());
        let at: BTreeSet<String> = match map.get_revisions(&symbols) {
            Ok(found) => found
                .iter()
                .filter_map(|found| found.revision())
                .map(|revision| revision.id().to_string())
                .collect(),
            Err(error) => return Err(environment.carry(vm, error.into())),
        };
        let all: BTreeSet<String> = map.heads().iter().map(ToString::to_string).collect();
        if at == all {
            return Ok(());
        }
        let error = RunError::Command {
            message: "Target database is not up to date.".to_owned(),
            hints: vec![format!(
                "the database is at {}, the scripts end at {}: `limbec upgrade {}` first, then this again",
                shown(&at, "no revision"),
                shown(&all, "no revision"),
                if all.len() > 1 { "heads" } else { "head" }
            )],
        };
        Err(environment.carry(vm, error))
    }

    /// What separates the database from the models.
    fn compared(
        &self,
        vm: &mut Vm,
        context: &Rc<MigrationContext>,
        object: &Value,
    ) -> PyResult<(Rc<Declared>, Vec<crate::autogen::Directive>)> {
        let mut settings = options::compare_settings(vm, context, &self.request)?;
        if settings.kinds.foreign
            && let Some(environment) = context.environment()
        {
            match crate::script::names::of_scripts(environment.scripts()) {
                Ok(names) => settings.known_names = Some(Rc::new(names)),
                Err(error) => {
                    return Err(environment.carry(vm, RunError::command(error.to_string())));
                }
            }
        }
        let wanted = self.models(vm, context, &settings)?;
        let mut model = model_of(vm, wanted.schemas)?;
        model.entities = wanted.entities;
        model.declares = wanted.declares;
        let declared = Rc::new(wanted.declared);
        let difference = loop {
            let found = difference(vm, context, object, &settings, &model, &declared)?;
            let answers = self.asked(context, &found.directives);
            if answers.is_empty() {
                break found;
            }
            settings.renames.extend(answers);
        };
        if let Some(line) = difference.note() {
            say(context, &line);
        }
        let compared = comparators::run(
            vm,
            context,
            object,
            &declared,
            difference.directives,
            &difference.schemas,
        )?;
        if let Some(draft) = self.drafts.borrow_mut().last_mut() {
            draft.imports.extend(compared.imports);
        }
        Ok((declared, compared.directives))
    }

    /// What was renamed, where someone can be asked; otherwise a hint.
    fn asked(&self, context: &MigrationContext, directives: &[Directive]) -> Vec<Rename> {
        let asker = self.request.asker.as_ref();
        let refused = &mut *self.refused.borrow_mut();
        answers(directives, asker, refused, &mut |hint| {
            say(context, &format!("hint: {hint}"));
        })
    }

    /// The declared tables.
    fn models(
        &self,
        vm: &mut Vm,
        context: &MigrationContext,
        settings: &CompareSettings,
    ) -> PyResult<WantedSchema> {
        if let Some(ModelsSource::Python(python)) = &self.request.models {
            let text = match exported_module(context, python) {
                Ok(text) => text,
                Err(error) => return Err(source_error(vm, context, error)),
            };
            let module = vm.run_module("limbec_models", "<the metadata>", &text)?;
            let target = vm.getattr(&Value::Module(module), "target_metadata")?;
            return interpreted(vm, context, &target);
        }
        if let Some(source) = &self.request.models {
            let session = context.session();
            let (schema, name) = &settings.version_table;
            let found = session.target().map_err(SourceError::url).and_then(|url| {
                let target = Target {
                    dialect: session.dialect(),
                    url: &url,
                    include_schemas: settings.include_schemas,
                    version_table: (schema.as_deref(), name),
                };
                read_models(source, &target)
            });
            return match found {
                Ok(found) => Ok(WantedSchema {
                    schemas: vec![found.schema],
                    declared: Declared::default(),
                    entities: found.entities,
                    declares: EntityKind::ALL.into_iter().collect(),
                }),
                Err(error) => Err(source_error(vm, context, error)),
            };
        }
        let target = context
            .opts()
            .get_str("target_metadata")
            .unwrap_or_default();
        if target.is_none() {
            return Err(no_metadata(vm, context));
        }
        let wanted = interpreted(vm, context, &target)?;
        match super::unread::unread_tables(vm) {
            Some((module, cause)) => Err(unread_models(vm, context, &module, &cause)),
            None => Ok(wanted),
        }
    }

    /// `process_revision_directives`.
    fn process(
        &self,
        vm: &mut Vm,
        context: &Rc<MigrationContext>,
        object: &Value,
        heads: &[RevId],
        declared: &Declared,
    ) -> PyResult<()> {
        let hook = context
            .opts()
            .get_str("process_revision_directives")
            .unwrap_or_default();
        if !vm.truthy(&hook)? {
            return Ok(());
        }
        let drafts = self.drafts.borrow().clone();
        let mut scripts = Vec::new();
        for draft in &drafts {
            scripts.push(directives::script_value(vm, draft, declared)?);
        }
        let list = Value::list(scripts);
        let revision: Vec<Value> = heads.iter().map(|head| Value::str(&**head)).collect();
        let args = vec![object.clone(), Value::tuple(revision), list.clone()];
        vm.call(&hook, args, Vec::new())?;
        let mut changed = Vec::new();
        let reader = Reader {
            context: object.clone(),
            autogen_context: autogen_context(vm, context, object),
        };
        for script in vm.iterate(&list)? {
            changed.push(directives::script_draft(vm, &script, &reader)?);
        }
        *self.drafts.borrow_mut() = changed;
        Ok(())
    }

    /// Render the drafts.
    ///
    /// # Errors
    /// What `render_item` raises, and what cannot be written.
    pub fn finish(&self, vm: &mut Vm) -> PyResult<Vec<GeneratedRevision>> {
        let drafts = std::mem::take(&mut *self.drafts.borrow_mut());
        let last = self.last.borrow_mut().take();
        let mut generated = Vec::new();
        for draft in drafts {
            let mut diffs = Vec::new();
            if let Some(last) = last.as_ref().filter(|_| self.request.tells_differences) {
                for body in &draft.upgrades {
                    diffs.extend(differences::diffs(vm, &body.directives, &last.declared)?);
                }
            }
            let texts = match &last {
                Some(last) if draft.rendered => rendered(vm, last, &draft)?,
                _ => Vec::new(),
            };
            generated.push(GeneratedRevision {
                draft,
                texts,
                diffs,
            });
        }
        Ok(generated)
    }

    /// Let go of what belongs to the interpreter.
    pub fn close(&self) {
        self.last.borrow_mut().take();
    }
}

fn shown(revisions: &BTreeSet<String>, none: &str) -> String {
    let all: Vec<&str> = revisions.iter().map(String::as_str).collect();
    match all.as_slice() {
        [] => none.to_owned(),
        several => several.join(", "),
    }
}

/// The tables of a comparison.
pub(super) fn model_of(vm: &mut Vm, schemas: Vec<Schema>) -> PyResult<Model> {
    Model::new(schemas).map_err(|error| super::model_error(vm, &error))
}

/// What separates the database of a context from a model.
pub(super) fn difference(
    vm: &mut Vm,
    context: &Rc<MigrationContext>,
    object: &Value,
    settings: &CompareSettings,
    model: &Model,
    declared: &Rc<Declared>,
) -> PyResult<Difference> {
    let functions = Functions::of(vm, context)?;
    let dialect = context.session().dialect();
    let mut database = Database::new(context.session().clone());
    let mut hooks = ScriptHooks::new(vm, context, object, functions, declared.clone());
    let found = compare(dialect, settings, model, &mut database, &mut hooks);
    found.map_err(|error| compare_error(vm, context, error))
}

/// What is wanted.
pub(super) struct WantedSchema {
    pub schemas: Vec<Schema>,
    pub declared: Declared,
    entities: Vec<Entity>,
    /// The kinds of entities of which everything is declared.
    declares: HashSet<EntityKind>,
}

/// What interpreted models declare: tables, and sequences.
pub(super) fn interpreted(
    vm: &mut Vm,
    context: &MigrationContext,
    target: &Value,
) -> PyResult<WantedSchema> {
    let (schemas, declared) = declared::read(vm, target)?;
    let dialect = context.session().dialect();
    let mut entities = Vec::new();
    if dialect.features().sequences {
        for sequence in declared::sequences(vm, target)? {
            entities.push(declared::sequence_entity(dialect, context, &sequence));
        }
    }
    Ok(WantedSchema {
        schemas,
        declared,
        entities,
        declares: HashSet::from([EntityKind::Sequence]),
    })
}

fn compare_error(vm: &mut Vm, context: &MigrationContext, error: CompareError<PyError>) -> PyError {
    match error {
        CompareError::Hook(error) => error,
        CompareError::Sql(error) => super::super::bridge::raise(vm, error.into()),
        CompareError::Host(error) => super::super::bridge::raise(vm, error),
        CompareError::Model(error) => super::model_error(vm, &error),
        CompareError::Rename(error) => match context.environment() {
            Some(environment) => environment.carry(vm, RunError::command(error.to_string())),
            None => command_error(vm, &error.to_string()),
        },
    }
}

/// Tell something that is no warning.
fn say(context: &MigrationContext, line: &str) {
    if let Some(environment) = context.environment() {
        let line = format!("{line}\n");
        environment.reporter().report(Event::Diagnostic(&line));
    }
}

/// The module that the Python of the application writes.
fn exported_module(context: &MigrationContext, python: &str) -> Result<String, SourceError> {
    let Some(environment) = context.environment() else {
        return Ok("target_metadata = []".to_owned());
    };
    let config = environment.config().borrow();
    let failed = |error: ConfigError| SourceError::Python {
        python: python.to_owned(),
        reason: error.to_string(),
    };
    let models = match config.get_limbec_option("models").map_err(failed)? {
        Some(ConfigValue::Text(text)) => Some(text),
        _ => None,
    };
    exported(
        python,
        &ExportedProject {
            config: config.config_file_name.clone(),
            section: &config.config_ini_section,
            env_py: &environment.scripts().env_py(),
            paths: &environment.scripts().settings().prepend_sys_path,
            models,
            dialect: context.session().dialect().name(),
        },
    )
}

fn source_error(vm: &mut Vm, context: &MigrationContext, error: SourceError) -> PyError {
    match context.environment() {
        Some(environment) => environment.carry(vm, error.into()),
        None => command_error(vm, &error.to_string()),
    }
}

fn unread_models(vm: &mut Vm, context: &MigrationContext, module: &str, cause: &str) -> PyError {
    let message =
        format!("The module '{module}' declares tables, but could not be interpreted: {cause}");
    let Some(environment) = context.environment() else {
        return command_error(vm, &message);
    };
    let hints = vec![
        "with --models-python PYTHON the Python of the application is asked for its tables"
            .to_owned(),
    ];
    environment.carry(vm, RunError::Command { message, hints })
}

fn no_metadata(vm: &mut Vm, context: &MigrationContext) -> PyError {
    let Some(environment) = context.environment() else {
        return command_error(vm, "Can't proceed with --autogenerate option");
    };
    let env_py = environment.scripts().env_py();
    let error = RunError::Command {
        message: format!(
            "Can't proceed with --autogenerate option; environment script {} does not provide a \
             MetaData object or sequence of objects to the context.",
            env_py.display()
        ),
        hints: vec![
            "in env.py, set target_metadata to the metadata of your models, such as Base.metadata, or \
             name the wanted tables with --models-sql FILE or --models-url URL"
                .to_owned(),
        ],
    };
    environment.carry(vm, error)
}

/// The bodies and the imports of a draft.
fn rendered(vm: &mut Vm, last: &LastRun, draft: &Draft) -> PyResult<Vec<(String, String)>> {
    let mut hooks = ItemHooks::new(vm, &last.context, &last.object, last.declared.clone())?;
    let mut renderer = Renderer::new(&last.settings, &mut hooks);
    renderer.imports.extend(draft.imports.iter().cloned());
    let mut texts = Vec::new();
    let mut failed = None;
    for body in draft.upgrades.iter().zip(&draft.downgrades) {
        for body in [body.0, body.1] {
            match renderer.body(&body.directives) {
                Ok(text) => texts.push((body.token.clone(), text)),
                Err(error) => failed = failed.or(Some(error)),
            }
        }
    }
    let imports: Vec<String> = renderer.imports.iter().cloned().collect();
    texts.push(("imports".to_owned(), imports.join("\n")));
    match failed {
        None => Ok(texts),
        Some(error) => Err(render_error(vm, error)),
    }
}

pub(super) fn render_error(vm: &mut Vm, error: RenderError<PyError>) -> PyError {
    match error {
        RenderError::Hook(error) => error,
        RenderError::Sql(error) => super::super::bridge::raise(vm, error.into()),
        RenderError::Unsupported(text) => vm.raise("NotImplementedError", text),
    }
}

/// Log that a part of the comparison is there, as Alembic does for its plugins.
///
/// # Errors
/// What a handler of the script raises.
pub(super) fn log_plugin(vm: &mut Vm, name: &str) -> PyResult<()> {
    logger::log(
        vm,
        "alembic.runtime.plugins",
        Level::Info,
        &format!("setting up autogenerate plugin {name}"),
    )
}
