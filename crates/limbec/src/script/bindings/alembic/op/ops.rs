//! The classes of `alembic.operations.ops`.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::super::autogenerate::api::diff_function;
use super::super::state::Alembic;
use super::DIRECTIVES;

const MODULE: &str = "alembic.operations.ops";

/// The classes that are no directives, each with its base.
const PLAIN: [(&str, &str); 7] = [
    ("AddConstraintOp", "MigrateOperation"),
    ("AlterTableOp", "MigrateOperation"),
    ("OpContainer", "MigrateOperation"),
    ("ModifyTableOps", "OpContainer"),
    ("UpgradeOps", "OpContainer"),
    ("DowngradeOps", "OpContainer"),
    ("MigrationScript", "MigrateOperation"),
];

/// The names of all classes of the module.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once("MigrateOperation")
        .chain(PLAIN.iter().map(|(name, _)| *name))
        .chain(DIRECTIVES.iter().map(|directive| directive.class))
}

/// Build a class of the module.
pub fn build_class(state: &Alembic, name: &str) -> Option<(&'static str, Rc<Class>)> {
    if name == "MigrateOperation" {
        return Some(("MigrateOperation", migrate_operation()));
    }
    if let Some((name, base)) = PLAIN.iter().find(|(known, _)| *known == name) {
        return Some((name, plain(name, &state.class(base))));
    }
    let directive = DIRECTIVES.iter().find(|known| known.class == name)?;
    let base = state.class(base_of(directive.class));
    let fields = directive.fields;
    let complete = directive.complete;
    let takes_keywords = directive.init.contains("**");
    let class = ClassBuilder::new(MODULE, directive.class)
        .base(&base)
        .init(directive.init, move |vm, this, bound| {
            for field in fields {
                this.set(field, bound.get(field).clone());
            }
            if takes_keywords {
                this.set("kw", Value::dict(bound.kwargs().iter().cloned()));
            }
            match complete {
                Some(complete) => complete(vm, this),
                None => Ok(()),
            }
        })
        .build();
    Some((directive.class, class))
}

fn base_of(class: &str) -> &'static str {
    match class {
        "CreatePrimaryKeyOp"
        | "CreateUniqueConstraintOp"
        | "CreateForeignKeyOp"
        | "CreateCheckConstraintOp"
        | "CreateExcludeConstraintOp" => "AddConstraintOp",
        "RenameTableOp"
        | "CreateTableCommentOp"
        | "DropTableCommentOp"
        | "AlterColumnOp"
        | "AddColumnOp"
        | "DropColumnOp" => "AlterTableOp",
        _ => "MigrateOperation",
    }
}

fn migrate_operation() -> Rc<Class> {
    ClassBuilder::new(MODULE, "MigrateOperation")
        .property("info", |_, this| {
            let Value::Instance(instance) = &this else {
                return Ok(Value::None);
            };
            if let Some(info) = instance.get("_info") {
                return Ok(info);
            }
            let info = Value::dict(Vec::<(&str, Value)>::new());
            instance.set("_info", info.clone());
            Ok(info)
        })
        .method("reverse", "", |vm, _, _| {
            Err(vm.raise("NotImplementedError", ""))
        })
        .method("to_diff_tuple", "", |vm, this, _| {
            diff_function(vm, "diff_of", this.clone())
        })
        .build()
}

fn plain(name: &'static str, base: &Rc<Class>) -> Rc<Class> {
    let builder = ClassBuilder::new(MODULE, name).base(base);
    let builder = match name {
        "AlterTableOp" => builder.init("table_name, *, schema=None", |_, this, bound| {
            this.set("table_name", bound.get("table_name").clone());
            this.set("schema", bound.get("schema").clone());
            Ok(())
        }),
        "OpContainer" => builder
            .init("ops=()", |vm, this, bound| {
                this.set("ops", Value::list(bound.iterate(vm, "ops")?));
                Ok(())
            })
            .method("is_empty", "", |vm, this, _| {
                let ops = vm.getattr(&this, "ops")?;
                Ok(Value::Bool(!vm.truthy(&ops)?))
            })
            .method("as_diffs", "", |vm, this, _| {
                diff_function(vm, "as_diffs", this.clone())
            }),
        "ModifyTableOps" => builder.init("table_name, ops, *, schema=None", |vm, this, bound| {
            this.set("ops", Value::list(bound.iterate(vm, "ops")?));
            this.set("table_name", bound.get("table_name").clone());
            this.set("schema", bound.get("schema").clone());
            Ok(())
        }),
        "UpgradeOps" => container(builder, "ops=(), upgrade_token='upgrades'", "upgrade_token"),
        "DowngradeOps" => container(
            builder,
            "ops=(), downgrade_token='downgrades'",
            "downgrade_token",
        ),
        "MigrationScript" => builder
            .init(
                "rev_id, upgrade_ops, downgrade_ops, *, message=None, imports=None, head=None, \
             splice=None, branch_label=None, version_path=None, depends_on=None",
                |_, this, bound| {
                    for field in [
                        "rev_id",
                        "upgrade_ops",
                        "downgrade_ops",
                        "message",
                        "imports",
                        "head",
                        "splice",
                        "branch_label",
                        "version_path",
                        "depends_on",
                    ] {
                        this.set(field, bound.get(field).clone());
                    }
                    Ok(())
                },
            )
            .property("upgrade_ops_list", |vm, this| {
                listed(vm, &this, "upgrade_ops")
            })
            .property("downgrade_ops_list", |vm, this| {
                listed(vm, &this, "downgrade_ops")
            }),
        _ => builder,
    };
    builder.build()
}

/// One container as a list of one, several as they are.
fn listed(vm: &mut Vm, this: &Value, name: &str) -> PyResult {
    Ok(match vm.getattr(this, name)? {
        list @ Value::List(_) => list,
        one => Value::list(vec![one]),
    })
}

fn container(builder: ClassBuilder, signature: &str, token: &'static str) -> ClassBuilder {
    builder.init(signature, move |vm: &mut Vm, this, bound| -> PyResult<()> {
        this.set("ops", Value::list(bound.iterate(vm, "ops")?));
        this.set(token, bound.get(token).clone());
        Ok(())
    })
}
