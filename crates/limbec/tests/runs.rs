//! Whole runs: `env.py` of the templates and of people, on real SQLite files.
#![allow(clippy::unwrap_used)]

mod support;

use limbec::commands::{CommandError, MigrateRequest};
use limbec::runner::{FailureKind, RunError};
use support::{Sandbox, revision};

fn upgrade(revision: &str) -> MigrateRequest {
    MigrateRequest {
        revision: revision.to_owned(),
        ..MigrateRequest::default()
    }
}

fn offline(revision: &str) -> MigrateRequest {
    MigrateRequest {
        sql: true,
        ..upgrade(revision)
    }
}

const TWO_TABLES: [(&str, &str, &str); 2] = [
    (
        "a1",
        "op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True))",
        "op.drop_table('t')",
    ),
    (
        "b2",
        "op.add_column('t', sa.Column('name', sa.String(20)))",
        "op.drop_column('t', 'name')",
    ),
];

#[test]
fn up_and_down_with_the_generic_template() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    let up = sandbox.run(|project| project.upgrade(&upgrade("head")));
    assert_eq!(
        up.summary().steps,
        ["upgrade  -> a1, first", "upgrade a1 -> b2, second"]
    );
    assert_eq!(up.recorded.revisions, ["a1", "b2"]);
    assert_eq!(sandbox.versions(), ["b2"]);
    assert_eq!(
        sandbox.schema_of("t"),
        "CREATE TABLE t (\n\tid INTEGER NOT NULL, name VARCHAR(20), \n\tPRIMARY KEY (id)\n)"
    );
    assert_eq!(
        up.recorded.diagnostics,
        "INFO  [alembic.runtime.migration] Context impl SQLiteImpl.\n\
         INFO  [alembic.runtime.migration] Will assume non-transactional DDL.\n\
         INFO  [alembic.runtime.migration] Running upgrade  -> a1, first\n\
         INFO  [alembic.runtime.migration] Running upgrade a1 -> b2, second\n"
    );
    let down = sandbox.run(|project| project.downgrade(&upgrade("base")));
    assert_eq!(
        down.summary().steps,
        ["downgrade b2 -> a1, second", "downgrade a1 -> , first"]
    );
    assert_eq!(sandbox.versions(), Vec::<String>::new());
    assert_eq!(sandbox.tables(), ["alembic_version"]);
}

#[test]
fn offline_writes_what_online_sends() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    let written = sandbox.run(|project| project.upgrade(&offline("head")));
    written.summary();
    assert_eq!(
        written.recorded.output,
        "CREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n    \
         CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n\n\
         -- Running upgrade  -> a1\n\n\
         CREATE TABLE t (\n    id INTEGER NOT NULL, \n    PRIMARY KEY (id)\n);\n\n\
         INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;\n\n\
         -- Running upgrade a1 -> b2\n\n\
         ALTER TABLE t ADD COLUMN name VARCHAR(20);\n\n\
         UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';\n\n"
    );
    assert!(sandbox.tables().is_empty(), "--sql touches no database");
    let sent = sandbox.run(|project| project.upgrade(&upgrade("head")));
    let sent: Vec<String> = sent
        .recorded
        .statements
        .iter()
        .filter(|sql| !sql.trim_start().starts_with("SELECT"))
        .map(|sql| format!("{};\n\n", sql.replace('\t', "    ").trim()))
        .collect();
    let without_comments: String = written
        .recorded
        .output
        .split_inclusive("\n\n")
        .filter(|part| !part.starts_with("--"))
        .collect();
    assert_eq!(sent.concat(), without_comments);
}

