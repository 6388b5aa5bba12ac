use std::rc::Rc;
use std::sync::Arc;

use limbec_graph::{RevId, Selector};

use super::{CommandError, Project};
use crate::autogen::{Asker, Draft, GenerationRequest, Kinds, ModelsSource, RenameRequest};
use crate::config::ConfigValue;
use crate::runner::{EnvOptions, RunSummary};
use crate::script::mako::TemplateValue;
use crate::script::{NewScript, Notify, ProjectTemplates, Script, ScriptDirectory};

/// What `revision` is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionRequest {
    /// `-m`.
    pub message: Option<String>,
    /// `--autogenerate`.
    pub autogenerate: bool,
    /// `--models-url` and `--models-sql`.
    pub models: Option<ModelsSource>,
    /// What is compared, and what was renamed.
    pub comparison: ComparisonRequest,
    /// `--sql`.
    pub sql: bool,
    /// `--head`.
    pub head: String,
    /// `--splice`.
    pub splice: bool,
    /// `--branch-label`.
    pub branch_label: Option<String>,
    /// `--version-path`.
    pub version_path: Option<String>,
    /// `--rev-id`.
    pub rev_id: Option<String>,
    /// `--depends-on`.
    pub depends_on: Vec<String>,
}

/// What is compared beside what Alembic compares, and what was renamed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComparisonRequest {
    /// `--compare`.
    pub compare: Option<String>,
    /// `--rename`, once or more.
    pub renames: Vec<String>,
    /// Who is asked whether something was renamed; without one there are hints.
    pub asker: Option<Asker>,
}

/// What a request means together with the configuration.
pub(super) struct WantedComparison {
    models: Option<ModelsSource>,
    kinds: Kinds,
    renames: Vec<RenameRequest>,
    asker: Option<Asker>,
    /// The differences are told, as `check` does.
    pub tells_differences: bool,
}

impl Default for RevisionRequest {
    fn default() -> Self {
        Self {
            message: None,
            autogenerate: false,
            models: None,
            comparison: ComparisonRequest::default(),
            sql: false,
            head: "head".to_owned(),
            splice: false,
            branch_label: None,
            version_path: None,
            rev_id: None,
            depends_on: Vec::new(),
        }
    }
}

impl Project {
    /// `revision`: write new revision files; more than one only where `env.py` asks for it, none when the name of the file
    /// is not one of a revision file.
    ///
    /// # Errors
    /// A revision that does not fit the graph, a file that cannot be written, a database that is not up to date, and what
    /// running `env.py` meets where `--autogenerate` or `revision_environment` asks for it.
    pub fn revision(
        &mut self,
        request: &RevisionRequest,
        notify: Notify<'_>,
    ) -> Result<Vec<Script>, CommandError> {
        let environment = self.wants_environment()?;
        if request.autogenerate && request.sql {
            return Err(CommandError::refused(
                "Using --sql with --autogenerate does not make any sense",
            ));
        }
        if request.sql && !environment {
            return Err(CommandError::refused(
                "Using --sql with the revision command when revision_environment is not configured does not make any sense",
            ));
        }
        let draft = Draft {
            rev_id: match &request.rev_id {
                Some(id) => id.clone(),
                None => self.scripts.new_rev_id(&self.config.borrow())?,
            },
            message: request.message.clone(),
            head: vec![request.head.clone()],
            splice: request.splice,
            branch_labels: request.branch_label.iter().cloned().collect(),
            version_path: request.version_path.clone(),
            depends_on: request.depends_on.clone(),
            ..Draft::default()
        };
        let generated = if request.autogenerate || environment {
            self.generate(draft, request)?
        } else {
            vec![new_script(draft, Vec::new(), &indexmap::IndexMap::new())]
        };
        let mut scripts = Vec::new();
        for new in &generated {
            scripts.extend(self.write(new, notify)?);
        }
        Ok(scripts)
    }

    /// Run `env.py` for what becomes of a draft.
    fn generate(
        &self,
        draft: Draft,
        request: &RevisionRequest,
    ) -> Result<Vec<NewScript>, CommandError> {
        let models = request.models.clone();
        let wanted = self.wanted(models, &request.comparison)?;
        let summary = self.run_generation(draft, request.autogenerate, wanted, request.sql)?;
        let args = summary.template_args.unwrap_or_default();
        let generated = summary.generated.into_iter();
        Ok(generated
            .map(|generated| new_script(generated.draft, generated.texts, &args))
            .collect())
    }

