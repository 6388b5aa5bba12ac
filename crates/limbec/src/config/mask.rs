//! Passwords are never shown: every URL that is printed or logged goes through here.

use std::ops::Range;

/// Query parameters that carry a password with some driver.
const SECRET_PARAMETERS: [&str; 5] = ["password", "passwd", "pwd", "sslpassword", "passphrase"];

/// What stands in place of a password; the same as SQLAlchemy's.
pub(super) const MASK: &str = "***";

/// Replaces the password of one URL by `***`, and so the values of query parameters such as `password`.
///
/// Passwords in the wild are often not percent-encoded. Whatever stands between the first `:` after the user name and the `@`
/// before the host is masked, including `/`, `?`, `#`, blanks and further `@`; in doubt more is masked, never less.
///
/// ```
/// use limbec::config::mask_url;
/// assert_eq!(mask_url("postgresql+asyncpg://bot:p@ss:w/rd@db:5432/app"), "postgresql+asyncpg://bot:***@db:5432/app");
/// assert_eq!(mask_url("sqlite:///bot.db"), "sqlite:///bot.db");
/// ```
pub fn mask_url(url: &str) -> String {
    let Some(scheme_end) = url.find("://") else {
        return url.to_owned();
    };
    let (head, rest) = url.split_at(scheme_end + 3);
    mask_query(&format!("{head}{}", mask_user_info(rest)))
}

/// Replaces the passwords of all URLs inside a text, for log lines and messages of drivers.
///
/// Here a URL ends at white space or a quotation mark.
pub fn mask_urls_in(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let scheme_start = rest[..at]
            .rfind(|c: char| !(c.is_ascii_alphanumeric() || "+-._".contains(c)))
            .map_or(0, |before| {
                before + rest[before..].chars().next().map_or(1, char::len_utf8)
            });
        let body = &rest[at + 3..];
        let end =
            body.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>'));
        let url_end = at + 3 + end.unwrap_or(body.len());
        out.push_str(&rest[..scheme_start]);
        out.push_str(&mask_url(&rest[scheme_start..url_end]));
        rest = &rest[url_end..];
    }
    out.push_str(rest);
    out
}

/// Masks `user:password@` at the start of what follows `://`.
fn mask_user_info(rest: &str) -> String {
    match password_of(rest) {
        Some(span) => format!("{}{MASK}{}", &rest[..span.start], &rest[span.end..]),
        None => rest.to_owned(),
    }
}

/// Where the password stands in what follows `://`.
fn password_of(rest: &str) -> Option<Range<usize>> {
    let user_end = rest
        .find([':', '/'])
        .filter(|at| rest[*at..].starts_with(':'))?;
    // SQLAlchemy ends the password at the first `@`. A host has none, so a later one shows that a password was not encoded;
    // where it stands in the query, more than the password is hidden, and that is the better mistake.
    let last_at = rest[user_end..].rfind('@')? + user_end;
    Some(user_end + 1..last_at)
}

/// Where the password of the first URL stands in a line of a configuration file.
pub(super) fn password_span(line: &str) -> Option<Range<usize>> {
    let start = line.find("://")? + 3;
    password_of(&line[start..]).map(|span| span.start + start..span.end + start)
}

fn mask_query(url: &str) -> String {
    let Some(question) = url.find('?') else {
        return url.to_owned();
    };
    let (head, query) = url.split_at(question + 1);
    let masked: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, _)) if SECRET_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) => {
                format!("{name}={MASK}")
            }
            _ => pair.to_owned(),
        })
        .collect();
    format!("{head}{}", masked.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_password_survives() {
        let cases = [
            ("postgresql://u:secret@h/db", "postgresql://u:***@h/db"),
            ("postgresql://u:@h/db", "postgresql://u:***@h/db"),
            ("postgresql://:secret@h/db", "postgresql://:***@h/db"),
            (
                "postgresql://u:se/cret?x#y@h:5432/db?sslmode=require",
                "postgresql://u:***@h:5432/db?sslmode=require",
            ),
            (
                "postgresql://u:a@b/c@d?e@h/db?options=x",
                "postgresql://u:***@h/db?options=x",
            ),
            (
                "mysql://u:пароль с пробелом@[::1]:3306/db",
                "mysql://u:***@[::1]:3306/db",
            ),
            (
                "postgresql:///db?host=/tmp&user=u&Password=secret&x=1",
                "postgresql:///db?host=/tmp&user=u&Password=***&x=1",
            ),
            ("postgresql://u@h:5432/db", "postgresql://u@h:5432/db"),
            ("postgresql://h:5432/db", "postgresql://h:5432/db"),
            ("sqlite:////srv/a:b@c.db", "sqlite:////srv/a:b@c.db"),
            (
                "postgresql://u@tenant:secret@h/db",
                "postgresql://u@tenant:***@h/db",
            ),
            ("sqlite://", "sqlite://"),
            ("not a url", "not a url"),
        ];
        for (url, expected) in cases {
            assert_eq!(mask_url(url), expected);
        }
    }

    #[test]
    fn urls_are_found_inside_a_text() {
        let text = "could not connect to \"postgresql://u:s3cr:et@h/db\" (see https://example.org), ключ=mysql://r:x@h";
        let masked = "could not connect to \"postgresql://u:***@h/db\" (see https://example.org), ключ=mysql://r:***@h";
        assert_eq!(mask_urls_in(text), masked);
    }
}
