use clap_mangen::Man;

use crate::app::{App, command_line};
use crate::args::ManArgs;
use crate::failure::Failure;

/// `man`
pub fn run(app: &App, args: &ManArgs) -> Result<(), Failure> {
    let program = app.program.name();
    let mut whole = command_line(app.program);
    whole.build();
    let (page, name) = match &args.command {
        None => (whole, program.to_owned()),
        Some(wanted) => {
            let found = whole
                .find_subcommand(wanted)
                .ok_or_else(|| Failure::refused(format!("there is no command '{wanted}'"), vec![]))?
                .clone();
            let name = format!("{program}-{wanted}");
            (found.bin_name(format!("{program} {wanted}")), name)
        }
    };
    let mut roff = Vec::new();
    Man::new(page.display_name(name))
        .render(&mut roff)
        .map_err(|error| Failure::refused(error.to_string(), vec![]))?;
    app.console.out(&String::from_utf8_lossy(&roff));
    Ok(())
}
