//! `~/.pgpass`: passwords by server, database and user.
//! Source: PostgreSQL documentation, "The Password File".

use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The password of the first line that fits. As in libpq, a file that is missing or that others
/// may read has none.
pub fn find(path: &Path, host: &str, port: u16, database: &str, user: &str) -> Option<String> {
    let metadata = std::fs::metadata(path).ok()?;
    if !metadata.is_file() {
        return None;
    }
    if metadata.mode() & 0o077 != 0 {
        tracing::warn!(
            "password file \"{}\" has group or world access; permissions should be u=rw (0600) or \
             less",
            path.display()
        );
        return None;
    }
    let text = std::fs::read_to_string(path).ok()?;
    find_in(&text, [host, &port.to_string(), database, user])
}

fn find_in(text: &str, wanted: [&str; 4]) -> Option<String> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .find_map(|line| {
            let mut rest = line;
            for part in wanted {
                let (field, tail) = field(rest)?;
                if rest.split(':').next() != Some("*") && field != part {
                    return None;
                }
                rest = tail;
            }
            // The password may have colons of its own.
            Some(field_to_end(rest)).filter(|password| !password.is_empty())
        })
}

/// The field up to the next colon, with the backslashes removed, and what stands behind the colon.
fn field(line: &str) -> Option<(String, &str)> {
    let mut field = String::new();
    let mut characters = line.char_indices();
    while let Some((place, character)) = characters.next() {
        match character {
            ':' => return Some((field, &line[place + 1..])),
            '\\' => field.extend(characters.next().map(|(_, escaped)| escaped)),
            other => field.push(other),
        }
    }
    None
}

fn field_to_end(line: &str) -> String {
    let mut password = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => password.extend(characters.next()),
            other => password.push(other),
        }
    }
    password
}

#[cfg(test)]
mod tests {
    use super::find_in;

    #[test]
    fn the_first_line_that_fits_has_the_password() {
        let text = "# host:port:database:user:password\n\
                    db:5432:app:anna:one\n\
                    db:*:*:anna:t\\:w\\\\o:!\n\
                    fe80\\:\\:1:5432:*:*:three\n\
                    *:*:*:*:four\n";
        let find = |host, port, database, user| find_in(text, [host, port, database, user]);
        assert_eq!(find("db", "5432", "app", "anna").as_deref(), Some("one"));
        assert_eq!(
            find("db", "5433", "app", "anna").as_deref(),
            Some("t:w\\o:!")
        );
        assert_eq!(find("fe80::1", "5432", "x", "y").as_deref(), Some("three"));
        assert_eq!(find("else", "1", "x", "y").as_deref(), Some("four"));
        assert_eq!(find_in("a:b:c\nnonsense\n", ["a", "b", "c", "d"]), None);
    }
}
