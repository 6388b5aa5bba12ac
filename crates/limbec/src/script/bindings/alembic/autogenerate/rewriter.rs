//! `Rewriter`: functions that replace operations by others, class by class.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm, native_fn};

use super::super::state::Alembic;
use super::directives::containers;

/// The class.
pub fn rewriter_class() -> Rc<Class> {
    ClassBuilder::new("alembic.autogenerate.rewriter", "Rewriter")
        .init("", |_, this, _| {
            this.set("_rewrites", Value::list(Vec::new()));
            this.set("_chained", Value::list(Vec::new()));
            Ok(())
        })
        .method("rewrites", "operator", |_, this, bound| {
            let operator = bound.get("operator").clone();
            Ok(native_fn("decorate", "fn", move |vm, bound| {
                let function = bound.get("fn").clone();
                let rewrites = vm.getattr(&this, "_rewrites")?;
                let entry = Value::tuple(vec![operator.clone(), function.clone()]);
                vm.call_method(&rewrites, "append", vec![entry])?;
                Ok(function)
            }))
        })
        .method("chain", "other", |vm, this, bound| {
            let instance = vm.class_of(&this).allocate();
            instance.set("_rewrites", vm.getattr(&this, "_rewrites")?);
            let chained = vm.getattr(&this, "_chained")?;
            let mut chained = vm.iterate(&chained)?;
            chained.push(bound.get("other").clone());
            instance.set("_chained", Value::list(chained));
            Ok(Value::Instance(instance))
        })
        .method(
            "process_revision_directives",
            "context, revision, directives",
            |vm, this, bound| {
                let call = Call::new(&this, bound.get("context"), bound.get("revision"));
                call.list(vm, bound.get("directives"))?;
                Ok(Value::None)
            },
        )
        .method(
            "__call__",
            "context, revision, directives",
            |vm, this, bound| {
                let call = Call::new(&this, bound.get("context"), bound.get("revision"));
                let directives = bound.get("directives").clone();
                call.list(vm, &directives)?;
                let chained = vm.getattr(&this, "_chained")?;
                for other in vm.iterate(&chained)? {
                    let args = vec![
                        call.context.clone(),
                        call.revision.clone(),
                        directives.clone(),
                    ];
                    vm.call(&other, args, Vec::new())?;
                }
                Ok(Value::None)
            },
        )
        .build()
}

/// A call of a rewriter.
struct Call {
    rewriter: Value,
    context: Value,
    revision: Value,
}

impl Call {
    fn new(rewriter: &Value, context: &Value, revision: &Value) -> Self {
        Self {
            rewriter: rewriter.clone(),
            context: context.clone(),
            revision: revision.clone(),
        }
    }

    /// Rewrite the operations of a list, in place.
    fn list(&self, vm: &mut Vm, list: &Value) -> PyResult<()> {
        let mut kept = Vec::new();
        for directive in vm.iterate(list)? {
            kept.extend(self.one(vm, &directive)?);
        }
        if let Value::List(list) = list.unwrap_inner() {
            *list.borrow_mut() = kept;
        }
        Ok(())
    }

    /// Rewrite an operation and what it contains.
    fn one(&self, vm: &mut Vm, directive: &Value) -> PyResult<Vec<Value>> {
        let made = self.rewritten(vm, directive)?;
        let script = Alembic::of(vm).class("MigrationScript");
        for directive in &made {
            if vm.isinstance(directive, &script) {
                for name in ["upgrade_ops", "downgrade_ops"] {
                    let mut all = Vec::new();
                    for container in containers(vm, directive, name)? {
                        let mut one = self.one(vm, &container)?;
                        if one.len() != 1 {
                            return Err(vm.raise(
                                "ValueError",
                                "Can only return single object for UpgradeOps traverse",
                            ));
                        }
                        all.append(&mut one);
                    }
                    let value = match all.as_slice() {
                        [only] => only.clone(),
                        _ => Value::list(all),
                    };
                    vm.setattr(directive, name, value)?;
                }
            } else if let Some(ops) = vm.getattr_opt(directive, "ops")? {
                self.list(vm, &ops)?;
            }
        }
        Ok(made)
    }

    /// What the function of the operation's class makes of it.
    fn rewritten(&self, vm: &mut Vm, directive: &Value) -> PyResult<Vec<Value>> {
        let rewrites = vm.getattr(&self.rewriter, "_rewrites")?;
        let mut known = Vec::new();
        for entry in vm.iterate(&rewrites)? {
            let parts = vm.iterate(&entry)?;
            if let [Value::Class(class), function] = parts.as_slice() {
                known.push((class.clone(), function.clone()));
            }
        }
        let class = vm.class_of(directive);
        let function = class.mro().iter().find_map(|class| {
            // The function that was registered last wins.
            known
                .iter()
                .rev()
                .find(|(registered, _)| Rc::ptr_eq(registered, class))
                .map(|(_, function)| function.clone())
        });
        let Some(function) = function else {
            return Ok(vec![directive.clone()]);
        };
        let mutations = match vm.getattr_opt(directive, "_mutations")? {
            Some(mutations) => vm.iterate(&mutations)?,
            None => Vec::new(),
        };
        if mutations.iter().any(|known| known.is(&self.rewriter)) {
            return Ok(vec![directive.clone()]);
        }
        let args = vec![
            self.context.clone(),
            self.revision.clone(),
            directive.clone(),
        ];
        let answer = vm.call(&function, args, Vec::new())?;
        let made = match answer {
            Value::None => Vec::new(),
            Value::Instance(_) => vec![answer],
            several => vm.iterate(&several)?,
        };
        for directive in &made {
            let mut mutations = match vm.getattr_opt(directive, "_mutations")? {
                Some(mutations) => vm.iterate(&mutations)?,
                None => Vec::new(),
            };
            mutations.push(self.rewriter.clone());
            vm.setattr(directive, "_mutations", Value::list(mutations))?;
        }
        Ok(made)
    }
}
