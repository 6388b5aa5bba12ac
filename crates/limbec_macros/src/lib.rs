//! `limbec::embed!("migrations")`: the scripts of a history are checked and put into the program when it is compiled.
#![warn(missing_docs)]

mod history;

use std::path::Path;

use proc_macro::{Literal, TokenStream, TokenTree};

/// What cargo calls the folder of the program that is compiled.
const MANIFEST_FOLDER: &str = "CARGO_MANIFEST_DIR";

/// The scripts in SQL of a folder, as a `&'static limbec::Embedded`.
///
/// The path is relative to the folder of the program's `Cargo.toml`. The scripts are those of its `versions` folder
/// where it has one, else its own. That every header can be read, that the revisions are one graph and that the
/// sections are well-formed is checked by the compiler: what is wrong is a compile error.
///
/// A changed script is seen by cargo. A new one is seen with a `build.rs` that prints
/// `cargo:rerun-if-changed=migrations`.
#[proc_macro]
pub fn embed(input: TokenStream) -> TokenStream {
    match embedded(input) {
        Ok(code) => code,
        Err(message) => failed(&message),
    }
}

fn embedded(input: TokenStream) -> Result<TokenStream, String> {
    let written = argument(input)?;
    let root = std::env::var(MANIFEST_FOLDER)
        .map_err(|_| "CARGO_MANIFEST_DIR is not set: cargo sets it".to_owned())?;
    let folder = Path::new(&root).join(&written);
    let scripts = history::scripts(&folder)?;
    let list: String = scripts
        .iter()
        .map(|script| {
            format!(
                "::limbec::EmbeddedScript {{ name: {:?}, source: include_str!({:?}) }},",
                script.name,
                text_of(&script.path)
            )
        })
        .collect();
    format!("{{ static HISTORY: ::limbec::Embedded = ::limbec::Embedded::new({written:?}, &[{list}]); &HISTORY }}")
        .parse()
        .map_err(|error| format!("the scripts cannot be embedded: {error}"))
}

fn text_of(path: &Path) -> String {
    path.display().to_string()
}

/// The one string literal between the parentheses.
fn argument(input: TokenStream) -> Result<String, String> {
    let mut tokens = input.into_iter();
    let text = match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => literal.to_string(),
        _ => String::new(),
    };
    let path = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .filter(|path| !path.contains('\\'));
    path.map(str::to_owned).ok_or_else(|| {
        "embed! takes the path of a folder: limbec::embed!(\"migrations\")".to_owned()
    })
}

fn failed(message: &str) -> TokenStream {
    let text = Literal::string(message);
    format!("compile_error!({text})")
        .parse()
        .unwrap_or_default()
}
