use super::*;

fn read(text: &str) -> HeaderRead {
    read_header("x.py", text).unwrap()
}

fn literal(text: &str) -> Header {
    match read(text) {
        HeaderRead::Literal(header) => header,
        HeaderRead::NeedsStars { imports, .. } => panic!("must run {imports}:\n{text}"),
        HeaderRead::NeedsRun(names) => panic!("must be run for {names:?}:\n{text}"),
    }
}

fn value(item: Option<HeaderItem>) -> HeaderValue {
    item.expect("the name is there").value
}

/// Both ways, where the fast one is certain.
fn ways_agree(text: &str) -> bool {
    let sure = match parsed::read(text) {
        Ok(read) => read,
        Err(_) => return false,
    };
    match scan::scan(text) {
        scan::Scanned::Header(header) => {
            assert_eq!(HeaderRead::Literal(*header), sure, "{text}");
            true
        }
        _ => false,
    }
}

#[test]
fn the_usual_header() {
    let text = "\"\"\"Message\n\nRevision ID: a1\n\"\"\"\nfrom typing import Union\nfrom alembic import op\n\n\
                revision: str = 'a1'\ndown_revision: Union[str, None] = \"b2\"  # parent\nbranch_labels = None\n\
                depends_on = (\n    'c3',\n    'd4'\n)\n\n\ndef upgrade() -> None:\n    revision = 'not this'\n\n\
                def downgrade():\n    pass\n";
    let header = literal(text);
    assert_eq!(header.doc.as_deref(), Some("Message\n\nRevision ID: a1\n"));
    assert_eq!(value(header.revision), HeaderValue::Str("a1".into()));
    let down = header.down_revision.unwrap();
    assert_eq!((down.value, down.line), (HeaderValue::Str("b2".into()), 9));
    assert_eq!(value(header.branch_labels), HeaderValue::None);
    assert_eq!(
        value(header.depends_on),
        HeaderValue::Tuple(vec!["c3".into(), "d4".into()])
    );
    assert!(header.has_upgrade && header.has_downgrade);
    assert!(ways_agree(text));
}

#[test]
fn unusual_headers() {
    assert_eq!(
        value(literal("revision = ('a' 'b')\n").revision),
        HeaderValue::Str("ab".into())
    );
    assert_eq!(
        value(literal("revision, down_revision = 'a', 'b'\n").down_revision),
        HeaderValue::Str("b".into())
    );
    assert_eq!(
        value(literal("x = revision = 'a'\n").revision),
        HeaderValue::Str("a".into())
    );
    assert_eq!(
        value(literal("revision = 'a'; down_revision = None").down_revision),
        HeaderValue::None
    );
    assert_eq!(
        value(literal("branch_labels = ['a', 'b',]").branch_labels),
        HeaderValue::List(vec!["a".into(), "b".into()])
    );
    assert_eq!(
        value(literal("revision = r'a\\b'").revision),
        HeaderValue::Str("a\\b".into())
    );
    assert_eq!(
        value(literal("revision = '\\x41'").revision),
        HeaderValue::Str("A".into())
    );
    assert_eq!(
        value(literal("down_revision = ('a',)").down_revision),
        HeaderValue::Tuple(vec!["a".into()])
    );
    assert_eq!(
        value(literal("down_revision = ()").down_revision),
        HeaderValue::Tuple(vec![])
    );
    assert!(literal("from helpers import upgrade, downgrade\nrevision = 'a'\n").has_upgrade);
}

#[test]
fn headers_that_must_be_run() {
    for text in [
        "revision = make()\n",
        "revision = f'{x}'\n",
        "if x:\n    revision = 'a'\n",
        "from other import revision\n",
        "for revision in ('a', 'b'):\n    pass\n",
        "revision = 'a'\ndef f():\n    global revision\n    revision = 'b'\n",
        "from other import *\nrevision = x\n",
        "x = 'a'\nx = 'b'\nrevision = x\n",
        "x = ['a']\nx.append('b')\ndepends_on = x\n",
        "x = 'a'\nif y:\n    x = 'b'\nrevision = x\n",
        "x = 'a'\ndef f():\n    global x\n    x = 'b'\nf()\nrevision = x\n",
        "from y import x\nx = 'a'\nrevision = x\n",
        "revision = 'a' + make()\n",
    ] {
        assert!(matches!(read(text), HeaderRead::NeedsRun(_)), "{text}");
    }
    let text = "revision = 'a'\nbranch_labels = ('x', made())\nif y:\n    depends_on = 'b'\n";
    assert_eq!(
        read(text),
        HeaderRead::NeedsRun(vec!["branch_labels", "depends_on"])
    );
}

