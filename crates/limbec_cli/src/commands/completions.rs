use crate::app::{App, command_line};
use crate::args::CompletionsArgs;
use crate::failure::Failure;

/// `completions`
pub fn run(app: &App, args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    let mut command = command_line(app.program);
    clap_complete::generate(args.shell, &mut command, app.program.name(), &mut script);
    app.console.out(&String::from_utf8_lossy(&script));
    Ok(())
}
