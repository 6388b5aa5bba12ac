//! A connection to a real PostgreSQL server.

use limbec_sql::{Statement, Url, connect};
use limbec_testing::postgres::server;

#[test]
fn a_statement_and_its_answer() {
    let database = server().database();
    let mut connection = connect(&Url::parse(&database.url()).unwrap()).unwrap();
    let outcome = connection
        .execute(&Statement::new("SELECT 1, 'a'::text, NULL"))
        .unwrap();
    assert_eq!(outcome.rows.len(), 1);
    assert!(connection.inspector().has_table("x", None).is_ok());
    assert_eq!(database.dump(), "");
}
