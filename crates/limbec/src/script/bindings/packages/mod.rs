//! The packages beside SQLAlchemy that migrations lean on: one file a package, one row here.
//!
//! Each is written in the Python that the interpreter runs. A file says at its top what it covers;
//! any other name of the package is an error that names it when a script imports it. How to add one
//! is told in `CONTRIBUTING.md`.

use limbec_python::Found;

/// A package and the modules in it.
struct Package {
    /// Its name.
    root: &'static str,
    /// Its text.
    text: &'static str,
    /// The modules below it, without its name. All have the names of the whole package.
    modules: &'static [&'static str],
}

/// The packages, in alphabetical order.
const PACKAGES: &[Package] = &[
    Package {
        root: "alembic_postgresql_enum",
        text: include_str!("alembic_postgresql_enum.py"),
        modules: &[
            "configuration",
            "get_enum_data",
            "get_enum_data.types",
            "operations",
            "operations.sync_enum_values",
            "sql_commands",
            "sql_commands.indexes",
        ],
    },
    Package {
        root: "alembic_utils",
        text: include_str!("alembic_utils.py"),
        modules: &[
            "exceptions",
            "pg_extension",
            "pg_function",
            "pg_grant_table",
            "pg_materialized_view",
            "pg_policy",
            "pg_trigger",
            "pg_view",
            "replaceable_entity",
            "reversible_op",
            "statement",
        ],
    },
    Package {
        root: "authlib",
        text: include_str!("authlib.py"),
        modules: &[
            "integrations",
            "integrations.sqla_oauth2",
            "integrations.sqla_oauth2.client_mixin",
            "integrations.sqla_oauth2.tokens_mixins",
        ],
    },
    Package {
        root: "dateutil",
        text: include_str!("dateutil.py"),
        modules: &["relativedelta"],
    },
    Package {
        root: "decouple",
        text: include_str!("decouple.py"),
        modules: &[],
    },
    Package {
        root: "dotenv",
        text: include_str!("dotenv.py"),
        modules: &["main"],
    },
    Package {
        root: "environs",
        text: include_str!("environs.py"),
        modules: &[],
    },
    Package {
        root: "fastapi_users_db_sqlalchemy",
        text: include_str!("fastapi_users_db_sqlalchemy.py"),
        modules: &["access_token", "generics"],
    },
    Package {
        root: "flask",
        text: include_str!("flask.py"),
        modules: &[],
    },
    Package {
        root: "flask_login",
        text: include_str!("flask_login.py"),
        modules: &["mixins", "signals"],
    },
    Package {
        root: "flask_migrate",
        text: include_str!("flask_migrate.py"),
        modules: &[],
    },
    Package {
        root: "flask_sqlalchemy",
        text: include_str!("flask_sqlalchemy.py"),
        modules: &["extension", "model", "query"],
    },
    Package {
        root: "funcy",
        text: include_str!("funcy.py"),
        modules: &["colls", "funcs", "seqs"],
    },
    Package {
        root: "geoalchemy2",
        text: include_str!("geoalchemy2.py"),
        modules: &["alembic_helpers", "elements", "exc", "types"],
    },
    Package {
        root: "loguru",
        text: include_str!("loguru.py"),
        modules: &[],
    },
    Package {
        root: "oslo_log",
        text: include_str!("oslo_log.py"),
        modules: &["log"],
    },
    Package {
        root: "oslo_utils",
        text: include_str!("oslo_utils.py"),
        modules: &[
            "encodeutils",
            "excutils",
            "importutils",
            "strutils",
            "timeutils",
            "uuidutils",
        ],
    },
    Package {
        root: "pgvector",
        text: include_str!("pgvector.py"),
        modules: &[
            "sqlalchemy",
            "sqlalchemy.bit",
            "sqlalchemy.halfvec",
            "sqlalchemy.sparsevec",
            "sqlalchemy.vector",
        ],
    },
    Package {
        root: "pydantic",
        text: include_str!("pydantic.py"),
        modules: &[
            "class_validators",
            "config",
            "env_settings",
            "error_wrappers",
            "errors",
            "fields",
            "functional_validators",
            "main",
            "networks",
            "types",
            "v1",
        ],
    },
    Package {
        root: "pydantic_core",
        text: include_str!("pydantic_core.py"),
        modules: &[],
    },
    Package {
        root: "pydantic_settings",
        text: include_str!("pydantic_settings.py"),
        modules: &["main", "sources"],
    },
    Package {
        root: "pymysql",
        text: include_str!("pymysql.py"),
        modules: &["err"],
    },
    Package {
        root: "sqlalchemy_searchable",
        text: include_str!("sqlalchemy_searchable.py"),
        modules: &["vectorizers"],
    },
    Package {
        root: "sqlalchemy_utils",
        text: include_str!("sqlalchemy_utils.py"),
        modules: &[
            "exceptions",
            "functions",
            "functions.database",
            "listeners",
            "models",
            "primitives",
            "types",
            "types.arrow",
            "types.bit",
            "types.choice",
            "types.color",
            "types.country",
            "types.currency",
            "types.email",
            "types.encrypted",
            "types.encrypted.encrypted_type",
            "types.enriched_datetime",
            "types.enriched_datetime.enriched_date_type",
            "types.enriched_datetime.enriched_datetime_type",
            "types.ip_address",
            "types.json",
            "types.locale",
            "types.ltree",
            "types.password",
            "types.pg_composite",
            "types.phone_number",
            "types.range",
            "types.scalar_list",
            "types.timezone",
            "types.ts_vector",
            "types.url",
            "types.uuid",
            "types.weekdays",
            "view",
        ],
    },
    Package {
        root: "sqlmodel",
        text: include_str!("sqlmodel.py"),
        modules: &[
            "ext",
            "ext.asyncio",
            "ext.asyncio.session",
            "main",
            "orm",
            "orm.session",
            "sql",
            "sql.expression",
            "sql.sqltypes",
        ],
    },
    Package {
        root: "starlette",
        text: include_str!("starlette.py"),
        modules: &["authentication", "config", "datastructures"],
    },
    Package {
        root: "structlog",
        text: include_str!("structlog.py"),
        modules: &["contextvars", "dev", "processors", "stdlib", "types"],
    },
    Package {
        root: "yaml",
        text: include_str!("yaml.py"),
        modules: &["loader"],
    },
];

