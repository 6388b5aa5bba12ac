//! The functions of `context.configure(...)` that a comparison asks.

use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{PyError, PyResult, Value, Vm};
use limbec_schema::{Constraint, Table};

use super::super::logger::{self, Level};
use super::super::migration_context::MigrationContext;
use super::declared::Declared;
use super::objects;
use crate::autogen::{ColumnPair, CompareLog, Hooks, NameKind, NamePlace, Object, Part, Side};
pub(super) use crate::runner::Database;
use crate::runner::Event;

/// The functions, each `None` where it was not given.
pub(super) struct Functions {
    include_name: Value,
    include_object: Value,
    compare_type: Value,
    compare_server_default: Value,
}

impl Functions {
    /// Those of a context.
    ///
    /// # Errors
    /// None in practice.
    pub fn of(vm: &mut Vm, context: &MigrationContext) -> PyResult<Self> {
        let mut given = |name: &str| -> PyResult<Value> {
            let value = context.opts().get_str(name).unwrap_or_default();
            Ok(if super::is_callable(vm, &value)? {
                value
            } else {
                Value::None
            })
        };
        Ok(Self {
            include_name: given("include_name")?,
            include_object: given("include_object")?,
            compare_type: given("compare_type")?,
            compare_server_default: given("compare_server_default")?,
        })
    }
}

/// The hooks of a comparison.
pub(super) struct ScriptHooks<'v> {
    vm: &'v mut Vm,
    context: &'v MigrationContext,
    object: &'v Value,
    functions: Functions,
    declared: Rc<Declared>,
    /// The objects that were made for tables of the database.
    found: Made,
    /// Those for declared tables that come from no object.
    wanted: Made,
}

/// The objects of one side, made when they are first asked for.
#[derive(Default)]
struct Made {
    tables: HashMap<(Option<String>, String), Value>,
    metadata: Option<Value>,
}

impl Made {
    fn table(&mut self, vm: &mut Vm, table: &Table) -> PyResult {
        let key = (table.schema.clone(), table.name.clone());
        if let Some(known) = self.tables.get(&key) {
            return Ok(known.clone());
        }
        let metadata = match &self.metadata {
            Some(metadata) => metadata.clone(),
            None => {
                let made = objects::metadata(vm)?;
                self.metadata = Some(made.clone());
                made
            }
        };
        let made = objects::table(vm, table, &metadata)?;
        self.tables.insert(key, made.clone());
        Ok(made)
    }
}

impl<'v> ScriptHooks<'v> {
    pub fn new(
        vm: &'v mut Vm,
        context: &'v MigrationContext,
        object: &'v Value,
        functions: Functions,
        declared: Rc<Declared>,
    ) -> Self {
        Self {
            vm,
            context,
            object,
            functions,
            declared,
            found: Made::default(),
            wanted: Made::default(),
        }
    }

    /// The `Table` object of a table that is data only.
    fn made_table(&mut self, side: Side, table: &Table) -> PyResult {
        let made = match side {
            Side::Found => &mut self.found,
            Side::Declared => &mut self.wanted,
        };
        made.table(self.vm, table)
    }

    /// The Python object of a part of a table.
    fn object(&mut self, object: Object<'_>) -> PyResult {
        let table = object.table;
        if object.side == Side::Declared {
            let declared = self.declared.clone();
            if let Some(objects) = declared.table(table) {
                let found = match object.part {
                    Part::Whole => Some(objects.table.clone()),
                    Part::Column(column) => objects.column(&column.name).cloned(),
                    Part::Index(place) => objects.indexes.get(place).cloned(),
                    Part::Constraint(place) => objects.constraints.get(place).cloned(),
                };
                return Ok(found.unwrap_or_default());
            }
        }
        let made = self.made_table(object.side, table)?;
        match object.part {
            Part::Whole => Ok(made),
            Part::Column(column) => objects::column_of(self.vm, &made, &column.name),
            Part::Index(place) => objects::index_of(self.vm, &made, place),
            Part::Constraint(place) => objects::constraint_of(self.vm, &made, table, place),
        }
    }

    fn column(&mut self, object: Object<'_>) -> PyResult<(Value, Value)> {
        let column = self.object(object)?;
        let sql_type = self.vm.getattr(&column, "type")?;
        Ok((column, sql_type))
    }

    /// `None` where the function leaves it to the rules.
    fn opinion(&mut self, answer: &Value) -> PyResult<Option<bool>> {
        if self.vm.truthy(answer)? {
            return Ok(Some(true));
        }
        Ok(matches!(answer, Value::Bool(false)).then_some(false))
    }
}

