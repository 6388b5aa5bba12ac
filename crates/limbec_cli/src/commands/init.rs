use limbec::config::Config;
use limbec::script::{InitRequest, init, list_templates_text};

use crate::app::App;
use crate::args::InitArgs;
use crate::failure::Failure;

/// `init`
pub fn run(app: &App, config: &Config, args: &InitArgs) -> Result<(), Failure> {
    let request = InitRequest {
        directory: &args.directory,
        template: &args.template,
        package: args.package,
    };
    init(config, request, &mut |event| {
        app.console.script_event(&event)
    })?;
    Ok(())
}

/// `list_templates`
pub fn list_templates(app: &App) -> Result<(), Failure> {
    let text = list_templates_text();
    app.console.line(text.strip_suffix('\n').unwrap_or(&text));
    Ok(())
}
