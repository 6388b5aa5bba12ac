//! DDL constructs that a script executes itself: `CreateTable`, `DropSequence`, `DDL("...")` ...

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyDict, PyResult, Value, Vm};
use limbec_schema::{
    AddConstraint, Commented, Constraint, CreateIndex, DropConstraint, DropIndex, DropTable,
    DropTableComment, ExecuteSql, Operation, SqlCommand, TableComment,
};
use limbec_sql::Dialect;

use super::registry::{ClassSpec, is_a};
use super::util::{argument_error, attr, attr_bool, attr_constraint_name, attr_str};
use super::{compiler, convert, missing, types};
use crate::script::host::Host;

const fn spec(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec::new(key, "sqlalchemy.sql.ddl", bases, build)
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
    // Written as a part of CREATE TABLE; scripts know it for `@compiles`.
    spec("CreateColumn", &["BaseDDLElement"], of_element),
    spec("CreateIndex", &["ExecutableDDLElement"], create),
    spec("DropIndex", &["ExecutableDDLElement"], drop),
    spec("CreateSequence", &["ExecutableDDLElement"], create),
    spec("DropSequence", &["ExecutableDDLElement"], drop),
    spec("CreateSchema", &["ExecutableDDLElement"], create),
    spec("DropSchema", &["ExecutableDDLElement"], drop_cascade),
    spec("SetTableComment", &["ExecutableDDLElement"], of_element),
    spec("DropTableComment", &["ExecutableDDLElement"], of_element),
    spec("SetColumnComment", &["ExecutableDDLElement"], of_element),
    spec("DropColumnComment", &["ExecutableDDLElement"], of_element),
    spec(
        "SetConstraintComment",
        &["ExecutableDDLElement"],
        of_element,
    ),
    spec(
        "DropConstraintComment",
        &["ExecutableDDLElement"],
        of_element,
    ),
    spec(
        "postgresql.CreateEnumType",
        &["ExecutableDDLElement"],
        of_element,
    ),
    spec(
        "postgresql.DropEnumType",
        &["ExecutableDDLElement"],
        of_element,
    ),
    spec(
        "postgresql.CreateDomainType",
        &["ExecutableDDLElement"],
        of_element,
    ),
    spec(
        "postgresql.DropDomainType",
        &["ExecutableDDLElement"],
        of_element,
    ),
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

/// What `execute_if` keeps: the attribute and the argument.
const CONDITION: [(&str, &str); 3] = [
    ("_limbec_dialect", "dialect"),
    ("_limbec_callable", "callable_"),
    ("_limbec_state", "state"),
];

/// What `execute_if` and `ddl_if` are given stays with the object.
pub(super) fn keep_condition(this: &Value, bound: &Bound) {
    if let Value::Instance(instance) = this {
        for (slot, name) in CONDITION {
            instance.set(slot, bound.get(name).clone());
        }
    }
}

fn element(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method(
            "execute_if",
            "dialect=None, callable_=None, state=None",
            |_, this, bound| {
                keep_condition(&this, &bound);
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
        |vm, this, bound| {
            if !bound.get("include_foreign_key_constraints").is_none() {
                return Err(missing::unsupported(
                    vm,
                    "include_foreign_key_constraints of CreateTable()",
                ));
            }
            this.set("element", bound.at(0).clone());
            this.set("if_not_exists", bound.get("if_not_exists").clone());
            Ok(())
        },
    )
}

fn of_element(builder: ClassBuilder) -> ClassBuilder {
    builder.init("element", |_, this, bound| {
        this.set("element", bound.at(0).clone());
        Ok(())
    })
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
}

/// What `op.execute(...)` and `connection.execute(...)` were given. `execute_if` is not asked here:
/// SQLAlchemy asks it for events only.
///
/// # Errors
/// A value that cannot be executed.
pub fn executable(
    vm: &mut Vm,
    value: &Value,
    dialect: &'static dyn Dialect,
) -> PyResult<Executable> {
    missing::check(vm, value)?;
    if let Some(text) = compiler::text(vm, value, dialect.name())? {
        return Ok(Executable::Operation(Box::new(execute(SqlCommand::Raw(
            text,
        )))));
    }
    if !is_a(vm, value, "BaseDDLElement") {
        if is_a(vm, value, "Sequence") {
            let next = super::expr::next_value(vm, value)?;
            return convert::statement(vm, &next).map(Executable::Statement);
        }
        return convert::statement(vm, value).map(Executable::Statement);
    }
    operation(vm, value, dialect).map(|operation| Executable::Operation(Box::new(operation)))
}

/// The operation of DDL that an event executes for its target.
pub(super) fn for_target(
    vm: &mut Vm,
    value: &Value,
    target: &Value,
    host: &dyn Host,
) -> PyResult<Operation> {
    let bound = super::types_shallow_copy(value);
    if let Value::Instance(instance) = &bound {
        instance.set("target", target.clone());
    }
    operation(vm, &bound, host.dialect())
}

/// Whether `execute_if(dialect=..., callable_=...)` allows DDL for a target and a connection.
pub(super) fn is_wanted(
    vm: &mut Vm,
    value: &Value,
    dialect: &str,
    (target, connection): (&Value, &Value),
    keywords: &[(Rc<str>, Value)],
) -> PyResult<bool> {
    let only = attr(vm, value, "_limbec_dialect")?;
    let named = match &only {
        Value::None => true,
        named if named.as_str().is_some() => named.as_str().as_deref() == Some(dialect),
        several => {
            let names = vm.iterate(several)?;
            names
                .iter()
                .any(|name| name.as_str().as_deref() == Some(dialect))
        }
    };
    let callable = attr(vm, value, "_limbec_callable")?;
    if !named || callable.is_none() {
        return Ok(named);
    }
    let mut keywords = keywords.to_vec();
    let state = attr(vm, value, "_limbec_state")?;
    let dialect = vm.getattr(connection, "dialect")?;
    keywords.push((Rc::from("state"), state));
    keywords.push((Rc::from("dialect"), dialect));
    keywords.push((Rc::from("compiler"), Value::None));
    let arguments = vec![value.clone(), target.clone(), connection.clone()];
    let answer = vm.call(&callable, arguments, keywords)?;
    vm.truthy(&answer)
}

fn execute(command: SqlCommand) -> Operation {
    Operation::Execute(ExecuteSql { command })
}

/// The operation of a DDL construct.
pub(super) fn operation(
    vm: &mut Vm,
    value: &Value,
    dialect: &'static dyn Dialect,
) -> PyResult<Operation> {
    let element = attr(vm, value, "element")?;
    let if_exists = attr_bool(vm, value, "if_exists")?;
    let if_not_exists = attr_bool(vm, value, "if_not_exists")?;
    let class = vm.class_of(value);
    Ok(match &*class.name() {
        "DDL" => execute(SqlCommand::Raw(ddl_text(vm, value, dialect)?)),
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
                options: index.options,
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
                cascade: attr_bool(vm, value, "cascade")?,
                original: Some(Box::new(constraint)),
            })
        }
        "CreateEnumType" | "CreateDomainType" => {
            execute(SqlCommand::CreateType(types::named_type(vm, &element)?))
        }
        "DropEnumType" | "DropDomainType" => {
            execute(SqlCommand::DropType(types::named_type(vm, &element)?))
        }
        "SetTableComment"
        | "DropTableComment"
        | "SetColumnComment"
        | "DropColumnComment"
        | "SetConstraintComment"
        | "DropConstraintComment" => comment(vm, &class.name(), &element)?,
        other => return Err(missing::unsupported(vm, &format!("executing {other}"))),
    })
}