/// The operations that packages add to `alembic.op` when they are imported.
const OPERATIONS: &[(&str, &[&str])] = &[
    (
        "alembic_postgresql_enum",
        &["add_enum_value", "sync_enum_values"],
    ),
    (
        "alembic_utils",
        &["create_entity", "drop_entity", "replace_entity"],
    ),
    (
        "geoalchemy2",
        &[
            "add_geospatial_column",
            "create_geospatial_index",
            "create_geospatial_table",
            "drop_geospatial_column",
            "drop_geospatial_index",
            "drop_geospatial_table",
        ],
    ),
];

/// The package whose import makes an operation of `alembic.op`.
pub(crate) fn with_operation(name: &str) -> Option<&'static str> {
    let found = OPERATIONS.iter().find(|(_, names)| names.contains(&name))?;
    Some(found.0)
}

/// The packages and what each covers, in its own words.
pub(crate) fn coverage() -> Vec<(&'static str, String)> {
    let covers = |package: &Package| {
        let doc = package.text.split("\"\"\"").nth(1).unwrap_or_default();
        let words = doc.split_once("Covers").map_or(doc, |(_, words)| words);
        let words: Vec<&str> = words.split_whitespace().collect();
        words.join(" ")
    };
    PACKAGES
        .iter()
        .map(|package| (package.root, covers(package)))
        .collect()
}

/// The module of a dotted name; absent where the package has none of that name, `None` where
/// nothing is known of the package.
pub(crate) fn find(dotted: &str) -> Option<Found> {
    let root = dotted.split('.').next().unwrap_or(dotted);
    let package = PACKAGES.iter().find(|package| package.root == root)?;
    let Some(below) = dotted
        .strip_prefix(root)
        .and_then(|rest| rest.strip_prefix('.'))
    else {
        return Some(Found::Library {
            text: package.text.to_owned(),
            is_package: true,
        });
    };
    if !package.modules.contains(&below) {
        return Some(Found::Absent);
    }
    Some(Found::Library {
        text: format!(
            "from {root} import *\nimport {root} as _root\n\n\ndef __getattr__(name):\n    \
             return getattr(_root, name)\n"
        ),
        is_package: package.modules.iter().any(|module| {
            module
                .strip_prefix(below)
                .is_some_and(|rest| rest.starts_with('.'))
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_every_module_has_its_parent() {
        assert!(PACKAGES.is_sorted_by_key(|package| package.root));
        for package in PACKAGES {
            assert!(package.modules.is_sorted(), "{}", package.root);
            for module in package.modules {
                if let Some((parent, _)) = module.rsplit_once('.') {
                    assert!(
                        package.modules.contains(&parent),
                        "{}.{module}",
                        package.root
                    );
                }
            }
        }
    }

    #[test]
    fn every_package_says_what_it_covers() {
        for package in PACKAGES {
            let doc = package.text.strip_prefix("\"\"\"").unwrap_or_default();
            assert!(doc.contains("Covers"), "{} does not say", package.root);
        }
    }
}
