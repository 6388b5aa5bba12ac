//! The library inside of an asynchronous runtime, called as it is and by `spawn_blocking`, on both databases and with
//! scripts in Python, which run on a thread of their own.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use limbec::{Embedded, Limbec};
#[cfg(feature = "postgres")]
use limbec_testing::postgres::server;
use tokio::runtime::{Builder, Runtime};

static HISTORY: &Embedded = limbec::embed!("tests/library/migrations");

#[cfg(all(feature = "python", feature = "postgres"))]
const ENV: &str = "\
from alembic import context
from sqlalchemy import create_engine
with create_engine(context.config.get_main_option('sqlalchemy.url')).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
";
#[cfg(all(feature = "python", feature = "postgres"))]
const SCRIPT: &str = "\
'''users'''
from alembic import op
import sqlalchemy as sa
revision, down_revision = '0001', None
def upgrade(): op.create_table('users', sa.Column('id', sa.Integer, primary_key=True))
def downgrade(): op.drop_table('users')
";

/// Both kinds of runtime.
fn runtimes() -> [Runtime; 2] {
    [Builder::new_multi_thread(), Builder::new_current_thread()]
        .map(|mut builder| builder.enable_all().build().unwrap())
}

fn sqlite(folder: &Path) -> String {
    format!("sqlite:///{}", folder.join("app.db").display())
}

/// What a service does at its start, without leaving the task.
async fn goes_up_and_down(limbec: Limbec) {
    assert!(!limbec.is_at_head().unwrap());
    let pending = limbec.pending().unwrap().len();
    assert_eq!(limbec.plan("head").unwrap().len(), pending);
    tokio::task::yield_now().await;
    assert_eq!(limbec.upgrade("head").unwrap().len(), pending);
    assert!(limbec.is_at_head().unwrap());
    limbec.downgrade("base").unwrap();
    assert!(limbec.current().unwrap().is_empty());
}

/// Several tasks at once: each script runs once.
async fn is_run_once(limbec: Limbec) {
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let limbec = limbec.clone();
            tokio::task::spawn_blocking(move || limbec.upgrade("head").unwrap().len())
        })
        .collect();
    let mut ran = 0;
    for task in tasks {
        ran += task.await.unwrap();
    }
    assert_eq!(ran, limbec.plan("head").unwrap().len() + ran);
    assert!(limbec.is_at_head().unwrap());
    assert_eq!(ran, limbec.downgrade("base").unwrap().len());
}

fn holds(limbec: &Limbec) {
    for runtime in runtimes() {
        runtime.block_on(goes_up_and_down(limbec.clone()));
        runtime.block_on(is_run_once(limbec.clone()));
        // In a task of the runtime, too, and not only in the future that it was started with.
        let task = runtime.spawn(goes_up_and_down(limbec.clone()));
        runtime.block_on(task).unwrap();
    }
}

#[test]
fn scripts_in_sql_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    holds(
        &Limbec::embedded(HISTORY, sqlite(folder.path()))
            .build()
            .unwrap(),
    );
}

#[cfg(feature = "postgres")]
#[test]
fn scripts_in_sql_on_postgresql() {
    let database = server().database();
    holds(&Limbec::embedded(HISTORY, database.url()).build().unwrap());
}

#[cfg(all(feature = "python", feature = "postgres"))]
#[test]
fn scripts_in_python_on_both() {
    let folder = tempfile::tempdir().unwrap();
    let versions = folder.path().join("migrations/versions");
    std::fs::create_dir_all(&versions).unwrap();
    std::fs::write(folder.path().join("migrations/env.py"), ENV).unwrap();
    std::fs::write(versions.join("0001_users.py"), SCRIPT).unwrap();
    let ini = folder.path().join("alembic.ini");
    std::fs::write(
        &ini,
        "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = none://\n",
    )
    .unwrap();
    let database = server().database();
    for url in [sqlite(folder.path()), database.url()] {
        holds(&Limbec::builder(&ini).url(url).build().unwrap());
    }
}
