//! What `alembic.op`, `sqlalchemy`, `alembic.context` and the packages beside them mean inside the interpreter.

pub mod alembic;
pub(in crate::script) mod packages;
pub mod sqlalchemy;

use limbec_python::Found;

/// Packages of applications that declare no tables and change none, whatever models they are given: servers, requests, answers,
/// forms, logs, queues.
pub(crate) const IDLE_PACKAGES: &[&str] = &[
    "apispec",
    "authlib",
    "babel",
    "bugsnag",
    "celery",
    "click",
    "cryptography",
    "elasticsearch",
    "fastapi",
    "flasgger",
    "flask",
    "flask_admin",
    "flask_apispec",
    "flask_assets",
    "flask_babel",
    "flask_babelex",
    "flask_bcrypt",
    "flask_bootstrap",
    "flask_caching",
    "flask_ckeditor",
    "flask_compress",
    "flask_cors",
    "flask_debugtoolbar",
    "flask_executor",
    "flask_httpauth",
    "flask_jwt",
    "flask_jwt_extended",
    "flask_limiter",
    "flask_login",
    "flask_mail",
    "flask_mailman",
    "flask_marshmallow",
    "flask_migrate",
    "flask_minify",
    "flask_moment",
    "flask_oidc",
    "flask_pagedown",
    "flask_principal",
    "flask_redis",
    "flask_rest_api",
    "flask_restful",
    "flask_restplus",
    "flask_restx",
    "flask_script",
    "flask_seasurf",
    "flask_session",
    "flask_smorest",
    "flask_socketio",
    "flask_sslify",
    "flask_swagger_ui",
    "flask_talisman",
    "flask_uploads",
    "flask_webpackext",
    "flask_wtf",
    "gunicorn",
    "jinja2",
    "jwt",
    "loguru",
    "mailchimp",
    "markdown",
    "marshmallow",
    "newrelic",
    "openai",
    "opentelemetry",
    "passlib",
    "prometheus_client",
    "prometheus_flask_exporter",
    "raven",
    "redis",
    "requests",
    "rollbar",
    "rq",
    "sentry_sdk",
    "starlette",
    "strawberry",
    "stripe",
    "statsd",
    "structlog",
    "werkzeug",
    "whitenoise",
    "wtforms",
];

/// A module of the packages that are built in, absent where they have none of that name; `None`
/// where the package is not built in, so that the project is asked for it.
pub(crate) fn find(dotted: &str) -> Option<Found> {
    let module = match dotted.split('.').next() {
        Some("alembic") => alembic::module(dotted),
        Some("sqlalchemy") => sqlalchemy::module(dotted),
        Some("psycopg2") => sqlalchemy::psycopg2::module(dotted),
        _ => return packages::find(dotted),
    };
    Some(module.map_or(Found::Absent, Found::Native))
}

/// Whether a class of SQLAlchemy or Alembic, by its full name, has an attribute.
pub(crate) fn original_has(class: &str, attribute: &str) -> bool {
    sqlalchemy::class_has(class, attribute)
}

/// Forget what the scripts of an earlier run on this thread did to the packages.
pub(crate) fn reset() {
    sqlalchemy::reset();
}
