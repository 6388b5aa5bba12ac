//! What holds for every value and for every text.

mod support;

use proptest::prelude::*;

use limbec_python::header::read_header;
use limbec_python::{Value, check_source};
use support::{module, vm};

/// The value that a text of source stands for.
fn evaluated(source: &str) -> Value {
    let (mut vm, _) = vm();
    let module = module(&mut vm, &format!("x = {source}\n"));
    module.dict().get_str("x").expect("x is assigned")
}

fn repr(value: &Value) -> String {
    let (mut vm, _) = vm();
    vm.repr(value)
        .expect("builtin values have a repr")
        .to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn strings_are_read_back_from_their_repr(text in any::<String>()) {
        let value = evaluated(&repr(&Value::str(&text)));
        let found = value.as_str();
        prop_assert_eq!(found.as_deref(), Some(text.as_str()));
    }

    #[test]
    fn bytes_are_read_back_from_their_repr(data in any::<Vec<u8>>()) {
        match evaluated(&repr(&Value::bytes(&data))) {
            Value::Bytes(found) => prop_assert_eq!(&*found, data.as_slice()),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn floats_are_read_back_from_their_repr(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
        match evaluated(&repr(&Value::Float(number))) {
            Value::Float(found) => prop_assert_eq!(found.to_bits(), number.to_bits()),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn integers_are_read_back_from_their_repr(high in any::<i128>(), low in any::<i64>()) {
        let number = num_bigint::BigInt::from(high) * low;
        prop_assert_eq!(repr(&evaluated(&number.to_string())), number.to_string());
    }

    #[test]
    fn division_and_rest_belong_together(a in any::<i64>(), b in any::<i64>().prop_filter("not zero", |b| *b != 0)) {
        let source = format!("({a}) == (({a}) // ({b})) * ({b}) + ({a}) % ({b}) and (({a}) % ({b}) == 0 or (({a}) % ({b}) < 0) == (({b}) < 0))");
        prop_assert_eq!(evaluated(&source).as_bool(), Some(true));
    }

    #[test]
    fn slices_are_those_of_a_walk(len in 0..12i64, start in -15..15i64, stop in -15..15i64, step in (-4..5i64).prop_filter("not zero", |s| *s != 0)) {
        let source = format!("list(range({len}))[{start}:{stop}:{step}] == [i for i in range(*slice({start}, {stop}, {step}).indices({len}))] == [int(c) for c in [str(i) for i in range({len})][{start}:{stop}:{step}]]");
        prop_assert_eq!(evaluated(&source).as_bool(), Some(true));
    }

    #[test]
    fn sorting_keeps_the_order_of_equals(items in proptest::collection::vec((0..4i64, any::<u8>()), 0..30)) {
        let source = items.iter().map(|(key, value)| format!("({key}, {value}),")).collect::<String>();
        let found = evaluated(&format!("sorted([{source}], key=lambda pair: pair[0])"));
        let mut sorted = items.clone();
        sorted.sort_by_key(|(key, _)| *key);
        let wanted = sorted.iter().map(|(key, value)| format!("({key}, {value})")).collect::<Vec<_>>().join(", ");
        prop_assert_eq!(repr(&found), format!("[{wanted}]"));
    }

    #[test]
    fn any_text_is_accepted_or_refused(text in any::<String>()) {
        let _ = check_source(&text);
        let _ = read_header("any.py", &text);
    }

    #[test]
    fn text_like_python_is_accepted_or_refused(parts in proptest::collection::vec(prop_oneof![
        Just("def f(a, *b, c=1, **d):\n    "), Just("class A(B):\n    "), Just("x"), Just(" = "), Just("1"), Just("\n"), Just("    "), Just("("), Just(")"),
        Just("["), Just("]"), Just("{"), Just("}"), Just(":"), Just(","), Just("."), Just("'"), Just("\"\"\""), Just("f'{"), Just("lambda "), Just("for x in "),
        Just("if "), Just("else:"), Just("match x:\n    case "), Just("try:"), Just("except "), Just("finally:"), Just("with "), Just("as "), Just("yield "),
        Just("await "), Just("async "), Just("import "), Just("from . "), Just("*"), Just("**"), Just(":="), Just("not "), Just("-"), Just("\\\n"), Just("#"),
        Just("global x"), Just("nonlocal x"), Just("return "), Just("revision = "), Just("é"), Just("\t"), Just("del "), Just("assert "), Just("@"), Just("->"),
    ], 0..40)) {
        let text = parts.concat();
        let _ = check_source(&text);
        let _ = read_header("any.py", &text);
    }
}