#[test]
fn a_migration_that_fails_leaves_nothing_behind() {
    let sandbox = Sandbox::generic().with_chain(&[
        TWO_TABLES[0],
        (
            "b2",
            "op.create_table('u', sa.Column('id', sa.Integer()))\n    \
             op.execute('INSERT INTO t (id) VALUES (1)')\n    \
             raise ValueError('half-way')",
            "pass",
        ),
    ]);
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    let Err(CommandError::Run(RunError::Script(failure))) = &outcome.result else {
        panic!("{:?}", outcome.result);
    };
    assert_eq!(failure.kind, FailureKind::Exception);
    assert_eq!(failure.summary(), "ValueError: half-way");
    assert_eq!(failure.step.as_deref(), Some("upgrade a1 -> b2, second"));
    assert!(failure.rolled_back);
    let place = failure.place.as_ref().unwrap();
    assert!(place.file.ends_with("b2_second.py"), "{}", place.file);
    assert_eq!(place.source.trim(), "raise ValueError('half-way')");
    assert_eq!(sandbox.versions(), ["a1"]);
    assert_eq!(sandbox.tables(), ["alembic_version", "t"]);
    assert_eq!(sandbox.count("t"), 0);
}

#[test]
fn a_mistake_in_the_last_script_is_found_before_the_first_one_runs() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES[..1]);
    sandbox.write(
        "versions/b2_second.py",
        "revision = 'b2'\ndown_revision = 'a1'\n",
    );
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    let error = outcome.result.unwrap_err().to_string();
    assert!(error.contains("has no attribute 'upgrade'"), "{error}");
    assert!(!sandbox.tables().contains(&"t".to_owned()));
}

#[test]
fn two_runs_at_once_do_the_work_once() {
    let sandbox = Sandbox::generic().with_chain(&[
        (
            "a1",
            "op.create_table('t', sa.Column('id', sa.Integer()))\n    \
             op.execute(\"INSERT INTO t WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 \
             FROM c WHERE x < 3000000) SELECT x FROM c WHERE x < 3\")",
            "pass",
        ),
        ("b2", "op.execute('INSERT INTO t (id) VALUES (10)')", "pass"),
    ]);
    let steps: Vec<usize> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
                    outcome.summary().steps.len()
                })
            })
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(steps.iter().sum::<usize>(), 2, "{steps:?}");
    assert_eq!(sandbox.count("t"), 3);
    assert_eq!(sandbox.versions(), ["b2"]);
}

#[test]
fn what_a_script_prints_stands_between_the_sql() {
    let sandbox = Sandbox::generic().with_chain(&[(
        "a1",
        "print('[INFO] first')\n    op.execute('SELECT 1')\n    print('[OK]', 'second')",
        "pass",
    )]);
    let written = sandbox.run(|project| project.upgrade(&offline("head")));
    let output = &written.recorded.output;
    let places: Vec<usize> = [
        "-- Running",
        "[INFO] first\n",
        "SELECT 1;\n",
        "[OK] second\n",
    ]
    .iter()
    .map(|text| {
        output
            .find(text)
            .unwrap_or_else(|| panic!("{text} in {output}"))
    })
    .collect();
    assert!(places.is_sorted(), "{output}");
}

#[test]
fn ctrl_c_ends_a_loop_and_rolls_back() {
    let sandbox = Sandbox::generic().with_chain(&[
        TWO_TABLES[0],
        (
            "b2",
            "op.create_table('u', sa.Column('id', sa.Integer()))\n    \
             while True:\n        pass",
            "pass",
        ),
    ]);
    let interrupt = sandbox.interrupt();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(800));
        interrupt.trigger();
    });
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    stopper.join().unwrap();
    let Err(CommandError::Run(RunError::Interrupted { step, .. })) = &outcome.result else {
        panic!("{:?}", outcome.result);
    };
    assert_eq!(step.as_deref(), Some("upgrade a1 -> b2, second"));
    assert_eq!(sandbox.versions(), ["a1"]);
    assert_eq!(sandbox.tables(), ["alembic_version", "t"]);
}

