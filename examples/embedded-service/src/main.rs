//! A small service that carries its migrations inside.
//!
//! `embedded-service` serves whatever the state of the database is; with `--migrate` it brings the database up to date
//! first, and several copies that start at once wait for each other. Settings: `DATABASE_URL`, `LISTEN`.

mod api;
mod schema;
mod store;

use std::process::ExitCode;

use schema::Schema;
use store::Store;

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("embedded-service: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let url = std::env::var("DATABASE_URL").unwrap_or_else(|_| "sqlite:///notes.db".to_owned());
    let listen = std::env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let schema = Schema::of(&url)?;
    if std::env::args().any(|argument| argument == "--migrate") {
        for step in schema.upgrade().await? {
            eprintln!("embedded-service: {step}");
        }
    }
    let service = api::router(schema, Store::of(&url)?);
    let listener = tokio::net::TcpListener::bind(&listen).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, service).await?;
    Ok(())
}
