//! `sqlalchemy.engine.URL` and `make_url`.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_sql::Url;

use super::super::types;
use super::super::util::{argument_error, attr, error, make};

/// A `URL` object of a text.
pub(super) fn url_object(vm: &mut Vm, text: &str) -> PyResult {
    match Url::parse(text) {
        Ok(url) => Ok(wrap(url)),
        Err(problem) => Err(argument_error(vm, problem.to_string())),
    }
}

fn wrap(url: Url) -> Value {
    let instance = make("URL");
    instance.set("drivername", Value::str(&url.drivername));
    instance.set("username", Value::opt_str(url.username.as_ref()));
    instance.set("password", Value::opt_str(url.password.as_ref()));
    instance.set("host", Value::opt_str(url.host.as_ref()));
    instance.set("port", url.port.map_or(Value::None, Value::Int));
    instance.set("database", Value::opt_str(url.database.as_ref()));
    let query = url.query.iter().map(|(name, values)| {
        let value = match values.as_slice() {
            [one] => Value::str(one),
            several => Value::tuple(several.iter().map(Value::str).collect::<Vec<_>>()),
        };
        (name.as_str(), value)
    });
    instance.set("query", Value::dict(query));
    instance.set_payload(Rc::new(url));
    Value::Instance(instance)
}

/// `make_url("...")`; a URL stays what it is.
pub(super) fn make_url(vm: &mut Vm, value: &Value) -> PyResult {
    if value.payload::<Url>().is_some() {
        return Ok(value.clone());
    }
    match value.as_str() {
        Some(text) => url_object(vm, &text),
        None => {
            let shown = vm.repr(value)?;
            Err(argument_error(
                vm,
                format!("Expected string or URL object, got {shown}"),
            ))
        }
    }
}

/// The text of a URL with its password: a string, or a `URL`.
pub fn url_text(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let made = make_url(vm, value)?;
    if let Some(text) = value.as_str() {
        return Ok(text.to_string());
    }
    Ok(url(vm, &made)?.render(false))
}

fn url(vm: &mut Vm, this: &Value) -> PyResult<Rc<Url>> {
    match this.payload::<Url>() {
        Some(url) => Ok(url),
        None => Err(vm.raise(
            "TypeError",
            "URL objects are made by URL.create() or make_url()",
        )),
    }
}

const PARTS: &str = "drivername=None, username=None, password=None, host=None, port=None, database=None, query=None";

/// The URL with the parts of a call put in.
fn with_parts(vm: &mut Vm, mut url: Url, bound: &Bound) -> PyResult {
    let part = |vm: &mut Vm, name: &str| -> PyResult<Option<String>> {
        match bound.opt(name) {
            None => Ok(None),
            Some(value) => Ok(Some(vm.str(value)?.to_string())),
        }
    };
    if let Some(drivername) = part(vm, "drivername")? {
        url.drivername = drivername;
    }
    url.username = part(vm, "username")?.or(url.username);
    url.password = part(vm, "password")?.or(url.password);
    url.host = part(vm, "host")?.or(url.host);
    url.database = part(vm, "database")?.or(url.database);
    if let Some(port) = bound.opt("port") {
        url.port = match port.as_int() {
            Some(port) => Some(port),
            None => vm.str(port)?.parse().ok(),
        };
    }
    if let Some(query) = bound.opt("query") {
        url.query = pairs(vm, query)?;
    }
    Ok(wrap(url))
}

fn pairs(vm: &mut Vm, query: &Value) -> PyResult<indexmap::IndexMap<String, Vec<String>>> {
    let mut map = indexmap::IndexMap::new();
    if let Value::Dict(dict) = query {
        for (name, value) in dict.str_items() {
            let values = match &value {
                Value::List(_) | Value::Tuple(_) => vm.iterate(&value)?,
                one => vec![one.clone()],
            };
            let mut texts = Vec::new();
            for value in values {
                texts.push(vm.str(&value)?.to_string());
            }
            map.insert(name.to_string(), texts);
        }
    }
    Ok(map)
}

