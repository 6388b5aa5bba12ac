//! The command line: Alembic's commands and options, and Limbec's additions.
//!
//! The doc comments are the help text. Options may be abbreviated as Python's `argparse` takes
//! them, and a revision such as `-1` is an argument, not an option.
// Help texts are printed as they stand, so they cannot be written as Markdown.
#![allow(rustdoc::broken_intra_doc_links, rustdoc::invalid_html_tags)]

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use limbec::autogen::ModelsSource;
use limbec::commands::{ComparisonRequest, WaitGoal};

/// Database migrations with Alembic's model, without Python.
#[derive(Debug, Parser)]
#[command(
    version,
    infer_long_args = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = false,
    max_term_width = 80
)]
pub struct Cli {
    #[command(flatten)]
    pub global: GlobalArgs,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that stand before the command.
#[derive(Debug, Args)]
pub struct GlobalArgs {
    /// Ini file, pyproject.toml, or (given twice) one of each [default: ALEMBIC_CONFIG, or the files in this folder]
    #[arg(short, long, value_name = "FILE", action = ArgAction::Append)]
    pub config: Vec<String>,
    /// Name of the section of the ini file that holds the settings
    #[arg(short, long, default_value = "alembic")]
    pub name: String,
    /// Argument for env.py, e.g. -x tenant=acme; may be repeated
    #[arg(short, value_name = "KEY=VALUE", action = ArgAction::Append, allow_hyphen_values = true)]
    pub x: Vec<String>,
    /// Show an error as Limbec has it inside; the exit code is 1
    #[arg(long)]
    pub raiseerr: bool,
    /// Write no messages and no lists to standard output
    #[arg(short, long)]
    pub quiet: bool,
    /// Database URL; wins over LIMBEC_URL and all files
    #[arg(long, value_name = "URL", global = true)]
    pub url: Option<String>,
    /// Colours: auto, always or never
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        hide_possible_values = true,
        global = true
    )]
    pub color: ColorWhen,
}

/// When to colour messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal that wants it
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands, in the order in which Alembic lists them; Limbec's own come last.
#[derive(Debug, Subcommand)]
#[command(rename_all = "snake_case")]
pub enum Command {
    /// Show current branch points
    Branches(BranchesArgs),
    /// Check if revision --autogenerate would find pending operations
    Check(CheckArgs),
    /// Display the current revision for a database
    Current(CurrentArgs),
    /// Revert to a previous version
    Downgrade(MoveArgs),
    /// Edit revision script(s) using $EDITOR
    Edit(EditArgs),
    /// Create the version table if it does not exist
    EnsureVersion(EnsureVersionArgs),
    /// Show current available heads in the script directory
    Heads(HeadsArgs),
    /// List revisions in chronological order
    History(HistoryArgs),
    /// Initialize a new scripts directory
    Init(InitArgs),
    /// List available templates
    ListTemplates,
    /// Merge revisions: create a file that joins branches
    Merge(MergeArgs),
    /// Create a new revision file
    Revision(RevisionArgs),
    /// Show revisions, or the SQL of a range of them
    Show(ShowArgs),
    /// Set the version table without running migrations
    Stamp(StampArgs),
    /// Upgrade to a later version
    Upgrade(MoveArgs),
    /// Wait for the database, or for revisions to be applied to it
    Wait(WaitArgs),
    /// Print the schema of the database as CREATE statements
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page of limbec, or of one of its commands
    #[command(hide = true)]
    Man(ManArgs),
}