#[test]
fn an_autocommit_block_is_outside_of_the_transaction() {
    let sandbox = Sandbox::generic().with_chain(&[(
        "a1",
        "op.create_table('t', sa.Column('id', sa.Integer()))\n    \
         with op.get_context().autocommit_block():\n        \
         op.execute('VACUUM')\n    \
         op.execute('INSERT INTO t (id) VALUES (1)')\n    \
         raise ValueError('after the block')",
        "pass",
    )]);
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    let error = outcome.result.unwrap_err().to_string();
    assert!(error.contains("after the block"), "{error}");
    // What came before the block is committed by it, as Alembic warns; what came after is not.
    assert_eq!(sandbox.tables(), ["alembic_version", "t"]);
    assert_eq!(sandbox.count("t"), 0);
    assert_eq!(sandbox.versions(), Vec::<String>::new());
}

#[test]
fn operations_of_the_projects_own() {
    let sandbox = Sandbox::generic().with_file(
        "../ops_of_ours.py",
        "from alembic.operations import MigrateOperation, Operations\n\
         \n\
         \n\
         @Operations.register_operation('create_view')\n\
         class CreateViewOp(MigrateOperation):\n    \
             def __init__(self, name, sql):\n        \
                 self.name = name\n        \
                 self.sql = sql\n\
         \n    \
             @classmethod\n    \
             def create_view(cls, operations, name, *, sql):\n        \
                 return operations.invoke(cls(name, sql))\n\
         \n    \
             def reverse(self):\n        \
                 raise NotImplementedError()\n\
         \n\
         \n\
         @Operations.implementation_for(CreateViewOp)\n\
         def create_view(operations, operation):\n    \
             operations.execute(f'CREATE VIEW {operation.name} AS {operation.sql}')\n",
    );
    let sandbox = sandbox.with_chain(&[(
        "a1",
        "import ops_of_ours\n    op.create_view('one', sql='SELECT 1 AS one')",
        "op.execute('DROP VIEW one')",
    )]);
    sandbox
        .run(|project| project.upgrade(&upgrade("head")))
        .summary();
    assert_eq!(
        sandbox.schema_of("one"),
        "CREATE VIEW one AS SELECT 1 AS one"
    );
}

#[test]
fn hooks_are_told_of_every_step() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    sandbox.change_env(
        "connection=connection,",
        "connection=connection, on_version_apply=lambda ctx, step, heads, run_args: print(\
         step.is_upgrade, step.up_revision_id, step.down_revision_ids, sorted(heads), run_args, \
         step.up_revision.doc, ctx.version_table),",
    );
    sandbox.change_env(
        "context.run_migrations()",
        "context.run_migrations(mood='good')",
    );
    for (id, ..) in TWO_TABLES {
        let file = format!(
            "versions/{id}_{}.py",
            if id == "a1" { "first" } else { "second" }
        );
        sandbox.change(&file, "def upgrade():", "def upgrade(mood):");
    }
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    outcome.summary();
    assert_eq!(
        outcome.recorded.output,
        "True a1 () ['a1'] {'mood': 'good'} first alembic_version\n\
         True b2 ('a1',) ['b2'] {'mood': 'good'} second alembic_version\n"
    );
}

#[test]
fn the_url_of_the_command_line_wins() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    let other = sandbox.path("other.db");
    let url = format!("sqlite:///{}", other.display());
    let outcome = sandbox.run_with(
        move |config| config.url_override = Some(url.clone()),
        |project| project.upgrade(&upgrade("head")),
    );
    outcome.summary();
    assert!(other.exists());
    assert!(sandbox.tables().is_empty());
}

#[test]
fn asynchronous_engines() {
    let sandbox = Sandbox::template("async").with_chain(&[
        TWO_TABLES[0],
        (
            "b2",
            "async def fill(connection, count):\n        \
             for number in range(count):\n            \
             await connection.execute(sa.text('INSERT INTO t (id) VALUES (:id)'), {'id': number})\n        \
             return (await connection.execute(sa.text('SELECT count(*) FROM t'))).scalar()\n\n    \
             assert op.run_async(fill, count=3) == 3",
            "pass",
        ),
    ]);
    sandbox
        .run(|project| project.upgrade(&upgrade("head")))
        .summary();
    assert_eq!(sandbox.versions(), ["b2"]);
    assert_eq!(sandbox.count("t"), 3);
}

