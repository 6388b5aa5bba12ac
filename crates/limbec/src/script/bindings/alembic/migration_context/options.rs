//! What a context is made from: the arguments of `configure`, read.

use std::rc::Rc;

use limbec_python::{PyDict, PyResult, Value, Vm};
use limbec_schema::NamingConvention;
use limbec_sql::Dialect;

use super::super::bridge;
use super::super::environment::Environment;
use super::MigrationContext;
use super::objects::{command_error, object};
use crate::runner::{Session, SharedReporter, VersionTable};
use crate::script::host::Host;

/// What a context is made from.
#[derive(Default)]
pub struct ContextRequest {
    /// `connection=`
    pub connection: Value,
    /// `url=`
    pub url: Value,
    /// `dialect_name=`
    pub dialect_name: Value,
    /// `dialect=`
    pub dialect: Value,
    /// `dialect_opts=`
    pub dialect_opts: Value,
    /// `opts=`
    pub opts: Rc<PyDict>,
    /// The environment that makes it, if one does.
    pub environment: Option<Rc<Environment>>,
    /// Who is given the SQL, where no environment says so.
    pub reporter: Option<SharedReporter>,
}

pub(super) fn reporter(request: &ContextRequest) -> SharedReporter {
    match (&request.environment, &request.reporter) {
        (Some(environment), _) => environment.reporter().clone(),
        (None, Some(reporter)) => reporter.clone(),
        (None, None) => std::sync::Arc::new(crate::runner::Recorder::new()),
    }
}

/// A context that writes the SQL of a dialect, values included, to a reporter; as a Python object.
///
/// # Errors
/// None that a dialect of ours could lead to.
pub fn offline_context(
    vm: &mut Vm,
    dialect: &'static dyn Dialect,
    reporter: &SharedReporter,
) -> PyResult {
    let opts = PyDict::new();
    opts.set_str("as_sql", Value::Bool(true));
    opts.set_str("literal_binds", Value::Bool(true));
    let request = ContextRequest {
        dialect_name: Value::str(dialect.name()),
        opts: Rc::new(opts),
        reporter: Some(reporter.clone()),
        ..ContextRequest::default()
    };
    let context = MigrationContext::configure(vm, request)?;
    Ok(object(vm, context))
}

pub(super) fn dialect_of(
    vm: &mut Vm,
    request: &ContextRequest,
    online: Option<&Rc<Session>>,
) -> PyResult<&'static dyn Dialect> {
    if let Some(session) = online {
        return Ok(session.dialect());
    }
    if !request.connection.is_none() {
        let shown = vm.repr(&request.connection)?;
        return Err(command_error(
            vm,
            &format!(
                "'connection' argument to configure() is expected to be a \
                 sqlalchemy.engine.Connection instance, got {shown}"
            ),
        ));
    }
    let url = requested_url(vm, request)?;
    if let Some(url) = url {
        return bridge::dialect_of_url(vm, &url);
    }
    if !request.dialect.is_none() {
        let name = vm.getattr(&request.dialect, "name")?;
        let name = bridge::name(vm, &name, "dialect")?;
        return bridge::dialect_of_url(vm, &format!("{name}://"));
    }
    Err(vm.raise("Exception", "Connection, url, or dialect_name is required."))
}

/// The URL that a context is made for: where it is not given, one that names the dialect only.
fn requested_url(vm: &mut Vm, request: &ContextRequest) -> PyResult<Option<String>> {
    let overridden = request
        .environment
        .as_ref()
        .and_then(|environment| environment.url_override());
    Ok(match overridden {
        _ if vm.truthy(&request.url)? => {
            let given = bridge::url_text(vm, &request.url)?;
            Some(bridge::resolved_url(vm, &given)?)
        }
        Some(url) => Some(url),
        None if vm.truthy(&request.dialect_name)? => {
            let name = bridge::name(vm, &request.dialect_name, "dialect_name")?;
            Some(format!("{name}://"))
        }
        None => None,
    })
}

/// Whether SQLAlchemy would double percent signs: by `dialect_opts={"paramstyle": ...}`, which the
/// templates of env.py set, else by the driver.
pub(super) fn doubled_percents(
    vm: &mut Vm,
    request: &ContextRequest,
    dialect: &dyn Dialect,
) -> PyResult<bool> {
    if let Value::Dict(opts) = &request.dialect_opts
        && let Some(style) = opts.get_str("paramstyle")
        && let Some(style) = style.as_str()
    {
        return Ok(matches!(&*style, "format" | "pyformat"));
    }
    let url = requested_url(vm, request)?.and_then(|url| limbec_sql::Url::parse(&url).ok());
    let driver = url.as_ref().and_then(limbec_sql::Url::driver_name);
    Ok(limbec_sql::doubles_percents(dialect.name(), driver))
}

pub(super) fn truthy_option(vm: &mut Vm, opts: &PyDict, name: &str) -> PyResult<bool> {
    match opts.get_str(name) {
        None => Ok(false),
        Some(value) => vm.truthy(&value),
    }
}

pub(super) fn target_convention(vm: &mut Vm, opts: &PyDict) -> PyResult<Option<NamingConvention>> {
    match naming_convention_value(vm, opts)? {
        Value::None => Ok(None),
        convention => bridge::naming_convention(vm, &convention),
    }
}

/// The naming convention of the target metadata as scripts see it, `None` where there is none. Models
/// that are absent have none: an upgrade does without them.
pub(super) fn naming_convention_value(vm: &mut Vm, opts: &PyDict) -> PyResult {
    match opts.get_str("target_metadata") {
        None | Some(Value::None | Value::Absent(_)) => Ok(Value::None),
        Some(metadata) => Ok(vm
            .getattr_opt(&metadata, "naming_convention")?
            .unwrap_or_default()),
    }
}

pub(super) fn version_table(vm: &mut Vm, opts: &PyDict) -> PyResult<VersionTable> {
    let mut table = VersionTable::default();
    if let Some(name) = opts.get_str("version_table") {
        table.name = bridge::name(vm, &name, "version_table")?;
    }
    if let Some(schema) = opts.get_str("version_table_schema") {
        table.schema = schema.as_str().map(|text| text.to_string());
    }
    if let Some(primary_key) = opts.get_str("version_table_pk") {
        table.primary_key = vm.truthy(&primary_key)?;
    }
    Ok(table)
}
