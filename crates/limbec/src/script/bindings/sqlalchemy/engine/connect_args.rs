//! `create_engine(connect_args={...})`: what goes to the driver.
//!
//! The arguments are the same as those after the `?` of a URL, and are read in the same place, so
//! that an unknown one is refused in the words of the driver. What only a call can hold, a
//! dictionary of settings or an `ssl.SSLContext`, is put into the words of libpq here.

use limbec_python::{PyResult, Value, Vm};

/// The arguments as names and texts.
///
/// # Errors
/// A value that has no text, such as a function.
pub(super) fn read(vm: &mut Vm, given: &Value) -> PyResult<Vec<(String, String)>> {
    let mut arguments = Arguments::default();
    for pair in vm
        .call_method(given, "items", Vec::new())
        .and_then(|items| vm.iterate(&items))?
    {
        let pair = vm.iterate(&pair)?;
        let [name, value] = pair.as_slice() else {
            continue;
        };
        let name = vm.str(name)?.to_string();
        match (name.as_str(), value) {
            (_, Value::None) => {}
            ("server_settings", settings) => arguments.settings(vm, settings)?,
            ("ssl" | "ssl_context", context @ Value::Instance(_)) => {
                arguments.context(vm, context)?;
            }
            ("ssl_context", Value::Bool(wanted)) => arguments.add("ssl", wanted.to_string()),
            ("options", text) => {
                let text = vm.str(text)?;
                arguments.options.push(text.to_string());
            }
            (_, Value::Bool(flag)) => arguments.add(&name, flag.to_string()),
            (_, Value::Str(_) | Value::Int(_) | Value::Float(_)) => {
                let text = vm.str(value)?.to_string();
                arguments.add(&name, text);
            }
            (_, other) => {
                let kind = vm.type_name(other);
                return Err(vm.unsupported(format!(
                    "connect_args={{\"{name}\": ...}} with a value of the type {kind}"
                )));
            }
        }
    }
    Ok(arguments.finish())
}

#[derive(Default)]
struct Arguments {
    pairs: Vec<(String, String)>,
    /// Parts of libpq's `options`.
    options: Vec<String>,
}

impl Arguments {
    fn add(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.push((name.to_owned(), value.into()));
    }

    /// `server_settings` of asyncpg: settings of the session.
    fn settings(&mut self, vm: &mut Vm, settings: &Value) -> PyResult<()> {
        let items = vm.call_method(settings, "items", Vec::new())?;
        for pair in vm.iterate(&items)? {
            let pair = vm.iterate(&pair)?;
            if let [name, value] = pair.as_slice() {
                let (name, value) = (vm.str(name)?, vm.str(value)?);
                if &*name == "application_name" {
                    self.add("application_name", value.to_string());
                    continue;
                }
                let value = value.replace('\\', "\\\\").replace(' ', "\\ ");
                self.options.push(format!("-c {name}={value}"));
            }
        }
        Ok(())
    }

    /// An `ssl.SSLContext`, by what it was told to check.
    fn context(&mut self, vm: &mut Vm, context: &Value) -> PyResult<()> {
        let checks_name = vm.getattr(context, "check_hostname")?;
        let verifies = vm.getattr(context, "verify_mode")?;
        let mode = match (vm.truthy(&verifies)?, vm.truthy(&checks_name)?) {
            (false, _) => "require",
            (true, false) => "verify-ca",
            (true, true) => "verify-full",
        };
        self.add("sslmode", mode);
        for (attribute, name) in [
            ("_cafile", "sslrootcert"),
            ("_certfile", "sslcert"),
            ("_keyfile", "sslkey"),
        ] {
            match vm.getattr(context, attribute)? {
                Value::None if name == "sslrootcert" && mode == "verify-full" => {
                    self.add(name, "system");
                }
                Value::None => {}
                path => {
                    let path = vm.str(&path)?.to_string();
                    self.add(name, path);
                }
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Vec<(String, String)> {
        if !self.options.is_empty() {
            let options = self.options.join(" ");
            self.add("options", options);
        }
        self.pairs
    }
}
