//! From type objects to `limbec_schema`.

use std::rc::Rc;

use limbec_python::{Class, PyResult, Value, Vm};
use limbec_schema::{
    ArrayType, BinaryName, BinaryType, BooleanType, ForeignType, IntegerType, IntervalType,
    JsonType, MysqlType, NamedType, NumericName, NumericType, PgDomain, PgType, ServerDefault,
    SqlType, SqliteTemporal, StringType, TemporalType, UserType, UuidType, VariantType,
};

use super::super::registry::{self, is_class_of};
use super::super::util::{
    argument_error, attr, attr_bool, attr_constraint_name, attr_int, attr_opt_bool, attr_str,
    option_value,
};
use super::super::{convert, missing};
use super::table::TypeRow;
use super::{Kind, PgKind, decorator, enums, hooks, repr, row_of, rows};

/// The attribute that keeps what `with_variant` added.
pub(super) const VARIANTS: &str = "_variant_mapping";

/// Whether the value is a type or a type class.
pub fn is_type(vm: &Vm, value: &Value) -> bool {
    is_class_of(value, "TypeEngine") || registry::is_a(vm, value, "TypeEngine")
}

/// A type object from a type object, a type class, or `None` (no type is known).
///
/// # Errors
/// Whatever else is given; what the constructor of the class raises.
pub fn to_instance(vm: &mut Vm, value: &Value) -> PyResult {
    missing::check(vm, value)?;
    match value {
        Value::None => registry::shared("NULLTYPE", || {
            super::super::util::construct(vm, "NullType", vec![], vec![])
        }),
        Value::Class(class) if is_class_of(value, "TypeEngine") => {
            vm.instantiate(class, Vec::new(), Vec::new())
        }
        value if registry::is_a(vm, value, "TypeEngine") => Ok(value.clone()),
        // A function without arguments that makes a type is taken as well.
        Value::Function(_) | Value::Native(_) | Value::BoundMethod(_) => {
            let made = vm.call(value, Vec::new(), Vec::new())?;
            to_instance(vm, &made)
        }
        _ => Ok(value.clone()),
    }
}

/// What a type object or a type class stands for.
///
/// # Errors
/// A value that is no type; what the methods of a class written in Python raise.
pub fn sql_type(vm: &mut Vm, value: &Value) -> PyResult<SqlType> {
    let this = to_instance(vm, value)?;
    if !registry::is_a(vm, &this, "TypeEngine") {
        let shown = vm.repr(&this)?;
        return Err(argument_error(
            vm,
            format!("Object {shown} is not legal as a type"),
        ));
    }
    let base = without_variants(vm, &this)?;
    let Value::Dict(variants) = attr(vm, &this, VARIANTS)? else {
        return Ok(base);
    };
    let mut converted = Vec::new();
    for (dialect, variant) in variants.str_items() {
        converted.push((dialect.to_string(), sql_type(vm, &variant)?));
    }
    Ok(SqlType::Variant(VariantType {
        base: Box::new(base),
        variants: converted,
    }))
}

fn without_variants(vm: &mut Vm, this: &Value) -> PyResult<SqlType> {
    let class = vm.class_of(this);
    let hooks = hooks::of(&class);
    if hooks.is_empty() {
        return plain(vm, this, &class);
    }
    decorator::compiled_by_hooks(vm, this, &class, &hooks)
}

