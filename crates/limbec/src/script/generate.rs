//! New revision files: what `revision` and `merge` write.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use limbec_graph::{NewRevision, NumberFormat, Revision, RevisionHeads, Selector};

use super::create_date::CreateDate;
use super::directory::{ScriptDirectory, absolute, python_path};
use super::error::ScriptError;
use super::event::{Notify, ScriptEvent};
use super::hooks::run_hooks;
use super::mako::{TemplateArgs, TemplateValue};
use super::naming::{FileName, random_rev_id};
use super::revision_file::Script;
use super::sql;
use super::template_engine::{PlainTemplates, TemplateEngine};
use super::write::{self, Source};
use crate::config::{Config, ConfigError, ConfigValue};

/// What a new revision is to be.
#[derive(Debug, Clone)]
pub struct NewScript {
    /// The identifier; see [`ScriptDirectory::new_rev_id`].
    pub rev_id: String,
    /// `-m`.
    pub message: Option<String>,
    /// `--head`, or the revisions to merge.
    pub head: Selector,
    /// `--splice`.
    pub splice: bool,
    /// `--branch-label`.
    pub branch_labels: Vec<String>,
    /// `--version-path`.
    pub version_path: Option<String>,
    /// `--depends-on`.
    pub depends_on: Vec<String>,
    /// More values for the template: `config`, and what autogenerate has rendered (`upgrades`, `downgrades`, `imports`).
    pub template_args: TemplateArgs,
    /// Who renders the template.
    pub engine: Rc<dyn TemplateEngine>,
    /// The moment of creation; now unless a caller needs the same output every time.
    pub moment: Option<Timestamp>,
}

impl NewScript {
    /// A revision on top of the only head.
    #[must_use]
    pub fn new(rev_id: impl Into<String>, message: Option<&str>) -> Self {
        Self {
            rev_id: rev_id.into(),
            message: message.map(str::to_owned),
            head: Selector::from("head"),
            splice: false,
            branch_labels: Vec::new(),
            version_path: None,
            depends_on: Vec::new(),
            template_args: TemplateArgs::new(),
            engine: Rc::new(PlainTemplates),
            moment: None,
        }
    }
}

impl ScriptDirectory {
    /// An identifier for a new revision: the next number when `version_num_format` is set, otherwise a random one.
    ///
    /// # Errors
    /// When the format is not one of a number, or the revisions cannot be read.
    pub fn new_rev_id(&self, config: &Config) -> Result<String, ScriptError> {
        match number_format(config)? {
            Some(format) => Ok(self.revision_map()?.next_number(&format).to_string()),
            None => random_rev_id(),
        }
    }

    /// Writes a new revision file, runs the write hooks on it and adds it to the graph. `None` when the name of the file is
    /// not one of a revision file.
    ///
    /// # Errors
    /// When the revision does not fit the graph, no folder can be chosen for it, or the file cannot be written or read back.
    pub fn generate_revision(
        &mut self,
        new: &NewScript,
        notify: Notify<'_>,
    ) -> Result<Option<Script>, ScriptError> {
        let path = self.write_revision(new, notify)?;
        run_hooks(&path, &self.settings().hooks, notify)?;
        let Some(script) = self.read_script(&path)? else {
            return Ok(None);
        };
        if !new.branch_labels.is_empty() && script.header.branch_labels.is_empty() {
            return Err(ScriptError::command(format!(
                "Version {} specified branch_labels {}, however the migration file {} does not have them; have you upgraded \
                 your script.py.mako to include the 'branch_labels' section?",
                script.revision,
                new.branch_labels.join(", "),
                script.path.display()
            )));
        }
        for text in self.add_script(script.clone())? {
            notify(ScriptEvent::Warning { text });
        }
        Ok(Some(script))
    }

    /// All that comes before the hooks; gives the path of the file.
    fn write_revision(&self, new: &NewScript, notify: Notify<'_>) -> Result<PathBuf, ScriptError> {
        let settings = self.settings();
        let shared = |names: &[String]| -> Vec<Arc<str>> {
            names.iter().map(|name| Arc::from(name.as_str())).collect()
        };
        let request = NewRevision {
            id: Arc::from(new.rev_id.as_str()),
            head: new.head.clone(),
            splice: new.splice,
            branch_labels: shared(&new.branch_labels),
            depends_on: shared(&new.depends_on),
        };
        let heads = self.revision_map()?.heads_for(&request)?;
        let date = CreateDate::at(
            new.moment.unwrap_or_else(Timestamp::now),
            settings.timezone.as_deref(),
        )?;
        let folder = self.folder_for(new, &heads)?;
        if !settings.version_locations.is_empty() {
            write::ensure_folder(&folder, notify)?;
        }
        let path = self.revision_path(new, &folder, &date)?;
        write::ensure_folder(path.parent().unwrap_or(&folder), notify)?;
        let prepared = heads.prepare(&request)?;
        if self.writes_sql() {
            let text = sql_text(new, &prepared.revision, &date);
            write::copy(&text, &path, notify)?;
            return Ok(path);
        }
        let template = settings.dir.join("script.py.mako");
        let text = std::fs::read_to_string(&template)
            .map_err(|error| ScriptError::io("read", &template, &error))?;
        let args = template_args(new, &prepared.revision, date);
        let source = Source {
            path: &template,
            text: &text,
        };
        write::generate(
            &source,
            &path,
            &settings.output_encoding,
            &args,
            new.engine.as_ref(),
            notify,
        )?;
        Ok(path)
    }

