//! `Operations` and `BatchOperations`: what `op` and `batch_op` are.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::{Args, Bound, Class, ClassBuilder, PyResult, Value, Vm, native_fn};
use limbec_schema::{Batch, BatchItem, BatchSettings, Operation};

use super::super::bridge;
use super::super::bridge::compiler;
use super::super::manager::context_manager;
use super::super::migration_context::{self, MigrationContext};
use super::super::state::Alembic;
use super::batch_alter_table;
use super::directive::{BatchTarget, Directive};
use super::{DIRECTIVES, extend, inline_literal, run_async};
use crate::script::host::Host as _;

/// What an `Operations` object holds.
pub struct Operations {
    /// The migration context as scripts see it.
    pub context_value: Value,
    /// The batch, where this is a `BatchOperations`.
    pub batch: Option<OpenBatch>,
}

/// A batch that is being filled.
pub struct OpenBatch {
    /// The table.
    pub target: BatchTarget,
    /// The arguments of `batch_alter_table`.
    pub settings: BatchSettings,
    /// What was asked for so far.
    pub items: RefCell<Vec<Operation>>,
}

impl Operations {
    /// The context.
    ///
    /// # Errors
    /// `AttributeError` where the object was made with something else than a context.
    pub fn context(&self, vm: &mut Vm) -> PyResult<Rc<MigrationContext>> {
        migration_context::of(vm, &self.context_value)
    }

    /// Carry out an operation now, or keep it for the end of the batch.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn emit(&self, vm: &mut Vm, operation: Operation) -> PyResult<()> {
        match &self.batch {
            Some(batch) => {
                batch.items.borrow_mut().push(operation);
                Ok(())
            }
            None => self.context(vm)?.invoke(vm, operation),
        }
    }

    /// Carry out what the batch has gathered.
    ///
    /// # Errors
    /// As [`Operations::emit`].
    pub fn flush(&self, vm: &mut Vm) -> PyResult<()> {
        let Some(batch) = &self.batch else {
            return Ok(());
        };
        let items = std::mem::take(&mut *batch.items.borrow_mut());
        let table = bridge::name(vm, &batch.target.table, "table_name")?;
        let schema = batch.target.schema.as_str().map(|text| text.to_string());
        let operation = Operation::Batch(Box::new(Batch {
            table,
            schema,
            settings: batch.settings.clone(),
            items: items
                .into_iter()
                .map(|operation| BatchItem { operation })
                .collect(),
        }));
        self.context(vm)?.invoke(vm, operation)
    }
}

/// The `Operations` behind a value.
///
/// # Errors
/// `TypeError` where it is something else.
pub fn of(vm: &mut Vm, value: &Value) -> PyResult<Rc<Operations>> {
    match value.payload::<Operations>() {
        Some(operations) => Ok(operations),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise(
                "TypeError",
                format!("expected an Operations object, not {found}"),
            ))
        }
    }
}

/// An `Operations` object for a context.
///
/// # Errors
/// Whatever the constructor raises.
pub fn make(vm: &mut Vm, context: &Value) -> PyResult {
    let class = Alembic::of(vm).class("Operations");
    vm.instantiate(&class, vec![context.clone()], Vec::new())
}

/// A `BatchOperations` object.
pub fn make_batch(vm: &mut Vm, context: &Value, batch: OpenBatch) -> Value {
    let instance = Alembic::of(vm).class("BatchOperations").allocate();
    instance.set("migration_context", context.clone());
    instance.set("impl", migration_context::implementation(vm, context));
    instance.set_payload(Rc::new(Operations {
        context_value: context.clone(),
        batch: Some(batch),
    }));
    Value::Instance(instance)
}

/// The class that both extend.
pub fn abstract_class(module: &str) -> Rc<Class> {
    let mut builder = ClassBuilder::new(module, "AbstractOperations")
        .init("migration_context, impl=None", |vm, this, bound| {
            let context = bound.get("migration_context").clone();
            this.set("migration_context", context.clone());
            this.set("impl", migration_context::implementation(vm, &context));
            this.set_payload(Rc::new(Operations {
                context_value: context,
                batch: None,
            }));
            Ok(())
        })
        .method("get_context", "", |vm, this, _| {
            Ok(of(vm, &this)?.context_value.clone())
        })
        .method("get_bind", "", |vm, this, _| {
            let context = of(vm, &this)?.context(vm)?;
            Ok(context.bind())
        })
        .method("f", "name", |vm, _, bound| {
            let name = bridge::name(vm, bound.get("name"), "name")?;
            Ok(bridge::conv(&name))
        })
        .method("inline_literal", "value, type_=None", |vm, _, bound| {
            inline_literal::inline_literal(vm, &bound)
        })
        .method(
            "run_async",
            "async_function, *args, **kw_args",
            |vm, this, bound| run_async::run_async(vm, &this, &bound),
        )
        .method("invoke", "operation", |vm, this, bound| {
            let operation = bound.get("operation").clone();
            invoke(vm, &this, &operation)
        })
        .method(
            "batch_alter_table",
            batch_alter_table::SIGNATURE,
            |vm, this, bound| batch_alter_table::batch_alter_table(vm, &this, &bound),
        );
    builder = extend::class_methods(builder);
    builder.build()
}

