//! DDL constructs that a script executes itself: `CreateTable`, `DropSequence`, `DDL("...")` ...

use limbec_python::{ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{
    AddConstraint, Constraint, CreateIndex, DropConstraint, DropIndex, DropTable, ExecuteSql,
    Operation, SqlCommand,
};

use super::registry::{ClassSpec, is_a};
use super::util::{argument_error, attr, attr_bool, attr_str};
use super::{compiler, convert, missing};

const fn spec(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec {
        key,
        module: "sqlalchemy.sql.ddl",
        bases,
        build,
    }
}

/// The classes.
pub(super) const CLASSES: &[ClassSpec] = &[
    spec("BaseDDLElement", &["ClauseElement"], |builder| builder),
    spec(
        "ExecutableDDLElement",
        &["BaseDDLElement", "Executable"],
        element,
    ),
    spec("DDL", &["ExecutableDDLElement"], text),
    spec("CreateTable", &["ExecutableDDLElement"], create),
    spec("DropTable", &["ExecutableDDLElement"], drop),
    spec("CreateIndex", &["ExecutableDDLElement"], create),
    spec("DropIndex", &["ExecutableDDLElement"], drop),
    spec("CreateSequence", &["ExecutableDDLElement"], create),
    spec("DropSequence", &["ExecutableDDLElement"], drop),
    spec("CreateSchema", &["ExecutableDDLElement"], create),
    spec("DropSchema", &["ExecutableDDLElement"], drop_cascade),
    spec("AddConstraint", &["ExecutableDDLElement"], |builder| {
        builder.init("element, *, isolate_from_table=True", |_, this, bound| {
            this.set("element", bound.at(0).clone());
            Ok(())
        })
    }),
    spec("DropConstraint", &["ExecutableDDLElement"], |builder| {
        builder.init(
            "element, *, cascade=False, if_exists=False, isolate_from_table=True",
            |_, this, bound| {
                this.set("element", bound.at(0).clone());
                this.set("cascade", bound.get("cascade").clone());
                this.set("if_exists", bound.get("if_exists").clone());
                Ok(())
            },
        )
    }),
];

fn element(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "execute_if",
            "dialect=None, callable_=None, state=None",
            |_, this, bound| {
                if let Value::Instance(instance) = &this {
                    instance.set("_limbec_dialect", bound.get("dialect").clone());
                }
                Ok(this)
            },
        )
        .method("against", "target", |_, this, bound| {
            if let Value::Instance(instance) = &this {
                instance.set("target", bound.at(0).clone());
            }
            Ok(this)
        })
}

fn text(builder: ClassBuilder) -> ClassBuilder {
    builder.init("statement, context=None", |vm, this, bound| {
        if bound.at(0).as_str().is_none() {
            let shown = vm.repr(bound.at(0))?;
            return Err(argument_error(
                vm,
                format!("Expected a string or unicode SQL statement, got {shown}"),
            ));
        }
        this.set("statement", bound.at(0).clone());
        this.set("context", bound.at(1).clone());
        Ok(())
    })
}

fn create(builder: ClassBuilder) -> ClassBuilder {
    builder.init(
        "element, *, if_not_exists=False, include_foreign_key_constraints=None",
        |_, this, bound| {
            this.set("element", bound.at(0).clone());
            this.set("if_not_exists", bound.get("if_not_exists").clone());
            Ok(())
        },
    )
}

fn drop(builder: ClassBuilder) -> ClassBuilder {
    builder.init("element, *, if_exists=False", |_, this, bound| {
        this.set("element", bound.at(0).clone());
        this.set("if_exists", bound.get("if_exists").clone());
        Ok(())
    })
}

fn drop_cascade(builder: ClassBuilder) -> ClassBuilder {
    builder.init(
        "name, *, cascade=False, if_exists=False",
        |_, this, bound| {
            this.set("element", bound.at(0).clone());
            this.set("cascade", bound.get("cascade").clone());
            this.set("if_exists", bound.get("if_exists").clone());
            Ok(())
        },
    )
}

/// What a script executes: a statement, or a migration operation.
pub enum Executable {
    /// A statement that reads or changes rows.
    Statement(limbec_schema::SqlStatement),
    /// DDL.
    Operation(Box<Operation>),
    /// DDL that is meant for another database: nothing happens.
    Nothing,
}

/// What `op.execute(...)` and `connection.execute(...)` were given.
///
/// # Errors
/// A value that cannot be executed.
pub fn executable(vm: &mut Vm, value: &Value, dialect: &str) -> PyResult<Executable> {
    missing::check(vm, value)?;
    if let Some(text) = compiler::text(vm, value, dialect)? {
        let wanted = meant_for(vm, value, dialect)?;
        return Ok(if wanted {
            Executable::Operation(Box::new(execute(SqlCommand::Raw(text))))
        } else {
            Executable::Nothing
        });
    }
    if !is_a(vm, value, "BaseDDLElement") {
        if is_a(vm, value, "Sequence") {
            let next = super::expr::next_value(vm, value)?;
            return convert::statement(vm, &next).map(Executable::Statement);
        }
        return convert::statement(vm, value).map(Executable::Statement);
    }
    if !meant_for(vm, value, dialect)? {
        return Ok(Executable::Nothing);
    }
    operation(vm, value).map(|operation| Executable::Operation(Box::new(operation)))
}

