//! From the words of the command line to an exit code.

use std::ffi::OsString;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;

use clap::{CommandFactory as _, FromArgMatches as _};
use limbec::commands::Project;
use limbec::config::{Config, ConfigFiles, URL_VARIABLE};
use limbec::runner::Interrupt;

use crate::args::{Cli, ColorWhen, Command, GlobalArgs};
use crate::commands;
use crate::console::Console;
use crate::failure::Failure;
use crate::program::Program;

/// What every command is given.
pub struct App {
    pub program: Program,
    pub global: GlobalArgs,
    pub console: Arc<Console>,
}

/// Run the program.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let program = Program::of(words.first().and_then(|word| word.to_str()));
    let cli = match parse(program, words) {
        Ok(cli) => cli,
        Err(error) => {
            // clap writes help to standard output (exit code 0) and mistakes to standard error (2).
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match cli.global.color {
        ColorWhen::Auto => {}
        ColorWhen::Always => anstream::ColorChoice::Always.write_global(),
        ColorWhen::Never => anstream::ColorChoice::Never.write_global(),
    }
    let app = App {
        program,
        console: Arc::new(Console::new(cli.global.quiet)),
        global: cli.global,
    };
    let outcome = commands::run(&app, cli.command);
    app.console.finish();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(&app),
    }
}

fn parse(program: Program, words: Vec<OsString>) -> Result<Cli, clap::Error> {
    let version: &'static str = program.version().leak();
    let command = Cli::command()
        .name(program.name())
        .bin_name(program.name())
        .version(version);
    Cli::from_arg_matches(&command.try_get_matches_from(words)?)
}

impl App {
    /// The configuration that the command line and the environment name.
    pub fn config(&self, command: &str) -> Result<Config, Failure> {
        let environment = std::env::var("ALEMBIC_CONFIG").ok();
        let files = ConfigFiles::locate(&self.global.config, environment.as_deref())?;
        let mut config = Config::from_files(Some(&files.ini), Some(&files.toml));
        config.config_ini_section.clone_from(&self.global.name);
        config.url_override = self
            .global
            .url
            .clone()
            .or_else(|| std::env::var(URL_VARIABLE).ok())
            .filter(|url| !url.is_empty());
        config.cmd_opts = Some(limbec::config::CommandOptions {
            command: command.to_owned(),
            x: Some(self.global.x.clone()).filter(|x| !x.is_empty()),
            quiet: self.global.quiet,
            raiseerr: self.global.raiseerr,
            config: Some(self.global.config.clone()).filter(|files| !files.is_empty()),
            name: self.global.name.clone(),
            arguments: indexmap::IndexMap::new(),
        });
        Ok(config)
    }

    /// The project, for commands that look at the scripts.
    pub fn project(&self, config: Config, interrupt: &Interrupt) -> Result<Project, Failure> {
        let folders = config.get_prepend_sys_paths_list()?.unwrap_or_default();
        let runner = Rc::new(limbec::runner::InterpretedHeaders::new(folders, interrupt));
        Ok(Project::open(
            config,
            runner,
            self.console.clone(),
            interrupt.clone(),
        )?)
    }
}

/// The command line as clap knows it, for completion scripts.
pub fn command_line(program: Program) -> clap::Command {
    Cli::command().name(program.name()).bin_name(program.name())
}

/// The name of a command, as it is typed.
pub fn command_name(command: &Command) -> &'static str {
    match command {
        Command::Branches(_) => "branches",
        Command::Check(_) => "check",
        Command::Current(_) => "current",
        Command::Downgrade(_) => "downgrade",
        Command::Edit(_) => "edit",
        Command::EnsureVersion(_) => "ensure_version",
        Command::Heads(_) => "heads",
        Command::History(_) => "history",
        Command::Init(_) => "init",
        Command::ListTemplates => "list_templates",
        Command::Merge(_) => "merge",
        Command::Revision(_) => "revision",
        Command::Schema(_) => "schema",
        Command::Show(_) => "show",
        Command::Stamp(_) => "stamp",
        Command::Upgrade(_) => "upgrade",
        Command::Wait(_) => "wait",
        Command::Completions(_) => "completions",
        Command::Man(_) => "man",
    }
}
