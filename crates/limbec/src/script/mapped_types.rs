//! `[limbec] types`: column types of modules that Limbec cannot interpret or does not have.

use limbec_python::Found;

use crate::config::{Config, ConfigError, ConfigValue};

/// A type of the project or of a package, and what stands in the DDL for it on every database.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MappedType {
    module: String,
    class: String,
    ddl: String,
}

/// The types that the configuration maps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MappedTypes(Vec<MappedType>);

impl MappedTypes {
    /// As the configuration says it: `package.module.Name: DDL`, several of them on lines of their own or with commas
    /// between them.
    ///
    /// # Errors
    /// An entry that is not of this form.
    pub fn of(config: &Config) -> Result<Self, ConfigError> {
        let entries = match config.get_limbec_option("types")? {
            Some(ConfigValue::Text(text)) => split(&text),
            Some(ConfigValue::List(items)) => items,
            _ => Vec::new(),
        };
        let mut types = Vec::new();
        for entry in entries {
            types.push(parse(&entry).ok_or_else(|| ConfigError::Value {
                message: format!("types of [limbec]: '{entry}' maps no type"),
                location: None,
                hint: Some(
                    "write the module and name of the type, a colon and its DDL: `types = myapp.db.GUID: CHAR(36)`"
                        .to_owned(),
                ),
            })?);
        }
        Ok(Self(types))
    }

    /// What a module is with the types that are mapped in it: its own text where it has one, and otherwise a module in
    /// which all other names are absent.
    pub(super) fn add_to(&self, dotted: &str, found: Found) -> Found {
        let here: String = self
            .0
            .iter()
            .filter(|mapped| mapped.module == dotted)
            .map(class)
            .collect();
        let below = format!("{dotted}.");
        let parent = self
            .0
            .iter()
            .any(|mapped| mapped.module.starts_with(&below));
        match found {
            Found::Source {
                path,
                text,
                is_package,
            } => Found::Source {
                path,
                text: text + &here,
                is_package,
            },
            Found::Library { text, is_package } => Found::Library {
                text: text + &here,
                is_package,
            },
            Found::Absent if parent || !here.is_empty() => Found::Library {
                text: format!("{here}{}", absent_names(dotted)),
                is_package: parent,
            },
            other => other,
        }
    }
}

/// The entries of a text. Commas inside of parentheses belong to the DDL.
fn split(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let parts = text.split(|character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '\n' || (character == ',' && depth == 0)
    });
    parts
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn parse(entry: &str) -> Option<MappedType> {
    let (name, ddl) = entry.split_once(':')?;
    let (module, class) = name.trim().rsplit_once('.')?;
    let ddl = ddl.trim();
    let is_name = |part: &str| {
        let mut characters = part.chars();
        characters
            .next()
            .is_some_and(|first| first == '_' || first.is_alphabetic())
            && characters.all(|character| character == '_' || character.is_alphanumeric())
    };
    (module.split('.').all(is_name) && is_name(class) && !ddl.is_empty()).then(|| MappedType {
        module: module.to_owned(),
        class: class.to_owned(),
        ddl: ddl.to_owned(),
    })
}

/// The type in Python. Whatever arguments a script gives it, its DDL is the same.
fn class(mapped: &MappedType) -> String {
    let ddl = mapped.ddl.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "\n\nfrom sqlalchemy.types import UserDefinedType as _MappedType\n\n\n\
         class {}(_MappedType):\n    cache_ok = True\n\n    \
         def __init__(self, *args, **kwargs):\n        pass\n\n    \
         def get_col_spec(self, **kw):\n        return \"{ddl}\"\n",
        mapped.class
    )
}

/// All other names of a module that is not there: they can be imported, as from any absent module.
fn absent_names(dotted: &str) -> String {
    let name = dotted.replace('.', "_");
    format!(
        "\n\ndef __getattr__(name):\n    import {name}_ as _rest\n    \
         if name.startswith('__'):\n        raise AttributeError(name)\n    return getattr(_rest, name)\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_on_lines_or_between_commas() {
        assert_eq!(
            split("a.B: NUMERIC(10, 2), a.C: TEXT\n\n  b.D: ENUM('x', 'y')\n"),
            ["a.B: NUMERIC(10, 2)", "a.C: TEXT", "b.D: ENUM('x', 'y')"]
        );
    }

    #[test]
    fn an_entry_needs_a_module_a_name_and_a_ddl() {
        for entry in [
            "GUID: CHAR(36)",
            "app.GUID",
            "app.GUID:",
            "app..GUID: TEXT",
            "a b.C: TEXT",
        ] {
            assert_eq!(parse(entry), None, "{entry}");
        }
        assert!(parse("app.db.GUID : CHAR(36)").is_some());
    }
}