/// `branches`.
#[derive(Debug, Args)]
pub struct BranchesArgs {
    /// Use more verbose output
    #[arg(short, long)]
    pub verbose: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Where the declared tables come from, if not from target_metadata of env.py.
#[derive(Debug, Args)]
pub struct ModelsArgs {
    /// Database whose tables are the wanted ones, instead of target_metadata of env.py
    #[arg(long, value_name = "URL", conflicts_with = "models_sql")]
    pub models_url: Option<String>,
    /// File of CREATE statements for the wanted tables, instead of target_metadata of env.py
    #[arg(long, value_name = "FILE")]
    pub models_sql: Option<PathBuf>,
    /// Python with the application, which is asked for the metadata, instead of interpreting env.py's models
    #[arg(long, value_name = "PYTHON", conflicts_with_all = ["models_sql", "models_url"])]
    pub models_python: Option<String>,
    /// Empty PostgreSQL database in which that file is applied and rolled back
    #[arg(long, value_name = "URL", requires = "models_sql")]
    pub scratch: Option<String>,
}

/// What is compared beside what Alembic compares, and what was renamed.
#[derive(Debug, Args)]
pub struct ComparisonArgs {
    /// What to compare beside what Alembic compares: checks, defaults, indexes, enums, views, functions, triggers, sequences,
    /// extensions, foreign; or all, or none
    #[arg(long, value_name = "KINDS")]
    pub compare: Option<String>,
    /// Rename instead of drop and add: old:new for a table, table.old:table.new for a column, type.old:type.new for a value
    /// of an ENUM type
    #[arg(long, value_name = "OLD:NEW")]
    pub rename: Vec<String>,
}

impl ComparisonArgs {
    /// The request, without anybody to ask.
    pub fn request(&self) -> ComparisonRequest {
        ComparisonRequest {
            compare: self.compare.clone(),
            renames: self.rename.clone(),
            asker: None,
        }
    }
}

impl ModelsArgs {
    /// The source that was chosen.
    pub fn source(&self) -> Option<ModelsSource> {
        if let Some(url) = &self.models_url {
            return Some(ModelsSource::Database(url.clone()));
        }
        if let Some(python) = &self.models_python {
            return Some(ModelsSource::Python(python.clone()));
        }
        self.models_sql.clone().map(|file| ModelsSource::Script {
            file,
            scratch: self.scratch.clone(),
        })
    }
}

/// `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub models: ModelsArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub comparison: ComparisonArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `current`.
#[derive(Debug, Args)]
pub struct CurrentArgs {
    /// Fail unless all head revisions are applied to the database
    // `--c` is unambiguous under Alembic, which has no `--color`.
    #[arg(short, long, alias = "c")]
    pub check_heads: bool,
    /// Use more verbose output
    #[arg(short, long)]
    pub verbose: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `upgrade` and `downgrade`.
#[derive(Debug, Args)]
pub struct MoveArgs {
    /// Print the SQL instead of running it
    #[arg(long)]
    pub sql: bool,
    /// A word that env.py can ask for
    #[arg(long)]
    pub tag: Option<String>,
    /// Revision, or with --sql also a range FROM:TO
    #[arg(allow_negative_numbers = true)]
    pub revision: String,
}

/// `edit`.
#[derive(Debug, Args)]
pub struct EditArgs {
    /// Revision
    #[arg(allow_negative_numbers = true)]
    pub revision: String,
}

/// `ensure_version`.
#[derive(Debug, Args)]
pub struct EnsureVersionArgs {
    /// Print the SQL instead of running it
    #[arg(long)]
    pub sql: bool,
}

/// `heads`.
#[derive(Debug, Args)]
pub struct HeadsArgs {
    /// Use more verbose output
    #[arg(short, long)]
    pub verbose: bool,
    /// Treat dependencies as down revisions
    #[arg(long)]
    pub resolve_dependencies: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// Range of revisions, [start]:[end]
    #[arg(short, long, allow_hyphen_values = true, value_name = "RANGE")]
    pub rev_range: Option<String>,
    /// Use more verbose output
    #[arg(short, long)]
    pub verbose: bool,
    /// Mark the current revision
    #[arg(short, long)]
    pub indicate_current: bool,
    /// Draw the graph: branches, merges and dependencies; with -i also what is applied. Lines: unicode or ascii
    #[arg(
        long,
        value_enum,
        value_name = "LINES",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "unicode",
        hide_possible_values = true,
        conflicts_with = "json"
    )]
    pub graph: Option<GraphLines>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What the lines of a graph are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GraphLines {
    /// Box drawings
    Unicode,
    /// ASCII
    Ascii,
}

/// `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Template; see list_templates
    #[arg(short, long, default_value = "generic")]
    pub template: String,
    /// Also write empty __init__.py files
    #[arg(long)]
    pub package: bool,
    /// Folder for the scripts
    pub directory: String,
}

/// `merge`.
#[derive(Debug, Args)]
pub struct MergeArgs {
    /// Message of the new revision
    #[arg(short, long)]
    pub message: Option<String>,
    /// Branch label for the new revision
    #[arg(long)]
    pub branch_label: Option<String>,
    /// Identifier of the new revision, instead of a generated one
    #[arg(long)]
    pub rev_id: Option<String>,
    /// Allow revisions that are not heads
    #[arg(long)]
    pub splice: bool,
    /// One or more revisions, or 'heads' for all heads
    #[arg(required = true, allow_negative_numbers = true)]
    pub revisions: Vec<String>,
}