    /// The comparison that is asked for: `--compare` goes before `[limbec] compare`.
    pub(super) fn wanted(
        &self,
        models: Option<ModelsSource>,
        request: &ComparisonRequest,
    ) -> Result<WantedComparison, CommandError> {
        let config = self.config.borrow();
        let (text, place) = match (&request.compare, config.get_limbec_option("compare")?) {
            (Some(text), _) => (text.clone(), "--compare"),
            (None, Some(ConfigValue::Text(text))) => (text, "[limbec] compare"),
            (None, Some(ConfigValue::List(words))) => (words.join(","), "[limbec] compare"),
            (None, _) => (String::new(), "[limbec] compare"),
        };
        let refused = |error: String| CommandError::refused(format!("{place}: {error}"));
        let kinds = match text.trim().is_empty() && !self.scripts.has_env_py() {
            // A file declares all of that, and nobody expects of it what Alembic leaves out.
            true => Kinds::of_a_file(),
            false => Kinds::parse(&text).map_err(|error| refused(error.to_string()))?,
        };
        let mut renames = Vec::new();
        for text in &request.renames {
            let parsed = RenameRequest::parse(text);
            renames.push(parsed.map_err(|error| CommandError::refused(error.to_string()))?);
        }
        Ok(WantedComparison {
            models,
            kinds,
            renames,
            asker: request.asker.clone(),
            tells_differences: false,
        })
    }

    /// Run `env.py` with a draft.
    pub(super) fn run_generation(
        &self,
        draft: Draft,
        autogenerate: bool,
        wanted: WantedComparison,
        sql: bool,
    ) -> Result<RunSummary, CommandError> {
        let mut options = EnvOptions::new(|_| Ok(Vec::new()));
        options.as_sql = sql;
        options.template_args = Some(indexmap::IndexMap::new());
        options.generation = Some(GenerationRequest {
            autogenerate,
            models: wanted.models,
            kinds: wanted.kinds,
            renames: wanted.renames,
            asker: wanted.asker,
            sql,
            tells_differences: wanted.tells_differences,
            draft,
        });
        self.run(options)
    }

    /// Run `env.py` for what it may add to the template's arguments.
    pub(super) fn run_for_template(
        &self,
        new: &mut NewScript,
        sql: bool,
    ) -> Result<(), CommandError> {
        let mut options = EnvOptions::new(|_| Ok(Vec::new()));
        options.as_sql = sql;
        options.template_args = Some(indexmap::IndexMap::new());
        let summary = self.run(options)?;
        for (name, value) in summary.template_args.unwrap_or_default() {
            new.template_args.insert(name, TemplateValue::Text(value));
        }
        Ok(())
    }

    /// Write the file.
    pub(super) fn write(
        &mut self,
        new: &NewScript,
        notify: Notify<'_>,
    ) -> Result<Option<Script>, CommandError> {
        let new = NewScript {
            engine: Rc::new(ProjectTemplates {
                config: Rc::clone(&self.config),
                prepend_sys_path: self.scripts.settings().prepend_sys_path.clone(),
                reporter: Arc::clone(&self.reporter),
                interrupt: self.interrupt.clone(),
            }),
            ..new.clone()
        };
        // What a run of env.py has left behind may still refer to the directory as it was.
        if Rc::<ScriptDirectory>::get_mut(&mut self.scripts).is_none() {
            self.scripts = Rc::new(self.scripts.reopened());
        }
        let Some(scripts) = Rc::<ScriptDirectory>::get_mut(&mut self.scripts) else {
            return Err(CommandError::refused(
                "the script directory is still in use by a run of env.py",
            ));
        };
        Ok(scripts.generate_revision(&new, notify)?)
    }
}

/// A draft as a file to write.
fn new_script(
    draft: Draft,
    texts: Vec<(String, String)>,
    args: &indexmap::IndexMap<String, String>,
) -> NewScript {
    let head = match <[String; 1]>::try_from(draft.head) {
        Ok([one]) => Selector::from(one.as_str()),
        Err(several) => {
            let several = several.iter().map(|id| RevId::from(id.as_str()));
            Selector::from(several.collect::<Vec<_>>())
        }
    };
    let mut new = NewScript {
        head,
        splice: draft.splice,
        branch_labels: draft.branch_labels,
        version_path: draft.version_path,
        depends_on: draft.depends_on,
        ..NewScript::new(draft.rev_id, draft.message.as_deref())
    };
    for (name, text) in args
        .iter()
        .map(|(n, t)| (n.clone(), t.clone()))
        .chain(texts)
    {
        new.template_args.insert(name, TemplateValue::Text(text));
    }
    new
}
