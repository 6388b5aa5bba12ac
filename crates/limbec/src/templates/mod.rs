//! The templates of `init`: what a new project consists of.
//!
//! They are part of the program, so that a machine needs no files beside it. Projects made from them run under Alembic as
//! well.

/// One file of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateFile {
    /// The name; `.ini.mako` and `.toml.mako` files are rendered to the place of the configuration, an `alembic.ini` has
    /// only the script folder filled in, others are copied.
    pub name: &'static str,
    /// The content.
    pub text: &'static str,
}

/// A template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// The name, as `init -t` takes it.
    pub name: &'static str,
    /// The files.
    pub files: &'static [TemplateFile],
}

impl Template {
    /// The one-line description: the first line of the README.
    #[must_use]
    pub fn synopsis(&self) -> &'static str {
        let readme = self.files.iter().find(|file| file.name == "README");
        readme
            .and_then(|file| file.text.lines().next())
            .unwrap_or_default()
    }
}

const SCRIPT: TemplateFile = TemplateFile {
    name: "script.py.mako",
    text: include_str!("shared/script.py.mako"),
};
const ENV: TemplateFile = TemplateFile {
    name: "env.py",
    text: include_str!("shared/env.py"),
};
const ENV_ASYNC: TemplateFile = TemplateFile {
    name: "env.py",
    text: include_str!("shared/env_async.py"),
};
const INI: TemplateFile = TemplateFile {
    name: "alembic.ini.mako",
    text: include_str!("shared/alembic.ini.mako"),
};
const URL_INI: TemplateFile = TemplateFile {
    name: "alembic.ini.mako",
    text: include_str!("shared/url_only.ini.mako"),
};
const PYPROJECT: TemplateFile = TemplateFile {
    name: "pyproject.toml.mako",
    text: include_str!("shared/pyproject.toml.mako"),
};

const TEMPLATES: [Template; 6] = [
    Template {
        name: "async",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("async/README"),
            },
            ENV_ASYNC,
            INI,
            SCRIPT,
        ],
    },
    Template {
        name: "generic",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("generic/README"),
            },
            ENV,
            INI,
            SCRIPT,
        ],
    },
    Template {
        name: "multidb",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("multidb/README"),
            },
            TemplateFile {
                name: "env.py",
                text: include_str!("multidb/env.py"),
            },
            TemplateFile {
                name: "alembic.ini.mako",
                text: include_str!("multidb/alembic.ini.mako"),
            },
            TemplateFile {
                name: "script.py.mako",
                text: include_str!("multidb/script.py.mako"),
            },
        ],
    },
    Template {
        name: "pyproject",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("pyproject/README"),
            },
            ENV,
            URL_INI,
            PYPROJECT,
            SCRIPT,
        ],
    },
    Template {
        name: "pyproject_async",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("pyproject_async/README"),
            },
            ENV_ASYNC,
            URL_INI,
            PYPROJECT,
            SCRIPT,
        ],
    },
    Template {
        name: "sql",
        files: &[
            TemplateFile {
                name: "README",
                text: include_str!("sql/README"),
            },
            TemplateFile {
                name: "alembic.ini",
                text: include_str!("sql/alembic.ini"),
            },
            TemplateFile {
                name: "schema.sql",
                text: include_str!("sql/schema.sql"),
            },
        ],
    },
];

/// All templates, by name.
#[must_use]
pub fn all() -> &'static [Template] {
    &TEMPLATES
}

/// The template of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}
