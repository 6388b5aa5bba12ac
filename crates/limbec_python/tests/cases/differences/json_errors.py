import json
for text in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', '"abc', "nul", "[1 2]", "1 2", '"\\x"', '"\t"', '{"a":}', "[", '{"a":1,}', "01", "-"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
loop = []
loop.append(loop)
for value in (object, {1}, {(1,): 2}, loop, b"x"):
    try:
        print(json.dumps(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