/// `Operations`
pub fn operations_class(module: &str, base: &Rc<Class>) -> Rc<Class> {
    let mut builder = ClassBuilder::new(module, "Operations")
        .base(base)
        .class_method("context", "migration_context", |vm, _, bound| {
            let context = bound.get("migration_context").clone();
            Ok(proxied(vm, &context))
        });
    for directive in DIRECTIVES {
        let directive: &'static Directive = directive;
        let function = method(
            directive.name,
            directive.signature,
            move |vm, this, bound| {
                let args = (directive.arguments)(&bound);
                make_and_invoke(vm, &this, directive.class, args)
            },
        );
        builder = builder.attr(directive.name, function);
    }
    builder.build()
}

/// `BatchOperations`
pub fn batch_class(module: &str, base: &Rc<Class>) -> Rc<Class> {
    let mut builder = ClassBuilder::new(module, "BatchOperations").base(base);
    for directive in DIRECTIVES {
        let Some(form) = &directive.batch else {
            continue;
        };
        let class = directive.class;
        let function = method(directive.name, form.signature, move |vm, this, bound| {
            let operations = of(vm, &this)?;
            let Some(batch) = &operations.batch else {
                return Err(vm.raise("AttributeError", "this is not a batch"));
            };
            let args = (form.arguments)(&batch.target, &bound);
            make_and_invoke(vm, &this, class, args)
        });
        builder = builder.attr(directive.name, function);
    }
    builder.build()
}

/// A method whose messages name it without its class, as those of Alembic's generated functions do.
fn method(
    name: &'static str,
    signature: &'static str,
    run: impl Fn(&mut Vm, Value, Bound) -> PyResult + 'static,
) -> Value {
    limbec_python::native::native_method(name, signature, run)
}

fn make_and_invoke(vm: &mut Vm, operations: &Value, class: &str, args: Args) -> PyResult {
    let class = Alembic::of(vm).class(class);
    let operation = vm.instantiate(&class, args.pos, args.kw)?;
    invoke(vm, operations, &operation)
}

/// `operations.invoke(op)`: by what scripts have registered for the class, else by our own.
///
/// # Errors
/// `ValueError` for a class without implementation; whatever the implementation raises.
pub fn invoke(vm: &mut Vm, operations: &Value, operation: &Value) -> PyResult {
    let state = Alembic::of(vm);
    let class = vm.class_of(operation);
    for ancestor in class.mro() {
        if let Some(implementation) = state.implementation(&ancestor) {
            return vm.call(
                &implementation,
                vec![operations.clone(), operation.clone()],
                Vec::new(),
            );
        }
        if let Some(directive) = directive_of(&state, &ancestor) {
            let operations = of(vm, operations)?;
            return (directive.perform)(vm, &operations, operation);
        }
    }
    let shown = vm.str(operation)?;
    Err(vm.raise(
        "ValueError",
        format!("no dispatch function for object: {shown}"),
    ))
}

fn directive_of(state: &Alembic, class: &Rc<Class>) -> Option<&'static Directive> {
    let name = class.name();
    let directive = DIRECTIVES.iter().find(|d| d.class == &*name)?;
    Rc::ptr_eq(&state.class(directive.class), class).then_some(directive)
}

/// The default implementation of a class as a Python function, for implementations that wrap it.
pub fn default_implementation(state: &Alembic, class: &Rc<Class>) -> Option<Value> {
    let directive = directive_of(state, class)?;
    Some(native_fn(
        directive.name,
        "operations, operation",
        move |vm, bound| {
            let operations = of(vm, bound.get("operations"))?;
            (directive.perform)(vm, &operations, bound.get("operation"))
        },
    ))
}

/// A context manager inside which `op` means operations of this context.
pub fn proxied(vm: &mut Vm, context: &Value) -> Value {
    let entered = context.clone();
    context_manager(
        vm,
        move |vm| {
            let operations = make(vm, &entered)?;
            Alembic::of(vm).install_operations(vm, operations.clone());
            let context = migration_context::of(vm, &entered)?;
            compiler::enter(context.session().dialect().name());
            Ok(operations)
        },
        |vm, _| {
            compiler::leave();
            Alembic::of(vm).remove_operations(vm);
            Ok(false)
        },
    )
}
