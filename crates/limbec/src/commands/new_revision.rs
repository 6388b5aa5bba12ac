use std::rc::Rc;
use std::sync::Arc;

use limbec_graph::Selector;

use super::{CommandError, Project};
use crate::runner::EnvOptions;
use crate::script::{NewScript, Notify, ProjectTemplates, Script, ScriptDirectory};

/// What `revision` is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionRequest {
    /// `-m`.
    pub message: Option<String>,
    /// `--autogenerate`.
    pub autogenerate: bool,
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

impl Default for RevisionRequest {
    fn default() -> Self {
        Self {
            message: None,
            autogenerate: false,
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
    /// `revision`: write a new revision file. `None` when its name is not one of a revision file.
    ///
    /// # Errors
    /// A revision that does not fit the graph, a file that cannot be written, and what running `env.py` meets where
    /// `revision_environment` asks for it.
    pub fn revision(
        &mut self,
        request: &RevisionRequest,
        notify: Notify<'_>,
    ) -> Result<Option<Script>, CommandError> {
        let environment = self.wants_environment()?;
        if request.autogenerate {
            return Err(refuse_autogenerate(request.sql));
        }
        if request.sql && !environment {
            return Err(CommandError::refused(
                "Using --sql with the revision command when revision_environment is not configured does not make any sense",
            ));
        }
        let rev_id = match &request.rev_id {
            Some(id) => id.clone(),
            None => self.scripts.new_rev_id(&self.config.borrow())?,
        };
        let mut new = NewScript {
            head: Selector::from(request.head.as_str()),
            splice: request.splice,
            branch_labels: request.branch_label.iter().cloned().collect(),
            version_path: request.version_path.clone(),
            depends_on: request.depends_on.clone(),
            ..NewScript::new(rev_id, request.message.as_deref())
        };
        if environment {
            self.run_for_template(&mut new, request.sql)?;
        }
        self.write(&new, notify)
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
            new.template_args
                .insert(name, crate::script::mako::TemplateValue::Text(value));
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
        let Some(scripts) = Rc::<ScriptDirectory>::get_mut(&mut self.scripts) else {
            return Err(CommandError::refused(
                "the script directory is still in use by a run of env.py",
            ));
        };
        Ok(scripts.generate_revision(&new, notify)?)
    }
}

fn refuse_autogenerate(sql: bool) -> CommandError {
    if sql {
        return CommandError::refused("Using --sql with --autogenerate does not make any sense");
    }
    CommandError::Refused {
        message: "--autogenerate is not part of this version of Limbec".to_owned(),
        hints: vec![
            "write an empty revision without --autogenerate and fill in upgrade() and downgrade()"
                .to_owned(),
            "or let Alembic write this one: both tools share the files and the database".to_owned(),
        ],
    }
}
