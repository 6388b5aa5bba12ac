//! `pg_service.conf`: connection options under a name.
//! Source: PostgreSQL documentation, "The Connection Service File".

use std::path::Path;

/// The options of a service; `None` where the file has no such section.
pub fn find(path: &Path, service: &str) -> Option<Vec<(String, String)>> {
    let text = std::fs::read_to_string(path).ok()?;
    options(&text, service)
}

fn options(text: &str, service: &str) -> Option<Vec<(String, String)>> {
    let mut found = None;
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            if found.is_some() {
                break;
            }
            if name == service {
                found = Some(Vec::new());
            }
        } else if let (Some(options), Some((key, value))) = (&mut found, line.split_once('=')) {
            options.push((key.trim().to_owned(), value.trim().to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_service_has_the_options_of_its_section() {
        let text = "# servers\n[one]\nhost=a\n\n[two]\nhost = b\nport=5433\n[three]\nhost=c\n";
        let two = super::options(text, "two").unwrap();
        assert_eq!(
            two,
            [
                ("host".to_owned(), "b".to_owned()),
                ("port".to_owned(), "5433".to_owned())
            ]
        );
        assert_eq!(super::options(text, "four"), None);
    }
}