/// Whether `execute_if(dialect=...)` allows it.
fn meant_for(vm: &mut Vm, value: &Value, dialect: &str) -> PyResult<bool> {
    let only = attr(vm, value, "_limbec_dialect")?;
    Ok(match &only {
        Value::None => true,
        named if named.as_str().is_some() => named.as_str().as_deref() == Some(dialect),
        several => {
            let names = vm.iterate(several)?;
            names
                .iter()
                .any(|name| name.as_str().as_deref() == Some(dialect))
        }
    })
}

fn execute(command: SqlCommand) -> Operation {
    Operation::Execute(ExecuteSql { command })
}

fn operation(vm: &mut Vm, value: &Value) -> PyResult<Operation> {
    let element = attr(vm, value, "element")?;
    let if_exists = attr_bool(vm, value, "if_exists")?;
    let if_not_exists = attr_bool(vm, value, "if_not_exists")?;
    let class = vm.class_of(value);
    Ok(match &*class.name() {
        "DDL" => execute(SqlCommand::Raw(ddl_text(vm, value)?)),
        "CreateTable" => execute(SqlCommand::CreateTable {
            table: Box::new(convert::table(vm, &element)?),
            if_not_exists,
        }),
        "DropTable" => Operation::DropTable(DropTable {
            name: attr_str(vm, &element, "name")?.unwrap_or_default(),
            schema: attr_str(vm, &element, "schema")?,
            if_exists,
            ..DropTable::default()
        }),
        "CreateIndex" => Operation::CreateIndex(CreateIndex {
            index: convert::index(vm, &element)?,
            if_not_exists,
        }),
        "DropIndex" => {
            let index = convert::index(vm, &element)?;
            Operation::DropIndex(DropIndex {
                name: index.name,
                table: Some(index.table),
                schema: index.schema,
                if_exists,
                ..DropIndex::default()
            })
        }
        "CreateSequence" => execute(SqlCommand::CreateSequence {
            sequence: convert::sequence(vm, &element)?,
            if_not_exists,
        }),
        "DropSequence" => execute(SqlCommand::DropSequence {
            sequence: convert::sequence(vm, &element)?,
            if_exists,
        }),
        "CreateSchema" => execute(SqlCommand::CreateSchema {
            name: schema_name(vm, &element)?,
            if_not_exists,
        }),
        "DropSchema" => execute(SqlCommand::DropSchema {
            name: schema_name(vm, &element)?,
            cascade: attr_bool(vm, value, "cascade")?,
            if_exists,
        }),
        "AddConstraint" => {
            let table = vm.getattr(&element, "table")?;
            Operation::AddConstraint(AddConstraint {
                table: attr_str(vm, &table, "name")?.unwrap_or_default(),
                schema: attr_str(vm, &table, "schema")?,
                constraint: convert::constraint(vm, &element)?,
            })
        }
        "DropConstraint" => {
            let table = vm.getattr(&element, "table")?;
            let constraint = convert::constraint(vm, &element)?;
            Operation::DropConstraint(DropConstraint {
                name: constraint.name().clone(),
                table: attr_str(vm, &table, "name")?.unwrap_or_default(),
                schema: attr_str(vm, &table, "schema")?,
                kind: Some(kind_of(&constraint).to_owned()),
                if_exists,
                original: Some(Box::new(constraint)),
            })
        }
        other => return Err(missing::unsupported(vm, &format!("executing {other}"))),
    })
}

/// The name of a schema: a string, or something that shows as one.
fn schema_name(vm: &mut Vm, element: &Value) -> PyResult<String> {
    Ok(vm.str(element)?.to_string())
}

/// The `type_` of `op.drop_constraint` for a constraint: MySQL drops each kind in its own way.
fn kind_of(constraint: &Constraint) -> &'static str {
    match constraint {
        Constraint::PrimaryKey(_) => "primary",
        Constraint::ForeignKey(_) => "foreignkey",
        Constraint::Unique(_) => "unique",
        Constraint::Check(_) | Constraint::Exclude(_) => "check",
    }
}

/// The text of `DDL("...")`, with `%(table)s` and the context filled in.
fn ddl_text(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let statement = attr(vm, value, "statement")?;
    let context = match attr(vm, value, "context")? {
        Value::Dict(dict) => dict.copy(),
        _ => limbec_python::PyDict::new(),
    };
    let target = attr(vm, value, "target")?;
    if !target.is_none() {
        let name = attr(vm, &target, "name")?;
        let schema = attr(vm, &target, "schema")?;
        let full = vm.str(&target)?;
        context.set_str("table", name);
        context.set_str("schema", schema);
        context.set_str("fullname", Value::Str(full));
    }
    let context = Value::Dict(std::rc::Rc::new(context));
    let text = vm.call_method(&statement, "__mod__", vec![context])?;
    Ok(vm.str(&text)?.to_string())
}
