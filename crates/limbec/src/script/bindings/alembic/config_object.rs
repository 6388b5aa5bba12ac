//! `alembic.config.Config` as `env.py` sees it.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::{Bound, Class, ClassBuilder, PyDict, PyResult, Value, Vm, native_fn};

use super::migration_context::command_error;
use super::state::Alembic;
use crate::config::{CommandOptions, Config, ConfigError, ConfigValue};

type Shared = RefCell<Config>;

/// The object of a configuration.
pub fn make(vm: &mut Vm, config: Rc<Shared>) -> Value {
    let instance = Alembic::of(vm).class("Config").allocate();
    {
        let config = config.borrow();
        instance.set(
            "config_file_name",
            Value::opt_str(config.config_file_name.as_deref()),
        );
        instance.set(
            "toml_file_name",
            Value::opt_str(config.toml_file_name.as_deref()),
        );
        instance.set("config_ini_section", Value::str(&config.config_ini_section));
        let attributes = PyDict::new();
        for (name, value) in &config.attributes {
            attributes.set_str(name.as_str(), from_json(value));
        }
        instance.set("attributes", Value::Dict(Rc::new(attributes)));
        instance.set("cmd_opts", command_options(vm, config.cmd_opts.as_ref()));
        instance.set("output_buffer", Value::None);
    }
    instance.set_payload(config);
    Value::Instance(instance)
}

fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<Shared>> {
    match value.payload::<Shared>() {
        Some(config) => Ok(config),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise("TypeError", format!("expected a Config, not {found}")))
        }
    }
}

/// An error of the configuration as Alembic or configparser raises it.
/// In `env.py` the error is carried whole, with its place in the file and what to do about it.
fn raise(vm: &mut Vm, error: &ConfigError) -> limbec_python::PyError {
    match Alembic::of(vm).current_environment() {
        Some(environment) => environment.carry(vm, error.clone().into()),
        None => command_error(vm, &error.to_string()),
    }
}

fn option(vm: &mut Vm, found: Result<Option<String>, ConfigError>, default: &Value) -> PyResult {
    match found {
        Ok(Some(text)) => Ok(Value::str(text)),
        Ok(None) => Ok(default.clone()),
        Err(error) => Err(raise(vm, &error)),
    }
}

/// The class.
pub fn class() -> Rc<Class> {
    let builder = ClassBuilder::new("alembic.config", "Config")
        .init(
            "file_=None, toml_file=None, ini_section='alembic', output_buffer=None, stdout=None, \
             cmd_opts=None, config_args=None, attributes=None",
            |vm, this, bound| {
                let file = bound.opt_str("file_")?;
                let toml = bound.opt_str("toml_file")?;
                let mut config = Config::from_files(
                    file.as_deref().map(std::path::Path::new),
                    toml.as_deref().map(std::path::Path::new),
                );
                config.config_ini_section = bound.str("ini_section")?.to_string();
                let made = make(vm, Rc::new(RefCell::new(config)));
                if let Value::Instance(made) = &made {
                    for (name, value) in made.attrs().str_items() {
                        this.set(&name, value);
                    }
                    if let Some(config) = made.payload::<Shared>() {
                        this.set_payload(config);
                    }
                }
                Ok(())
            },
        )
        .method(
            "get_main_option",
            "name, default=None",
            |vm, this, bound| {
                let found = of(vm, &this)?.borrow().get_main_option(&bound.str("name")?);
                option(vm, found, bound.get("default"))
            },
        )
        .method(
            "get_section_option",
            "section, name, default=None",
            |vm, this, bound| {
                let config = of(vm, &this)?;
                let found = config
                    .borrow()
                    .get_section_option(&bound.str("section")?, &bound.str("name")?);
                option(vm, found, bound.get("default"))
            },
        )
        .method("get_section", "name, default=None", |vm, this, bound| {
            let found = of(vm, &this)?.borrow().get_section(&bound.str("name")?);
            match found {
                Ok(Some(section)) => Ok(Value::dict(
                    section
                        .iter()
                        .map(|(name, value)| (name.as_str(), Value::str(value))),
                )),
                Ok(None) => Ok(bound.get("default").clone()),
                Err(error) => Err(raise(vm, &error)),
            }
        })
        .method("set_main_option", "name, value", |vm, this, bound| {
            let name = option_text(vm, &bound, "name", "keys")?;
            let value = option_text(vm, &bound, "value", "values")?;
            let done = of(vm, &this)?.borrow_mut().set_main_option(&name, &value);
            done.map_err(|error| set_error(vm, &error))?;
            Ok(Value::None)
        })
        .method("remove_main_option", "name", |vm, this, bound| {
            let done = of(vm, &this)?
                .borrow_mut()
                .remove_main_option(&bound.str("name")?);
            done.map_err(|error| raise(vm, &error))?;
            Ok(Value::None)
        })
        .method(
            "set_section_option",
            "section, name, value",
            |vm, this, bound| {
                let name = option_text(vm, &bound, "name", "keys")?;
                let value = option_text(vm, &bound, "value", "values")?;
                let section = bound.str("section")?;
                let config = of(vm, &this)?;
                let done = config
                    .borrow_mut()
                    .set_section_option(&section, &name, &value);
                done.map_err(|error| set_error(vm, &error))?;
                Ok(Value::None)
            },
        );
    further(builder).build()
}