/// Comments of tables, columns and constraints: what is set is what the element says.
fn comment(vm: &mut Vm, class: &str, element: &Value) -> PyResult<Operation> {
    let comment = match class.starts_with("Set") {
        true => Some(attr_str(vm, element, "comment")?.unwrap_or_default()),
        false => None,
    };
    if class.ends_with("TableComment") {
        let table = attr_str(vm, element, "name")?.unwrap_or_default();
        let schema = attr_str(vm, element, "schema")?;
        return Ok(match comment {
            Some(_) => Operation::TableComment(TableComment {
                table,
                schema,
                comment,
                existing: None,
            }),
            None => Operation::DropTableComment(DropTableComment {
                table,
                schema,
                existing: None,
            }),
        });
    }
    let owner = vm.getattr(element, "table")?;
    let table = attr_str(vm, &owner, "name")?.unwrap_or_default();
    let schema = attr_str(vm, &owner, "schema")?;
    let on = if class.ends_with("ColumnComment") {
        Commented::Column {
            table,
            schema,
            column: Box::new(convert::column(vm, element)?),
        }
    } else {
        Commented::Constraint {
            table,
            schema,
            name: attr_constraint_name(vm, element, "name")?,
        }
    };
    Ok(execute(SqlCommand::Comment { on, comment }))
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

/// The text of `DDL("...")`, with the context filled in. For a target the context also knows its
/// names, in quotes where they need them.
fn ddl_text(vm: &mut Vm, value: &Value, dialect: &'static dyn Dialect) -> PyResult<String> {
    let statement = attr(vm, value, "statement")?;
    let context = match attr(vm, value, "context")? {
        Value::Dict(dict) => dict.copy(),
        _ => PyDict::new(),
    };
    let target = attr(vm, value, "target")?;
    if is_a(vm, &target, "Table") {
        let name = attr_str(vm, &target, "name")?.unwrap_or_default();
        let schema = attr_str(vm, &target, "schema")?;
        let quoted = |name: &String| dialect.quote(name);
        for (key, text) in [
            ("table", quoted(&name)),
            ("schema", schema.as_ref().map_or_else(String::new, quoted)),
            ("fullname", dialect.qualified(schema.as_deref(), &name)),
        ] {
            if !context.contains_str(key) {
                context.set_str(key, Value::str(text));
            }
        }
    }
    let context = Value::Dict(Rc::new(context));
    let text = vm.call_method(&statement, "__mod__", vec![context])?;
    Ok(vm.str(&text)?.to_string())
}
