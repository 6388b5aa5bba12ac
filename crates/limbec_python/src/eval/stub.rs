use crate::*;
use std::rc::Rc;
impl Vm {
    /// `class`
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(i) => i.class(),
            Value::Class(c) => c
                .metaclass()
                .cloned()
                .unwrap_or_else(|| self.types.type_.clone()),
            other => self.types.get(other.kind()).clone(),
        }
    }
    /// `getattr(object, name)`
    pub fn getattr(&mut self, _object: &Value, _name: &str) -> PyResult {
        Err(self.unsupported("getattr"))
    }
    /// `setattr(object, name, value)`
    pub fn setattr(&mut self, _object: &Value, _name: &str, _value: Value) -> PyResult<()> {
        Err(self.unsupported("setattr"))
    }
    /// `delattr(object, name)`
    pub fn delattr(&mut self, _object: &Value, _name: &str) -> PyResult<()> {
        Err(self.unsupported("delattr"))
    }
    /// Call with arguments as they come.
    pub fn call_args(&mut self, _f: &Value, _args: Args) -> PyResult {
        Err(self.unsupported("call"))
    }
    /// `iter(value)`
    pub fn iter(&mut self, _v: &Value) -> PyResult {
        Err(self.unsupported("iter"))
    }
    /// `next(iterator)`; `None` at the end
    pub fn next(&mut self, _v: &Value) -> PyResult<Option<Value>> {
        Err(self.unsupported("next"))
    }
    /// `object[key]`
    pub fn get_item(&mut self, _o: &Value, _k: &Value) -> PyResult {
        Err(self.unsupported("get_item"))
    }
    /// `object[key] = value`
    pub fn set_item(&mut self, _o: &Value, _k: &Value, _v: Value) -> PyResult<()> {
        Err(self.unsupported("set_item"))
    }
    /// `del object[key]`
    pub fn del_item(&mut self, _o: &Value, _k: &Value) -> PyResult<()> {
        Err(self.unsupported("del_item"))
    }
    /// `bool(value)`
    pub fn truthy(&mut self, _v: &Value) -> PyResult<bool> {
        Err(self.unsupported("truthy"))
    }
    /// `str(value)`
    pub fn str(&mut self, _v: &Value) -> PyResult<Rc<str>> {
        Err(self.unsupported("str"))
    }
    /// `repr(value)`
    pub fn repr(&mut self, _v: &Value) -> PyResult<Rc<str>> {
        Err(self.unsupported("repr"))
    }
    /// `format(value, spec)`
    pub fn format(&mut self, _v: &Value, _spec: &str) -> PyResult<Rc<str>> {
        Err(self.unsupported("format"))
    }
    /// `a == b`, identity included
    pub fn eq(&mut self, _a: &Value, _b: &Value) -> PyResult<bool> {
        Err(self.unsupported("eq"))
    }
    /// `hash(value)`
    pub fn hash(&mut self, _v: &Value) -> PyResult<i64> {
        Err(self.unsupported("hash"))
    }
    /// `len(value)`
    pub fn len(&mut self, _v: &Value) -> PyResult<usize> {
        Err(self.unsupported("len"))
    }
    /// `a < b` and so on
    pub fn compare(&mut self, _op: ir::Compare, _a: &Value, _b: &Value) -> PyResult {
        Err(self.unsupported("compare"))
    }
    /// `a + b` and so on
    pub fn binary(&mut self, _op: ir::Binary, _a: &Value, _b: &Value) -> PyResult {
        Err(self.unsupported("binary"))
    }
    /// `item in container`
    pub fn contains(&mut self, _container: &Value, _item: &Value) -> PyResult<bool> {
        Err(self.unsupported("contains"))
    }
    /// `isinstance(object, classes)` with everything it takes: a class, a tuple, a union
    pub fn isinstance_of(&mut self, _o: &Value, _c: &Value) -> PyResult<bool> {
        Err(self.unsupported("isinstance"))
    }
    /// Import a module by its whole dotted name.
    pub fn import(&mut self, _name: &str) -> PyResult {
        Err(self.unsupported("import"))
    }
    /// Run a source text as a module.
    pub fn run_module(&mut self, _name: &str, _path: &str, _source: &str) -> PyResult<Rc<Module>> {
        Err(self.unsupported("run"))
    }
    /// Run a coroutine (or any awaitable) to its end.
    pub fn run_awaitable(&mut self, _v: &Value) -> PyResult {
        Err(self.unsupported("await"))
    }
}