impl Hooks for ScriptHooks<'_> {
    type Error = PyError;

    fn includes_name(
        &mut self,
        name: Option<&str>,
        kind: NameKind,
        place: &NamePlace<'_>,
    ) -> PyResult<bool> {
        if self.functions.include_name.is_none() {
            return Ok(true);
        }
        let qualified = |schema: Option<&str>, table: &str| {
            Value::str(match schema.filter(|schema| !schema.is_empty()) {
                Some(schema) => format!("{schema}.{table}"),
                None => table.to_owned(),
            })
        };
        let parents = match *place {
            NamePlace::Database => Value::dict(Vec::<(&str, Value)>::new()),
            NamePlace::Schema(schema) => Value::dict([
                ("schema_name", Value::opt_str(schema)),
                (
                    "schema_qualified_table_name",
                    qualified(schema, name.unwrap_or_default()),
                ),
            ]),
            NamePlace::Table { schema, table } => Value::dict([
                ("table_name", Value::str(table)),
                ("schema_name", Value::opt_str(schema)),
                ("schema_qualified_table_name", qualified(schema, table)),
            ]),
        };
        let args = vec![Value::opt_str(name), Value::str(kind.as_str()), parents];
        let function = self.functions.include_name.clone();
        let answer = self.vm.call(&function, args, Vec::new())?;
        self.vm.truthy(&answer)
    }

    fn includes_object(
        &mut self,
        object: Object<'_>,
        compare_to: Option<Object<'_>>,
    ) -> PyResult<bool> {
        if self.functions.include_object.is_none() {
            return Ok(true);
        }
        let (name, kind) = name_and_kind(&object);
        let value = self.object(object)?;
        let other = match compare_to {
            Some(other) => self.object(other)?,
            None => Value::None,
        };
        let args = vec![
            value,
            Value::opt_str(name),
            Value::str(kind.as_str()),
            Value::Bool(object.side == Side::Found),
            other,
        ];
        let function = self.functions.include_object.clone();
        let answer = self.vm.call(&function, args, Vec::new())?;
        self.vm.truthy(&answer)
    }

    fn types_differ(&mut self, pair: ColumnPair<'_>) -> PyResult<Option<bool>> {
        let (found, found_type) = self.column(pair.found_object())?;
        let (declared, declared_type) = self.column(pair.declared_object())?;
        let args = vec![
            self.object.clone(),
            found,
            declared,
            found_type,
            declared_type,
        ];
        let function = self.functions.compare_type.clone();
        let answer = self.vm.call(&function, args, Vec::new())?;
        self.opinion(&answer)
    }

    fn defaults_differ(
        &mut self,
        pair: ColumnPair<'_>,
        found_text: Option<&str>,
        declared_text: Option<&str>,
    ) -> PyResult<Option<bool>> {
        let (found, _) = self.column(pair.found_object())?;
        let (declared, _) = self.column(pair.declared_object())?;
        let declared_default = self.vm.getattr(&declared, "server_default")?;
        let args = vec![
            self.object.clone(),
            found,
            declared,
            Value::opt_str(found_text),
            declared_default,
            Value::opt_str(declared_text),
        ];
        let function = self.functions.compare_server_default.clone();
        let answer = self.vm.call(&function, args, Vec::new())?;
        self.opinion(&answer)
    }

    fn shown_defaults_hook(&mut self) -> PyResult<String> {
        let function = self.functions.compare_server_default.clone();
        Ok(self.vm.repr(&function)?.to_string())
    }

    fn log(&mut self, log: CompareLog, text: &str) -> PyResult<()> {
        let logger = match log {
            CompareLog::Tables => "alembic.autogenerate.compare.tables",
            CompareLog::Types => "alembic.autogenerate.compare.types",
            CompareLog::Constraints => "alembic.autogenerate.compare.constraints",
            CompareLog::Defaults => "alembic.autogenerate.compare.server_defaults",
            CompareLog::Comments => "alembic.autogenerate.compare.comments",
            CompareLog::Checks => "alembic.ext.checkconstraint_byname",
            CompareLog::Postgres => "alembic.ddl.postgresql",
        };
        logger::log(self.vm, logger, Level::Info, text)
    }

    fn warn(&mut self, text: &str) {
        warn(self.context, text);
    }
}

/// Tell a warning.
pub(super) fn warn(context: &MigrationContext, text: &str) {
    if let Some(environment) = context.environment() {
        environment
            .reporter()
            .report(Event::Diagnostic(&format!("UserWarning: {text}\n")));
    }
}

fn name_and_kind<'a>(object: &Object<'a>) -> (Option<&'a str>, NameKind) {
    let table = object.table;
    match object.part {
        Part::Whole => (Some(&table.name), NameKind::Table),
        Part::Column(column) => (Some(&column.name), NameKind::Column),
        Part::Index(place) => {
            let index = table.indexes.get(place);
            (index.and_then(|i| i.name.as_str()), NameKind::Index)
        }
        Part::Constraint(place) => {
            let constraint = table.constraints.get(place);
            let kind = match constraint {
                Some(Constraint::ForeignKey(_)) => NameKind::ForeignKey,
                Some(Constraint::Check(_)) => NameKind::Check,
                _ => NameKind::Unique,
            };
            (constraint.and_then(|c| c.name().as_str()), kind)
        }
    }
}