/// `revision`.
#[derive(Debug, Args)]
pub struct RevisionArgs {
    /// Message of the new revision
    #[arg(short, long, alias = "m")]
    pub message: Option<String>,
    /// Fill the script with the operations that the models need
    #[arg(long)]
    pub autogenerate: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub models: ModelsArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub comparison: ComparisonArgs,
    /// Print the SQL to standard output
    #[arg(long)]
    pub sql: bool,
    /// Head revision, or <branchname>@head, to base the new revision on
    #[arg(long, default_value = "head", allow_hyphen_values = true)]
    pub head: String,
    /// Allow a revision that is not a head as the parent
    #[arg(long)]
    pub splice: bool,
    /// Branch label for the new revision
    #[arg(long)]
    pub branch_label: Option<String>,
    /// Folder for the new file, where the configuration names several
    #[arg(long)]
    pub version_path: Option<String>,
    /// Identifier of the new revision, instead of a generated one
    // Alembic takes `--r` and `--re` for it, which `--rename` would make ambiguous.
    #[arg(long, aliases = ["r", "re"])]
    pub rev_id: Option<String>,
    /// Revision that this one depends on; may be repeated
    #[arg(long, action = ArgAction::Append)]
    pub depends_on: Vec<String>,
}

/// `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// As of a revision: the history is run to there in a database in memory, or in a schema that is dropped again
    #[arg(long, value_name = "REVISION", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Empty PostgreSQL database in which that is done; it is empty again afterwards
    #[arg(long, value_name = "URL", requires = "at")]
    pub scratch: Option<String>,
    /// All schemas, not only that of unqualified names
    #[arg(long)]
    pub all_schemas: bool,
}

/// `show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Print the SQL of each revision's upgrade and downgrade, without a database
    #[arg(long)]
    pub sql: bool,
    /// Database whose SQL it is
    #[arg(long, value_enum, requires = "sql")]
    pub dialect: Option<DialectName>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Revision; with --sql also a range FROM:TO
    #[arg(allow_negative_numbers = true)]
    pub revision: String,
}

/// The databases that SQL can be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
#[allow(missing_docs)]
pub enum DialectName {
    Sqlite,
    Postgresql,
    Mysql,
    Mariadb,
}

impl DialectName {
    /// SQLAlchemy's name of the dialect.
    pub fn as_str(self) -> &'static str {
        match self {
            DialectName::Sqlite => "sqlite",
            DialectName::Postgresql => "postgresql",
            DialectName::Mysql => "mysql",
            DialectName::Mariadb => "mariadb",
        }
    }
}

/// `stamp`.
#[derive(Debug, Args)]
pub struct StampArgs {
    /// Print the SQL instead of running it
    #[arg(long)]
    pub sql: bool,
    /// A word that env.py can ask for
    #[arg(long)]
    pub tag: Option<String>,
    /// Empty the version table first
    #[arg(long)]
    pub purge: bool,
    /// One or more revisions, or 'heads' for all heads
    #[arg(required = true, allow_negative_numbers = true)]
    pub revisions: Vec<String>,
}

/// `wait`.
#[derive(Debug, Args)]
pub struct WaitArgs {
    /// server: until it answers; or until head, heads or another revision is applied
    #[arg(
        long = "for",
        value_name = "WHAT",
        default_value = "server",
        allow_hyphen_values = true
    )]
    pub goal: String,
    /// How long, such as 90s or 5m; the exit code is 4 when it is over
    #[arg(long, value_name = "TIME", default_value = "120s", value_parser = duration)]
    pub timeout: Duration,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl WaitArgs {
    /// What is waited for.
    pub fn goal(&self) -> WaitGoal {
        match self.goal.as_str() {
            "server" => WaitGoal::Server,
            symbol => WaitGoal::Revision(symbol.to_owned()),
        }
    }
}

/// A time: `90s`, `1m 30s`, or seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let wrong = "a time is written as 90s, 5m or 1m 30s";
    if let Ok(seconds) = text.parse::<u64>() {
        return Ok(Duration::from_secs(seconds));
    }
    let parsed = text.parse::<jiff::SignedDuration>();
    parsed
        .ok()
        .and_then(|parsed| Duration::try_from(parsed).ok())
        .ok_or_else(|| wrong.to_owned())
}

/// `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command
    pub command: Option<String>,
}