/// The type by its class's row.
pub(super) fn plain(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<SqlType> {
    let Some(row) = row_of(class) else {
        return Ok(unknown(class));
    };
    // A class written in Python may say by `__visit_name__` that it compiles as another type.
    if !class.is_native()
        && let Some(visit) = own_visit_name(class)
        && visit != row.visit
        && !matches!(row.kind, Kind::User | Kind::Decorator)
    {
        return match rows().find(|row| row.visit == visit) {
            Some(row) => by_row(vm, this, class, row),
            None => Ok(unknown_visit(class, &visit)),
        };
    }
    by_row(vm, this, class, row)
}

/// `__visit_name__` of the nearest class written in Python that sets it.
fn own_visit_name(class: &Rc<Class>) -> Option<String> {
    class
        .mro()
        .iter()
        .take_while(|class| !class.is_native())
        .find_map(|class| class.dict().get_str("__visit_name__"))
        .and_then(|name| name.as_str())
        .map(|name| name.to_string())
}

fn unknown(class: &Rc<Class>) -> SqlType {
    unknown_visit(class, &class.name())
}

/// A type that no dialect can render.
fn unknown_visit(_class: &Rc<Class>, name: &str) -> SqlType {
    SqlType::Foreign(ForeignType {
        dialect: String::new(),
        name: name.to_owned(),
        args: indexmap::IndexMap::new(),
    })
}

fn by_row(
    vm: &mut Vm,
    this: &Value,
    class: &Rc<Class>,
    row: &'static TypeRow,
) -> PyResult<SqlType> {
    use Kind as K;
    Ok(match row.kind {
        K::Abstract => unknown(class),
        K::Null => SqlType::Null,
        K::Boolean(exact) => SqlType::Boolean(BooleanType {
            exact,
            create_constraint: attr_bool(vm, this, "create_constraint")?,
            name: attr_constraint_name(vm, this, "name")?,
        }),
        K::Integer(size, exact) => SqlType::Integer(IntegerType { size, exact }),
        K::Numeric(name) => numeric(vm, this, name)?,
        K::String(name) => SqlType::String(StringType {
            name,
            length: attr_int(vm, this, "length")?,
            collation: attr_str(vm, this, "collation")?,
        }),
        K::Binary(BinaryName::Pickle) => pickle(vm, this, class)?,
        K::Binary(name) => SqlType::Binary(BinaryType {
            name,
            length: attr_int(vm, this, "length")?,
        }),
        K::Temporal(name) => SqlType::Temporal(TemporalType {
            name,
            timezone: attr_bool(vm, this, "timezone")?,
            precision: attr_int(vm, this, "precision")?,
        }),
        K::Interval => SqlType::Interval(IntervalType {
            native: attr_opt_bool(vm, this, "native")?.unwrap_or(true),
            second_precision: attr_int(vm, this, "second_precision")?,
            day_precision: attr_int(vm, this, "day_precision")?,
        }),
        K::Enum if row.key == "mysql.ENUM" => mysql(vm, this, "ENUM", "enums")?,
        K::Enum => SqlType::Enum(Box::new(enums::enum_type(vm, this)?)),
        K::Json(dialect, binary) => SqlType::Json(JsonType {
            binary,
            dialect: (!dialect.is_empty()).then(|| dialect.to_owned()),
            none_as_null: attr_bool(vm, this, "none_as_null")?,
        }),
        K::Uuid(exact) => SqlType::Uuid(UuidType {
            exact,
            as_uuid: attr_opt_bool(vm, this, "as_uuid")?.unwrap_or(true),
            native_uuid: attr_opt_bool(vm, this, "native_uuid")?.unwrap_or(true),
        }),
        K::Array(postgres) => {
            let item = attr(vm, this, "item_type")?;
            SqlType::Array(ArrayType {
                item: Box::new(sql_type(vm, &item)?),
                dimensions: attr_int(vm, this, "dimensions")?,
                postgres,
                as_tuple: attr_bool(vm, this, "as_tuple")?,
                zero_indexes: attr_bool(vm, this, "zero_indexes")?,
            })
        }
        K::Postgres(kind) => SqlType::Postgres(postgres(vm, this, row, kind)?),
        K::Mysql => mysql(vm, this, registry::short(row.key), "values")?,
        K::Sqlite(name) => SqlType::Sqlite(SqliteTemporal {
            name,
            storage_format: attr_str(vm, this, "storage_format")?,
            regexp: attr_str(vm, this, "regexp")?,
            truncate_microseconds: attr_bool(vm, this, "truncate_microseconds")?,
        }),
        K::Foreign(dialect) => foreign(vm, this, row, dialect)?,
        K::User => user(vm, this, class)?,
        K::Decorator => decorator::decorated(vm, this, class)?,
    })
}

fn numeric(vm: &mut Vm, this: &Value, name: NumericName) -> PyResult<SqlType> {
    Ok(SqlType::Numeric(NumericType {
        name,
        precision: attr_int(vm, this, "precision")?,
        scale: attr_int(vm, this, "scale")?,
        asdecimal: attr_opt_bool(vm, this, "asdecimal")?,
        decimal_return_scale: attr_int(vm, this, "decimal_return_scale")?,
    }))
}

/// `PickleType` stands for bytes, unless a class says `impl = ...` for itself.
fn pickle(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<SqlType> {
    if !class.is_native() && class.lookup("impl").is_some() {
        return decorator::decorated(vm, this, class);
    }
    Ok(SqlType::Binary(BinaryType {
        name: BinaryName::Pickle,
        length: None,
    }))
}

fn postgres(vm: &mut Vm, this: &Value, row: &'static TypeRow, kind: PgKind) -> PyResult<PgType> {
    use PgKind as P;
    Ok(match kind {
        P::Bit => PgType::Bit {
            length: attr_int(vm, this, "length")?,
            varying: attr_bool(vm, this, "varying")?,
        },
        P::Bytea => PgType::Bytea {
            length: attr_int(vm, this, "length")?,
        },
        P::Inet => PgType::Inet,
        P::Cidr => PgType::Cidr,
        P::Macaddr => PgType::Macaddr,
        P::Macaddr8 => PgType::Macaddr8,
        P::Money => PgType::Money,
        P::Oid => PgType::Oid,
        P::Regclass => PgType::Regclass,
        P::Regconfig => PgType::Regconfig,
        P::Tsvector => PgType::Tsvector,
        P::Tsquery => PgType::Tsquery,
        P::JsonPath => PgType::JsonPath,
        P::Citext => PgType::Citext,
        P::Range => PgType::Range(registry::short(row.key).to_owned()),
        P::Interval => PgType::Interval {
            fields: attr_str(vm, this, "fields")?,
            precision: attr_int(vm, this, "precision")?,
        },
        P::Hstore => {
            let inner = attr(vm, this, "text_type")?;
            let text_type = match inner {
                Value::None => None,
                inner => Some(Box::new(sql_type(vm, &inner)?)),
            };
            PgType::Hstore { text_type }
        }
        P::Domain => PgType::Domain(Box::new(domain(vm, this)?)),
    })
}

fn domain(vm: &mut Vm, this: &Value) -> PyResult<PgDomain> {
    let data_type = attr(vm, this, "data_type")?;
    let default = match attr(vm, this, "default")? {
        Value::None => None,
        default => match default.as_str() {
            Some(text) => Some(ServerDefault::Literal(String::from(&*text))),
            None => Some(ServerDefault::expr(convert::expr(vm, &default)?)),
        },
    };
    let check = match attr(vm, this, "check")? {
        Value::None => None,
        check => Some(convert::text_or_expr(vm, &check)?),
    };
    Ok(PgDomain {
        name: attr_str(vm, this, "name")?.unwrap_or_default(),
        schema: attr_str(vm, this, "schema")?,
        data_type: sql_type(vm, &data_type)?,
        collation: attr_str(vm, this, "collation")?,
        default,
        constraint_name: attr_constraint_name(vm, this, "constraint_name")?,
        not_null: attr_opt_bool(vm, this, "not_null")?,
        check,
        create_type: attr_opt_bool(vm, this, "create_type")?.unwrap_or(true),
        metadata: !attr(vm, this, "metadata")?.is_none(),
        inherit_schema: attr_bool(vm, this, "inherit_schema")?,
    })
}

/// An ENUM or a DOMAIN.
///
/// # Errors
/// A type that is neither.
pub fn named_type(vm: &mut Vm, this: &Value) -> PyResult<NamedType> {
    match sql_type(vm, this)? {
        SqlType::Enum(t) => Ok(NamedType::Enum(*t)),
        SqlType::Postgres(PgType::Domain(t)) => Ok(NamedType::Domain(t)),
        _ => {
            let shown = vm.repr(this)?;
            Err(argument_error(
                vm,
                format!("a named type expected, got {shown}"),
            ))
        }
    }
}

fn mysql(vm: &mut Vm, this: &Value, name: &str, values: &str) -> PyResult<SqlType> {
    let listed = attr(vm, this, values)?;
    let values = match listed {
        Value::None => Vec::new(),
        listed => vm.iterate(&listed)?,
    };
    let width = attr_int(vm, this, "display_width")?;
    let fsp = attr_int(vm, this, "fsp")?;
    Ok(SqlType::Mysql(MysqlType {
        name: name.to_owned(),
        length: width.or(fsp).or(attr_int(vm, this, "length")?),
        precision: attr_int(vm, this, "precision")?,
        scale: attr_int(vm, this, "scale")?,
        unsigned: attr_bool(vm, this, "unsigned")?,
        zerofill: attr_bool(vm, this, "zerofill")?,
        charset: attr_str(vm, this, "charset")?,
        collation: attr_str(vm, this, "collation")?,
        ascii: attr_bool(vm, this, "ascii")?,
        unicode: attr_bool(vm, this, "unicode")?,
        national: attr_bool(vm, this, "national")?,
        binary: attr_bool(vm, this, "binary")?,
        values: values
            .iter()
            .filter_map(|value| value.as_str())
            .map(|text| text.to_string())
            .collect(),
    }))
}

fn foreign(vm: &mut Vm, this: &Value, row: &'static TypeRow, dialect: &str) -> PyResult<SqlType> {
    let mut args = indexmap::IndexMap::new();
    for (name, default) in repr::params(row.init.unwrap_or("")) {
        let value = attr(vm, this, name)?;
        if default.is_some() && value.is_none() {
            continue;
        }
        args.insert(name.to_owned(), option_value(vm, &value)?);
    }
    Ok(SqlType::Foreign(ForeignType {
        dialect: dialect.to_owned(),
        name: registry::short(row.key).to_owned(),
        args,
    }))
}

/// `UserDefinedType`: the class says its own DDL.
fn user(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<SqlType> {
    let Some(method) = vm.getattr_opt(this, "get_col_spec")? else {
        return Ok(unknown(class));
    };
    let spec = vm.call(&method, Vec::new(), Vec::new())?;
    Ok(SqlType::User(UserType {
        spec: vm.str(&spec)?.to_string(),
        class_name: super::shown_name(class),
        repr: Some(vm.repr(this)?.to_string()),
    }))
}
