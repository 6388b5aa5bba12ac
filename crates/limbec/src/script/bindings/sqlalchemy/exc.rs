//! `sqlalchemy.exc`.

use std::rc::Rc;

use limbec_python::{ClassBuilder, Instance, PyError, Value, Vm, raise_class};
use limbec_sql::{CompileError, ServerMessage};

use super::registry::{self, ClassSpec};
use crate::script::host::HostError;

const fn class(key: &'static str, bases: &'static [&'static str]) -> ClassSpec {
    ClassSpec {
        key,
        module: "sqlalchemy.exc",
        bases,
        build: |builder| builder,
    }
}

/// The classes.
pub(super) const CLASSES: &[ClassSpec] = &[
    class("HasDescriptionCode", &[]),
    ClassSpec {
        key: "SQLAlchemyError",
        module: "sqlalchemy.exc",
        bases: &["HasDescriptionCode", "Exception"],
        build: base,
    },
    class("ArgumentError", &["SQLAlchemyError"]),
    class("DuplicateColumnError", &["ArgumentError"]),
    class("ObjectNotExecutableError", &["ArgumentError"]),
    class("NoSuchModuleError", &["ArgumentError"]),
    class("NoForeignKeysError", &["ArgumentError"]),
    class("AmbiguousForeignKeysError", &["ArgumentError"]),
    class("ConstraintColumnNotFoundError", &["ArgumentError"]),
    class("CircularDependencyError", &["SQLAlchemyError"]),
    class("CompileError", &["SQLAlchemyError"]),
    class("UnsupportedCompilationError", &["CompileError"]),
    class("IdentifierError", &["SQLAlchemyError"]),
    class("DisconnectionError", &["SQLAlchemyError"]),
    class("InvalidatePoolError", &["DisconnectionError"]),
    class("TimeoutError", &["SQLAlchemyError"]),
    class("InvalidRequestError", &["SQLAlchemyError"]),
    class("IllegalStateChangeError", &["InvalidRequestError"]),
    class("NoInspectionAvailable", &["InvalidRequestError"]),
    class("PendingRollbackError", &["InvalidRequestError"]),
    class("ResourceClosedError", &["InvalidRequestError"]),
    class("NoSuchColumnError", &["InvalidRequestError", "KeyError"]),
    class("NoResultFound", &["InvalidRequestError"]),
    class("MultipleResultsFound", &["InvalidRequestError"]),
    class("NoReferenceError", &["InvalidRequestError"]),
    class("AwaitRequired", &["InvalidRequestError"]),
    class("MissingGreenlet", &["InvalidRequestError"]),
    class("NoReferencedTableError", &["NoReferenceError"]),
    class("NoReferencedColumnError", &["NoReferenceError"]),
    class("NoSuchTableError", &["InvalidRequestError"]),
    class("UnreflectableTableError", &["InvalidRequestError"]),
    class("UnboundExecutionError", &["InvalidRequestError"]),
    class("DontWrapMixin", &[]),
    class("StatementError", &["SQLAlchemyError"]),
    class("DBAPIError", &["StatementError"]),
    class("InterfaceError", &["DBAPIError"]),
    class("DatabaseError", &["DBAPIError"]),
    class("DataError", &["DatabaseError"]),
    class("OperationalError", &["DatabaseError"]),
    class("IntegrityError", &["DatabaseError"]),
    class("InternalError", &["DatabaseError"]),
    class("ProgrammingError", &["DatabaseError"]),
    class("NotSupportedError", &["DatabaseError"]),
    class("SATestSuiteWarning", &["Warning"]),
    class("SADeprecationWarning", &["DeprecationWarning"]),
    class("Base20DeprecationWarning", &["SADeprecationWarning"]),
    class("LegacyAPIWarning", &["Base20DeprecationWarning"]),
    class("MovedIn20Warning", &["Base20DeprecationWarning"]),
    class(
        "SAPendingDeprecationWarning",
        &["PendingDeprecationWarning"],
    ),
    class("SAWarning", &["RuntimeWarning"]),
    // The exceptions of the drivers, which `error.orig` is.
    driver("sqlite3.Error", &["Exception"]),
    driver("sqlite3.DatabaseError", &["sqlite3.Error"]),
    driver("sqlite3.OperationalError", &["sqlite3.DatabaseError"]),
    driver("sqlite3.IntegrityError", &["sqlite3.DatabaseError"]),
    driver("sqlite3.ProgrammingError", &["sqlite3.DatabaseError"]),
    driver("sqlite3.InterfaceError", &["sqlite3.Error"]),
    driver("sqlite3.DataError", &["sqlite3.DatabaseError"]),
    driver("sqlite3.InternalError", &["sqlite3.DatabaseError"]),
    driver("sqlite3.NotSupportedError", &["sqlite3.DatabaseError"]),
];

const fn driver(key: &'static str, bases: &'static [&'static str]) -> ClassSpec {
    ClassSpec {
        key,
        module: "sqlite3",
        bases,
        build: |builder| builder,
    }
}

fn base(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("code", Value::None)
        .attr("orig", Value::None)
        .attr("statement", Value::None)
        .attr("params", Value::None)
        .method("__str__", "", |vm, this, _| {
            let Value::Instance(instance) = &this else {
                return Ok(Value::str(""));
            };
            if let Some(text) = instance.get("_limbec_text") {
                return Ok(text);
            }
            let args = instance
                .exception(|state| state.args.clone())
                .unwrap_or_default();
            match args.as_slice() {
                [] => Ok(Value::str("")),
                [one] => vm.str(one).map(Value::Str),
                more => vm.str(&Value::tuple(more.to_vec())).map(Value::Str),
            }
        })
        .method("add_detail", "msg", |_, _, _| Ok(Value::None))
}

/// The link that SQLAlchemy prints below an error of the database.
fn code(class: &str) -> &'static str {
    match class {
        "InterfaceError" => "rvf5",
        "DatabaseError" => "4xp6",
        "DataError" => "9h9h",
        "OperationalError" => "e3q8",
        "IntegrityError" => "gkpj",
        "InternalError" => "2j85",
        "ProgrammingError" => "f405",
        "NotSupportedError" => "tw8g",
        _ => "dbapi",
    }
}

/// An exception of a class of ours, or of a builtin one, by its dotted name.
fn dotted(vm: &mut Vm, class: &str, message: &str) -> PyError {
    if let Some(name) = class.strip_prefix("sqlalchemy.exc.")
        && let Some(found) = registry::find_class(name)
    {
        return vm.raise_class(&found, vec![Value::str(message)]);
    }
    if let Some((module, name)) = class.rsplit_once('.')
        && module != "builtins"
        && let Ok(module) = vm.import(module)
        && let Ok(Value::Class(found)) = vm.getattr(&module, name)
    {
        return vm.raise_class(&found, vec![Value::str(message)]);
    }
    vm.raise(class.rsplit('.').next().unwrap_or(class), message)
}

/// The exception of SQL that cannot be written.
pub fn compile_error(vm: &mut Vm, problem: &CompileError) -> PyError {
    dotted(vm, problem.python_class(), &problem.to_string())
}

/// The exception of what the host could not do.
pub fn host_error(vm: &mut Vm, problem: HostError) -> PyError {
    match problem {
        HostError::Compile(problem) => compile_error(vm, &problem),
        HostError::Exception { class, message } => dotted(vm, class, &message),
        HostError::Unsupported(what) => vm.unsupported(what),
        HostError::Interrupted => PyError::Interrupted,
        HostError::Database {
            class,
            driver_class,
            message,
            statement,
            params,
            server,
        } => {
            let error = database_error(class, &driver_class, &message, statement, params);
            if let (Some(server), Some(instance)) = (server, error.exception()) {
                tell(instance, &server);
            }
            super::event::handle_error(vm, error)
        }
    }
}

/// `(sqlite3.OperationalError) no such table: x`, with the statement and the link.
fn database_error(
    class: &str,
    driver_class: &str,
    message: &str,
    statement: Option<String>,
    params: Option<String>,
) -> PyError {
    let found = registry::find_class(class).unwrap_or_else(|| registry::class("DBAPIError"));
    let first = format!("({driver_class}) {message}");
    let error = raise_class(&found, vec![Value::str(&first)]);
    let Some(instance) = error.exception().cloned() else {
        return error;
    };
    let mut text = first;
    if let Some(statement) = &statement {
        text.push_str(&format!("\n[SQL: {statement}]"));
        if let Some(params) = &params {
            text.push_str(&format!("\n[parameters: {params}]"));
        }
    }
    let code = code(class);
    text.push_str(&format!(
        "\n(Background on this error at: https://sqlalche.me/e/20/{code})"
    ));
    instance.set("_limbec_text", Value::str(text));
    instance.set("code", Value::str(code));
    let shown = match (&statement, params) {
        (_, Some(params)) => Value::str(params),
        (Some(_), None) => Value::tuple(Vec::new()),
        (None, None) => Value::None,
    };
    instance.set("params", shown);
    instance.set("statement", Value::opt_str(statement));
    instance.set("connection_invalidated", Value::Bool(false));
    instance.set("hide_parameters", Value::Bool(false));
    instance.set("orig", Value::Instance(driver_error(driver_class, message)));
    error
}

/// Gives the driver's exception what `psycopg2` gives it: `pgcode`, `pgerror` and `diag`.
fn tell(instance: &Rc<Instance>, server: &ServerMessage) {
    let Some(Value::Instance(driver)) = instance.get("orig") else {
        return;
    };
    let text = |text: &Option<String>| Value::opt_str(text.clone());
    let number = |number: Option<usize>| Value::opt_str(number.map(|number| number.to_string()));
    let diag = ClassBuilder::new("psycopg2.extensions", "Diagnostics")
        .build()
        .allocate();
    for (name, value) in [
        ("severity", Value::str(&server.severity)),
        ("severity_nonlocalized", Value::str(&server.severity)),
        ("sqlstate", Value::str(&server.code)),
        ("message_primary", Value::str(&server.message)),
        ("message_detail", text(&server.detail)),
        ("message_hint", text(&server.hint)),
        ("statement_position", number(server.position)),
        ("internal_position", number(server.internal_position)),
        ("internal_query", text(&server.internal_query)),
        ("context", text(&server.context)),
        ("schema_name", text(&server.schema)),
        ("table_name", text(&server.table)),
        ("column_name", text(&server.column)),
        ("datatype_name", text(&server.data_type)),
        ("constraint_name", text(&server.constraint)),
    ] {
        diag.set(name, value);
    }
    let args = driver.exception_mut(|state| state.args.first().cloned());
    let said = args
        .flatten()
        .and_then(|text| text.as_str().map(|text| text.to_string()));
    let said = said.map(|text| format!("{}:  {text}", server.severity));
    driver.set("pgcode", Value::str(&server.code));
    driver.set("sqlstate", Value::str(&server.code));
    driver.set("pgerror", Value::opt_str(said));
    driver.set("diag", Value::Instance(diag));
}

/// The exception that the driver would have raised.
fn driver_error(class: &str, message: &str) -> Rc<Instance> {
    let known = registry::find_class(class).or_else(|| super::psycopg2::class(class));
    let class = known.unwrap_or_else(|| {
        let (module, name) = class.rsplit_once('.').unwrap_or(("", class));
        ClassBuilder::new(module, name)
            .base(&limbec_python::types().exception("Exception"))
            .build()
    });
    let instance = class.allocate();
    instance.exception_mut(|state| state.args = vec![Value::str(message)]);
    instance
}
