//! The service over HTTP.

use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::schema::Schema;
use crate::store::Store;

/// The migration that writing a note needs.
const WRITES_NEED: &str = "0002";

#[derive(Clone)]
struct Service {
    schema: Schema,
    store: Store,
}

#[derive(serde::Deserialize)]
struct NewNote {
    text: String,
    author: String,
}

type Answer = (StatusCode, Json<Value>);

/// The routes.
pub fn router(schema: Schema, store: Store) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/notes", get(notes).post(add))
        .with_state(Service { schema, store })
}

async fn health(Shared(service): Shared<Service>) -> Answer {
    match service.schema.state().await {
        Ok(state) => (StatusCode::OK, Json(json!(state))),
        Err(error) => unavailable(&error),
    }
}

async fn notes(Shared(service): Shared<Service>) -> Answer {
    match service.schema.has("0001").await {
        Ok(true) => {}
        Ok(false) => return behind("0001"),
        Err(error) => return unavailable(&error),
    }
    match service.store.notes().await {
        Ok(notes) => (StatusCode::OK, Json(json!(notes))),
        Err(error) => unavailable(&*error),
    }
}

/// A write that needs a newer schema than the database has is refused, and can be tried again.
async fn add(Shared(service): Shared<Service>, Json(note): Json<NewNote>) -> Answer {
    match service.schema.has(WRITES_NEED).await {
        Ok(true) => {}
        Ok(false) => return behind(WRITES_NEED),
        Err(error) => return unavailable(&error),
    }
    match service.store.add(note.text, note.author).await {
        Ok(()) => (StatusCode::CREATED, Json(Value::Null)),
        Err(error) => unavailable(&*error),
    }
}

fn behind(revision: &str) -> Answer {
    let text = format!("the database lacks the migration {revision}");
    (
        StatusCode::SERVICE_UNAVAILABLE,
        Json(json!({ "error": text, "needs": revision })),
    )
}

fn unavailable(error: &(dyn std::error::Error + '_)) -> Answer {
    let text = error.to_string();
    (
        StatusCode::SERVICE_UNAVAILABLE,
        Json(json!({ "error": text })),
    )
}