#[test]
fn several_databases() {
    let sandbox = Sandbox::template("multidb").with_databases(&["engine1", "engine2"]);
    sandbox.write(
        "versions/a1_first.py",
        &revision("a1", None, "first", "", "")
            .replace("def upgrade():", "def upgrade(engine_name):\n    globals()['upgrade_' + engine_name]()\n\n\ndef upgrade_engine1():\n    op.execute('CREATE TABLE one (id INTEGER)')\n\n\ndef upgrade_engine2():\n    op.execute('CREATE TABLE two (id INTEGER)')\n\n\ndef unused():"),
    );
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    outcome.summary();
    assert_eq!(sandbox.tables_of("engine1.db"), ["alembic_version", "one"]);
    assert_eq!(sandbox.tables_of("engine2.db"), ["alembic_version", "two"]);
    assert!(
        outcome
            .recorded
            .diagnostics
            .contains("INFO  [alembic.env] Migrating database engine2\n"),
        "{}",
        outcome.recorded.diagnostics
    );
}

#[test]
fn several_databases_offline_write_one_file_each() {
    let sandbox = Sandbox::template("multidb").with_databases(&["engine1", "engine2"]);
    sandbox.write(
        "versions/a1_first.py",
        &revision("a1", None, "first", "op.execute('SELECT 1')", "pass")
            .replace("def upgrade():", "def upgrade(engine_name):"),
    );
    let folder = sandbox.path("");
    sandbox.change_env("\"%s.sql\"", &format!("\"{}%s.sql\"", folder.display()));
    let outcome = sandbox.run(|project| project.upgrade(&offline("head")));
    outcome.summary();
    for name in ["engine1.sql", "engine2.sql"] {
        let text = std::fs::read_to_string(sandbox.path(name)).unwrap();
        assert!(text.contains("SELECT 1;\n\n"), "{text}");
        assert!(text.contains("CREATE TABLE alembic_version ("), "{text}");
    }
}

#[test]
fn a_row_that_is_not_there_is_noticed() {
    let sandbox = Sandbox::generic().with_chain(&[
        TWO_TABLES[0],
        ("b2", "op.execute('DELETE FROM alembic_version')", "pass"),
    ]);
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    assert_eq!(
        outcome.result.unwrap_err().to_string(),
        "Online migration expected to match one row when updating 'a1' to 'b2' in \
         'alembic_version'; 0 found"
    );
    assert_eq!(sandbox.versions(), ["a1"]);
}

#[test]
fn a_transaction_that_env_py_forgets_to_commit_is_no_success() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    sandbox.change_env(
        "        context.configure(\n            connection=connection",
        "        from sqlalchemy import text\n        connection.execute(text('SELECT 1'))\n        \
         context.configure(\n            connection=connection",
    );
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    let error = outcome.result.unwrap_err().to_string();
    assert!(
        error.starts_with("The migrations have been rolled back: "),
        "{error}"
    );
    assert!(!sandbox.tables().contains(&"t".to_owned()));
    sandbox.change_env(
        "            context.run_migrations()\n\n\nif",
        "            context.run_migrations()\n        connection.commit()\n\n\nif",
    );
    sandbox
        .run(|project| project.upgrade(&upgrade("head")))
        .summary();
    assert_eq!(sandbox.versions(), ["b2"]);
}

#[test]
fn a_context_without_a_connection_writes_nothing_online() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    sandbox.change_env("connection=connection", "dialect_name='sqlite'");
    let outcome = sandbox.run(|project| project.upgrade(&upgrade("head")));
    assert!(outcome.result.is_err());
    assert_eq!(outcome.recorded.output, "");
}

#[test]
fn without_env_py_the_file_is_named() {
    let sandbox = Sandbox::generic().with_chain(&TWO_TABLES);
    std::fs::remove_file(sandbox.path("migrations/env.py")).unwrap();
    let error = sandbox
        .run(|project| project.upgrade(&upgrade("head")))
        .result
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("Can't find Python file "), "{error}");
    assert!(error.ends_with("env.py"), "{error}");
}