/// The name or the value of an option, in the words of `ConfigParser` where it is no text.
fn option_text(vm: &mut Vm, bound: &Bound, argument: &str, what: &str) -> PyResult<Rc<str>> {
    let given = bound.get(argument);
    if let Value::Absent(absent) = given {
        return Err(vm.absent_used(absent));
    }
    match given.as_str() {
        Some(text) => Ok(text),
        None => Err(vm.raise("TypeError", format!("option {what} must be strings"))),
    }
}

/// `ConfigParser.set` raises a `ValueError` for a value with a stray `%`.
fn set_error(vm: &mut Vm, error: &ConfigError) -> limbec_python::PyError {
    vm.raise("ValueError", error.to_string())
}

fn further(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "get_alembic_option",
            "name, default=None",
            |vm, this, bound| {
                let found = of(vm, &this)?
                    .borrow()
                    .get_alembic_option(&bound.str("name")?);
                match found {
                    Ok(Some(value)) => Ok(config_value(&value)),
                    Ok(None) => Ok(bound.get("default").clone()),
                    Err(error) => Err(raise(vm, &error)),
                }
            },
        )
        .method("get_alembic_boolean_option", "name", |vm, this, bound| {
            let found = of(vm, &this)?
                .borrow()
                .get_alembic_boolean_option(&bound.str("name")?);
            found.map(Value::Bool).map_err(|error| raise(vm, &error))
        })
        .method("print_stdout", "text, *arg", |vm, this, bound| {
            let quiet = of(vm, &this)?.borrow().quiet();
            let mut text = vm.str(bound.get("text"))?.to_string();
            if !bound.varargs().is_empty() {
                let arguments = Value::tuple(bound.varargs().to_vec());
                let filled = vm.binary(
                    limbec_python::ir::Binary::Mod,
                    &Value::str(&text),
                    &arguments,
                )?;
                text = vm.str(&filled)?.to_string();
            }
            if !quiet {
                vm.print(&format!("{text}\n"));
            }
            Ok(Value::None)
        })
        .property("file_config", |vm, this| {
            let config = of(vm, &this)?;
            Ok(file_config(vm, &config))
        })
}

/// The little of `ConfigParser` that scripts use: reading options.
fn file_config(vm: &mut Vm, config: &Rc<Shared>) -> Value {
    let instance = Alembic::of(vm).class("_FileConfig").allocate();
    instance.set_payload(config.clone());
    Value::Instance(instance)
}

