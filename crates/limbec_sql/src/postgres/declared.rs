//! Questions that the server itself answers: whether what is declared comes to the same as what it has.
//!
//! Each question is one text, which leaves nothing behind and does not end the transaction when the server
//! refuses a part of it; such a part counts as different. It names no table, so equal columns have equal questions.

/// Whether a default is the declared one: by Alembic's rule (both give the same value), or because
/// the server keeps the same text for both.
pub(super) fn same_default(sql_type: &str, found: Option<&str>, declared: &str) -> String {
    let values = match found {
        // To ask for the next value of a sequence is to take it.
        Some(found) if !has_effects(found) && !has_effects(declared) => format!(
            "BEGIN EXECUTE {} INTO same; EXCEPTION WHEN OTHERS THEN NULL; END; ",
            quoted(&format!("SELECT {found} = {declared}"))
        ),
        _ => String::new(),
    };
    let made = format!("CREATE TEMPORARY TABLE limbec_declared (c {sql_type} DEFAULT {declared})");
    let kept = found.map_or_else(|| "NULL".to_owned(), quoted);
    undone(&format!(
        "{values}IF same IS NOT TRUE THEN EXECUTE {}; \
         same := (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef \
         WHERE adrelid = 'pg_temp.limbec_declared'::regclass) IS NOT DISTINCT FROM {kept}; END IF;",
        quoted(&made)
    ))
}

/// Whether two types are one type for the server, with the same length, precision and so on.
pub(super) fn same_type(found: &str, declared: &str) -> String {
    let made = format!("CREATE TEMPORARY TABLE limbec_declared (f {found}, d {declared})");
    undone(&format!(
        "EXECUTE {}; SELECT count(DISTINCT (atttypid, atttypmod)) = 1 INTO same FROM pg_attribute \
         WHERE attrelid = 'pg_temp.limbec_declared'::regclass AND attnum > 0;",
        quoted(&made)
    ))
}

fn has_effects(sql: &str) -> bool {
    let sql = sql.to_lowercase();
    sql.contains("nextval") || sql.contains("setval")
}

/// A block that sets `same` and is undone, and a query that answers it.
fn undone(body: &str) -> String {
    let tag = (0..)
        .map(|number| format!("$limbec{number}$"))
        .find(|tag| !body.contains(tag.as_str()))
        .unwrap_or_default();
    format!(
        "DO {tag} DECLARE same boolean; BEGIN \
         BEGIN {body} RAISE EXCEPTION 'undone'; EXCEPTION WHEN OTHERS THEN NULL; END; \
         PERFORM set_config('limbec.same', coalesce(same, false)::text, true); END {tag}; \
         SELECT current_setting('limbec.same') = 'true'"
    )
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