/// The class `URL`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .class_method("create", PARTS, |vm, _, bound| {
            if bound.get("drivername").is_none() {
                return Err(vm.raise("TypeError", "drivername must be a string"));
            }
            let empty = Url {
                drivername: String::new(),
                username: None,
                password: None,
                host: None,
                port: None,
                database: None,
                query: indexmap::IndexMap::new(),
            };
            with_parts(vm, empty, &bound)
        })
        .method("set", PARTS, |vm, this, bound| {
            let url = Url::clone(&*url(vm, &this)?);
            with_parts(vm, url, &bound)
        })
        .method("_replace", PARTS, |vm, this, bound| {
            let url = Url::clone(&*url(vm, &this)?);
            with_parts(vm, url, &bound)
        })
        .method(
            "update_query_dict",
            "query_parameters, append=False",
            |vm, this, bound| {
                let mut url = Url::clone(&*url(vm, &this)?);
                url.query.extend(pairs(vm, bound.at(0))?);
                Ok(wrap(url))
            },
        )
        .method("difference_update_query", "names", |vm, this, bound| {
            let mut url = Url::clone(&*url(vm, &this)?);
            for name in bound.iterate(vm, "names")? {
                if let Some(name) = name.as_str() {
                    url.query.shift_remove(&*name);
                }
            }
            Ok(wrap(url))
        })
        .method(
            "render_as_string",
            "hide_password=True",
            |vm, this, bound| {
                Ok(Value::str(
                    url(vm, &this)?.render(bound.bool("hide_password")?),
                ))
            },
        )
        .method("__str__", "", |vm, this, _| {
            Ok(Value::str(url(vm, &this)?.render(true)))
        })
        .method("__repr__", "", |vm, this, _| {
            Ok(Value::str(url(vm, &this)?.render(true)))
        })
        .method("__eq__", "other", |vm, this, bound| {
            let mine = url(vm, &this)?;
            Ok(Value::Bool(
                bound
                    .at(0)
                    .payload::<Url>()
                    .is_some_and(|other| *other == *mine),
            ))
        })
        .method("__hash__", "", |vm, this, _| {
            let text = url(vm, &this)?.render(false);
            vm.hash(&Value::str(text)).map(Value::Int)
        })
        .method("get_backend_name", "", |vm, this, _| {
            Ok(Value::str(url(vm, &this)?.dialect_name()))
        })
        .method("get_driver_name", "", |vm, this, _| {
            let url = url(vm, &this)?;
            Ok(Value::str(
                url.driver_name()
                    .unwrap_or(default_driver(url.dialect_name())),
            ))
        })
        .method("get_dialect", "_is_async=False", |vm, this, _| {
            let found = url(vm, &this)?.dialect();
            match found {
                Ok(dialect) => Ok(types::dialect_object(dialect.name())),
                Err(problem) => Err(error(vm, "NoSuchModuleError", problem.to_string())),
            }
        })
        .method(
            "translate_connect_args",
            "names=None, **kw",
            |vm, this, _| {
                let mut map = Vec::new();
                for (name, key) in [
                    ("host", "host"),
                    ("database", "database"),
                    ("username", "username"),
                    ("password", "password"),
                    ("port", "port"),
                ] {
                    let value = attr(vm, &this, name)?;
                    if vm.truthy(&value)? {
                        map.push((key, value));
                    }
                }
                Ok(Value::dict(map))
            },
        )
}

/// The driver that SQLAlchemy takes where the URL names none.
pub(super) fn default_driver(dialect: &str) -> &'static str {
    match dialect {
        "sqlite" => "pysqlite",
        "postgresql" => "psycopg2",
        "mysql" | "mariadb" => "mysqldb",
        _ => "",
    }
}
