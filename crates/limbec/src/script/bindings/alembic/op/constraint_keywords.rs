//! The keywords that all constraints share.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Options, Timing};

use super::super::bridge;
use super::super::read::kwargs;

/// The keywords of a constraint.
pub(super) struct Keywords {
    pub timing: Timing,
    pub comment: Option<String>,
    pub options: Options,
}

impl Keywords {
    /// Read them from the dictionary `kw` of an operation.
    pub fn read(vm: &mut Vm, op: &Value, class: &str) -> PyResult<Self> {
        Self::read_beyond(vm, op, class, &[])
    }

    /// As [`Keywords::read`], leaving the constraint's own keywords to it.
    pub fn read_beyond(vm: &mut Vm, op: &Value, class: &str, own: &[&str]) -> PyResult<Self> {
        let mut keywords = Self {
            timing: Timing::default(),
            comment: None,
            options: Options::new(),
        };
        let mut dialect: Vec<(Rc<str>, Value)> = Vec::new();
        for (name, value) in kwargs(op) {
            match &*name {
                "deferrable" if value.is_none() => {}
                "deferrable" => keywords.timing.deferrable = Some(vm.truthy(&value)?),
                "initially" => {
                    keywords.timing.initially = value.as_str().map(|text| text.to_string());
                }
                "comment" => keywords.comment = value.as_str().map(|text| text.to_string()),
                // `info` and the switches of SQLAlchemy's own machinery mean nothing to a database.
                "info" | "_create_rule" | "_type_bound" | "link_to_name" | "quote" => {}
                name if own.contains(&name) => {}
                _ if !name.contains('_') => {
                    return Err(vm.raise(
                        "TypeError",
                        format!(
                            "Additional arguments should be named <dialectname>_<argument>, got \
                             '{name}'"
                        ),
                    ));
                }
                _ => dialect.push((name.clone(), value)),
            }
        }
        let _ = class;
        keywords.options = bridge::options(vm, &dialect)?;
        Ok(keywords)
    }
}