    /// New scripts are SQL where there is no template for those in Python.
    fn writes_sql(&self) -> bool {
        !self.has_env_py() && !self.settings().dir.join("script.py.mako").exists()
    }

    /// The folder for the new file: the one that was asked for, the only one, or that of the revision it builds on.
    fn folder_for(
        &self,
        new: &NewScript,
        heads: &RevisionHeads<'_>,
    ) -> Result<PathBuf, ScriptError> {
        let locations = self.version_locations()?;
        let folder = match &new.version_path {
            Some(written) => python_path(written),
            None if locations.len() == 1 => locations[0].clone(),
            None => {
                let parent = heads
                    .revisions()
                    .next()
                    .and_then(|head| self.script(head)?.path.parent().map(Path::to_owned));
                parent.ok_or_else(|| {
                    let choices: Vec<String> = locations
                        .iter()
                        .map(|folder| folder.display().to_string())
                        .collect();
                    ScriptError::command_with_hint(
                        "Multiple version locations present, please specify --version-path",
                        format!("one of: {}", choices.join(", ")),
                    )
                })?
            }
        };
        let wanted = absolute(&folder);
        if locations.contains(&wanted) {
            return Ok(folder);
        }
        let choices: Vec<String> = locations
            .iter()
            .map(|folder| folder.display().to_string())
            .collect();
        Err(ScriptError::command_with_hint(
            format!(
                "Path {} is not represented in current version locations",
                folder.display()
            ),
            format!("the version locations are: {}", choices.join(", ")),
        ))
    }

    fn revision_path(
        &self,
        new: &NewScript,
        folder: &Path,
        date: &CreateDate,
    ) -> Result<PathBuf, ScriptError> {
        let settings = self.settings();
        let name = FileName {
            template: &settings.file_template,
            slug_limit: settings.truncate_slug_length,
            rev_id: &new.rev_id,
            message: new.message.as_deref(),
            date,
            extension: if self.writes_sql() { "sql" } else { "py" },
        };
        name.path(folder).map_err(|error| {
            ScriptError::command_with_hint(
                format!("file_template = {}: {error}", settings.file_template),
                "the fields are %(rev)s, %(slug)s, %(epoch)s, %(year)d, %(month).2d, %(day).2d, %(hour).2d, %(minute).2d and \
                 %(second).2d; in the configuration file every % is written twice",
            )
        })
    }
}

/// The text of a new script in SQL.
fn sql_text(new: &NewScript, revision: &Revision, date: &CreateDate) -> String {
    let texts = |ids: &[Arc<str>]| -> Vec<String> { ids.iter().map(ToString::to_string).collect() };
    let body = |name: &str| match new.template_args.get(name) {
        Some(TemplateValue::Text(text)) => text.as_str(),
        _ => "",
    };
    sql::new_script_text(&sql::NewSql {
        message: new.message.as_deref().unwrap_or("empty message"),
        revision: &new.rev_id,
        down_revisions: &texts(revision.down_revisions()),
        branch_labels: &texts(revision.written_labels()),
        depends_on: &texts(revision.dependencies()),
        create_date: &date.to_string(),
        upgrade: body("upgrades"),
        downgrade: body("downgrades"),
    })
}

/// What the template is given, under Alembic's names.
fn template_args(new: &NewScript, revision: &Revision, date: CreateDate) -> TemplateArgs {
    let texts = |ids: &[Arc<str>]| -> Vec<String> { ids.iter().map(ToString::to_string).collect() };
    let mut args = new.template_args.clone();
    let labels = texts(revision.written_labels());
    let own = [
        ("up_revision", TemplateValue::Text(new.rev_id.clone())),
        (
            "down_revision",
            scalar_or(texts(revision.down_revisions()), TemplateValue::Tuple),
        ),
        (
            "branch_labels",
            if labels.is_empty() {
                TemplateValue::None
            } else {
                TemplateValue::Tuple(labels)
            },
        ),
        (
            "depends_on",
            scalar_or(texts(revision.dependencies()), TemplateValue::List),
        ),
        ("create_date", TemplateValue::Date(date)),
        (
            "message",
            TemplateValue::Text(
                new.message
                    .clone()
                    .unwrap_or_else(|| "empty message".to_owned()),
            ),
        ),
        ("refresh", TemplateValue::Bool(true)),
    ];
    args.extend(
        own.into_iter()
            .map(|(name, value)| (name.to_owned(), value)),
    );
    args
}

/// Nothing, one text, or several.
fn scalar_or(mut names: Vec<String>, several: fn(Vec<String>) -> TemplateValue) -> TemplateValue {
    match names.len() {
        0 => TemplateValue::None,
        1 => TemplateValue::Text(names.remove(0)),
        _ => several(names),
    }
}

/// `version_num_format` in the main section, in `[limbec]`, or in the tables of pyproject.toml.
fn number_format(config: &Config) -> Result<Option<NumberFormat>, ScriptError> {
    let value = match config.known_option("version_num_format")? {
        Some(value) => Some(value),
        None => config.get_limbec_option("version_num_format")?,
    };
    let text = match value {
        None => return Ok(None),
        Some(ConfigValue::Text(text)) if text.is_empty() => return Ok(None),
        Some(ConfigValue::Text(text)) => text,
        Some(_) => String::new(),
    };
    NumberFormat::parse(&text).map(Some).map_err(|error| {
        ScriptError::Config(ConfigError::Value {
            message: format!("version_num_format: {error}"),
            location: config.option_location("version_num_format").map(Box::new),
            hint: Some("write version_num_format = %%04d for 0001, 0002, and so on".to_owned()),
        })
    })
}