#[test]
fn modules_whose_names_are_all_imported() {
    let all = "from a import *\nrevision = 'a'\ndown_revision = None\nbranch_labels = None\ndepends_on = None\n";
    assert_eq!(value(literal(all).revision), HeaderValue::Str("a".into()));
    let some = "revision = 'a'\nfrom a import *\ndown_revision = 'b'\nfrom .c import *\ndepends_on = None\n";
    match read(some) {
        HeaderRead::NeedsStars {
            header,
            names,
            imports,
        } => {
            assert_eq!(value(header.down_revision), HeaderValue::Str("b".into()));
            assert_eq!(names, ["revision", "down_revision", "branch_labels"]);
            assert_eq!(imports, "from a import *\nfrom .c import *\n");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn constants_of_the_module_are_literals() {
    let header = literal(
        "import app\nPREVIOUS = 'b'\nLABELS = ('x',)\napp.setup()\nrevision = 'a' + '1'\n\
         down_revision = PREVIOUS\nbranch_labels = LABELS\ndepends_on = [PREVIOUS, 'c']\n",
    );
    assert_eq!(value(header.revision), HeaderValue::Str("a1".into()));
    assert_eq!(value(header.down_revision), HeaderValue::Str("b".into()));
    assert_eq!(
        value(header.branch_labels),
        HeaderValue::Tuple(vec!["x".into()])
    );
    assert_eq!(
        value(header.depends_on),
        HeaderValue::List(vec!["b".into(), "c".into()])
    );
}

#[test]
fn mistakes_have_a_place() {
    let error = read_header("x.py", "revision = 'a'\ndown_revision = = 'b'\n").unwrap_err();
    assert_eq!(
        (error.line, error.column, &*error.source_line),
        (2, 17, "down_revision = = 'b'")
    );
    let deep = format!("revision = 'a'\nx = {}\n", "(".repeat(10_000));
    let error = read_header("x.py", &deep).unwrap_err();
    assert_eq!(
        (error.message.as_str(), error.line),
        ("too many nested parentheses", 2)
    );
}

#[test]
fn both_ways_agree_on_awkward_texts() {
    for text in [
        "",
        "'''doc'''\n",
        "'doc' 'more'\nrevision = 'a'\n",
        "# comment\n'''doc'''\nrevision = 'a'",
        "import os\n'''no doc'''\nrevision = 'a'\n",
        "revision: str\nrevision = 'a'\n",
        "class A:\n    revision = 'x'\nrevision = 'a'\n",
        "def upgrade(): pass\nrevision = 'a'\n",
        "async def upgrade():\n    pass\nrevision = 'a'\n",
        "x = '''\nrevision = 'b'\n'''\nrevision = 'a'\n",
        "x = (\nrevision == 'b'\n)\n",
        "revision = 'a' \\\n    'b'\n",
        "revision = {'a'}\ndown_revision = {}\n",
        "revision: 'str | None' = 'a'\n",
        "if True:\n    x = 1\nrevision = 'a'\n",
        "\u{feff}revision = 'a'\n",
        "revision = 'a'\r\ndown_revision = None\r\n",
    ] {
        ways_agree(text);
    }
}

/// The scripts of the examples, and of a folder of real histories where `LIMBEC_PRACTICE` names one.
#[test]
fn both_ways_agree_on_whole_scripts() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut folders = vec![std::path::PathBuf::from(examples)];
    folders.extend(std::env::var_os("LIMBEC_PRACTICE").map(Into::into));
    let (mut files, mut fast) = (0, 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "py") {
                files += 1;
                fast += usize::from(ways_agree(&std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(files > 4, "the examples have scripts");
    assert!(
        fast * 10 >= files * 9,
        "only {fast} of {files} scripts were read the fast way"
    );
}