/// The class of `config.file_config`.
pub fn file_config_class() -> Rc<Class> {
    ClassBuilder::new("configparser", "ConfigParser")
        .method(
            "get",
            "section, option, *, raw=False, vars=None, fallback=...",
            |vm, this, bound| {
                let config = of(vm, &this)?;
                let found = config
                    .borrow()
                    .get_section_option(&bound.str("section")?, &bound.str("option")?);
                match found {
                    Ok(Some(text)) => Ok(Value::str(text)),
                    _ if bound.given("fallback") => Ok(bound.get("fallback").clone()),
                    Ok(None) => {
                        let (section, option) = (bound.str("section")?, bound.str("option")?);
                        Err(command_error(
                            vm,
                            &format!("No option '{option}' in section: '{section}'"),
                        ))
                    }
                    Err(error) => Err(raise(vm, &error)),
                }
            },
        )
        .method("has_section", "section", |vm, this, bound| {
            let found = of(vm, &this)?.borrow().get_section(&bound.str("section")?);
            Ok(Value::Bool(matches!(found, Ok(Some(_)))))
        })
        .method("has_option", "section, option", |vm, this, bound| {
            let config = of(vm, &this)?;
            let found = config
                .borrow()
                .get_section_option(&bound.str("section")?, &bound.str("option")?);
            Ok(Value::Bool(matches!(found, Ok(Some(_)))))
        })
        .method("set", "section, option, value=None", |vm, this, bound| {
            let done = of(vm, &this)?.borrow_mut().set_section_option(
                &bound.str("section")?,
                &bound.str("option")?,
                &bound.str("value")?,
            );
            done.map_err(|error| set_error(vm, &error))?;
            Ok(Value::None)
        })
        .build()
}

fn config_value(value: &ConfigValue) -> Value {
    match value {
        ConfigValue::Text(text) => Value::str(text),
        ConfigValue::Int(number) => Value::Int(*number),
        ConfigValue::Bool(flag) => Value::Bool(*flag),
        ConfigValue::List(items) => Value::list(items.iter().map(Value::str).collect()),
        ConfigValue::Dict(map) => Value::dict(
            map.iter()
                .map(|(name, value)| (name.as_str(), Value::str(value))),
        ),
        ConfigValue::Dicts(maps) => Value::list(
            maps.iter()
                .map(|map| {
                    Value::dict(
                        map.iter()
                            .map(|(name, value)| (name.as_str(), Value::str(value))),
                    )
                })
                .collect(),
        ),
    }
}

fn command_options(vm: &mut Vm, options: Option<&CommandOptions>) -> Value {
    let Some(options) = options else {
        return Value::None;
    };
    let instance = Alembic::of(vm).class("Namespace").allocate();
    let strings = |list: &Option<Vec<String>>| match list {
        None => Value::None,
        Some(items) => Value::list(items.iter().map(Value::str).collect()),
    };
    instance.set("config", strings(&options.config));
    instance.set("name", Value::str(&options.name));
    instance.set("x", strings(&options.x));
    instance.set("raiseerr", Value::Bool(options.raiseerr));
    instance.set("quiet", Value::Bool(options.quiet));
    // Scripts ask for the name of the command by `config.cmd_opts.cmd[0].__name__`.
    let command = native_fn(&options.command, "*args, **kw", |vm, _| {
        Err(vm.unsupported("a command of Alembic inside a script"))
    });
    let nothing = || Value::list(Vec::new());
    instance.set("cmd", Value::tuple(vec![command, nothing(), nothing()]));
    for (name, value) in &options.arguments {
        instance.set(name, from_json(value));
    }
    Value::Instance(instance)
}

/// The class of `config.cmd_opts`.
pub fn namespace_class() -> Rc<Class> {
    ClassBuilder::new("argparse", "Namespace").build()
}

fn from_json(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::None,
        serde_json::Value::Bool(flag) => Value::Bool(*flag),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::Int(number),
            None => Value::Float(number.as_f64().unwrap_or_default()),
        },
        serde_json::Value::String(text) => Value::str(text),
        serde_json::Value::Array(items) => Value::list(items.iter().map(from_json).collect()),
        serde_json::Value::Object(map) => Value::dict(
            map.iter()
                .map(|(name, value)| (name.as_str(), from_json(value))),
        ),
    }
}
