//! Modules of the project that could not be interpreted and would have declared tables: a table that is not known must
//! not be taken for one that is not wanted.

use std::collections::HashSet;

use limbec_python::Vm;

/// What says that a text declares tables, beside the name of a package for them.
const DECLARATIONS: [&str; 6] = [
    "__tablename__",
    "table=True",
    "mapped_column(",
    "Column(",
    "Table(",
    "db.Model",
];

/// The module with tables that were not read: its name, and why.
pub(super) fn unread_tables(vm: &mut Vm) -> Option<(String, String)> {
    let unread = vm.unread_modules().to_vec();
    for module in unread {
        let mut seen = HashSet::new();
        if let Some(name) = declaring(vm, &module.name, &module.path, &module.text, &mut seen) {
            return Some((name, module.cause.to_string()));
        }
    }
    None
}

/// The module that declares tables: this one, or one that it would have imported.
fn declaring(
    vm: &mut Vm,
    name: &str,
    path: &str,
    text: &str,
    seen: &mut HashSet<String>,
) -> Option<String> {
    if declares_tables(text) {
        return Some(name.to_owned());
    }
    let package = if path.ends_with("__init__.py") {
        name
    } else {
        name.rsplit_once('.').map_or("", |(package, _)| package)
    };
    for imported in imports(package, text) {
        if !seen.insert(imported.clone()) {
            continue;
        }
        if let Some((path, text)) = vm.text_of_other_module(&imported)
            && let Some(found) = declaring(vm, &imported, &path, &text, seen)
        {
            return Some(found);
        }
    }
    None
}

fn declares_tables(text: &str) -> bool {
    let lines = || {
        text.lines()
            .filter(|line| !line.trim_start().starts_with('#'))
    };
    let names_package = |line: &str| line.contains("import") && line.contains("sql");
    (text.contains("db.Model") || lines().any(names_package))
        && lines().any(|line| DECLARATIONS.iter().any(|sign| line.contains(sign)))
}

/// The modules that the statements at the beginning of lines import.
fn imports(package: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("import ") {
            let names = rest
                .split(',')
                .filter_map(|name| name.split_whitespace().next());
            found.extend(names.map(str::to_owned));
        } else if let Some((module, names)) = line
            .strip_prefix("from ")
            .and_then(|rest| rest.split_once(" import "))
        {
            let Some(module) = absolute(package, module.trim()) else {
                continue;
            };
            for name in names
                .split(',')
                .filter_map(|name| name.split_whitespace().next())
            {
                found.push(format!("{module}.{}", name.trim_matches(['(', ')'])));
            }
            found.push(module);
        }
    }
    found
}

fn absolute(package: &str, module: &str) -> Option<String> {
    let dots = module.len() - module.trim_start_matches('.').len();
    if dots == 0 {
        return Some(module.to_owned());
    }
    let mut parts: Vec<&str> = package.split('.').filter(|part| !part.is_empty()).collect();
    parts.truncate((parts.len() + 1).checked_sub(dots)?);
    let rest = &module[dots..];
    if !rest.is_empty() {
        parts.push(rest);
    }
    (!parts.is_empty()).then(|| parts.join("."))
}
