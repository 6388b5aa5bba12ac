import json, datetime, decimal, enum, collections
print(json.dumps({"a": [1, 2.5, None, True, "é\u2028\x00\"\\/"], 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps("é", ensure_ascii=False), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[], {}, [1]], indent=1))
print(json.dumps({"b": 1, "a": {"d": [1, {"x": 2}], "c": ()}}, indent=4, sort_keys=True), json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": 1}, indent="\t"), json.dumps((1, 2)), json.dumps(float("inf")), json.dumps([float("nan"), -0.0, 1e22, 1e-7, 10**20]))
for bad in (lambda: json.dumps({(1,): 2}), lambda: json.dumps(object()), lambda: json.dumps({1, 2}), lambda: json.dumps(datetime.date(2020, 1, 1)), lambda: json.dumps(decimal.Decimal("1")), lambda: json.dumps(b"x"), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True), lambda: json.loads(""), lambda: json.loads("{"), lambda: json.loads('{"a":}'), lambda: json.loads("[1,]"), lambda: json.loads("{'a': 1}"), lambda: json.loads("nul"), lambda: json.loads('"\n"'), lambda: json.loads('"\\x"'), lambda: json.loads("1 2"), lambda: json.loads('{"a" 1}'), lambda: json.loads("[1 2]"), lambda: json.loads('"abc'), lambda: json.loads(5), lambda: json.loads('{1: 2}'), lambda: json.loads('\ufeff{}'), lambda: json.loads("01")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(json.loads('{"a": [1, 2.0, -3e2, true, null, "\\u00e9\\ud83d\\ude00\\n"], "b": {"a": 1, "a": 2}}'), json.loads(" [ ] "), json.loads("NaN"), json.loads("-Infinity"), json.loads(b'"x"'), json.loads("1E5"), json.loads("-0"), json.loads("-0.0"), json.loads("123456789012345678901234567890"))
print(json.loads('{"a": 1.10}', parse_float=decimal.Decimal), json.loads('[1]', parse_int=str), json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"b": 1, "a": 2}', object_pairs_hook=collections.OrderedDict), json.loads("[NaN]", parse_constant=lambda c: c))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)): return sorted(o)
        if hasattr(o, "isoformat"): return o.isoformat()
        return super().default(o)
print(json.dumps({"s": {2, 1}, "d": datetime.datetime(2024, 1, 2, 3, 4)}, cls=Enc), Enc(indent=None, sort_keys=True).encode({"b": {1}, "a": 0}), json.dumps({"k": 1 + 0j}, default=lambda o: str(o)))
try: json.dumps(object, cls=Enc)
except TypeError as e: print(e)
class I(int): pass
class S(str): pass
class L(list): pass
class E(enum.Enum): A = 1
class IE(enum.IntEnum): A = 1
print(json.dumps([I(5), S("s"), L([1]), IE.A, collections.OrderedDict(z=1, a=2), collections.namedtuple("N", "x y")(1, 2), collections.defaultdict(int, {"q": 1})]), json.dumps({IE.A: 1, S("k"): 2}), json.dumps({"x": 1, (1, 2): 2}, skipkeys=True))
try: json.dumps(E.A)
except TypeError as e: print(e)
try: json.loads('{"a": [1, 2')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc)
import io; f = io.StringIO(); json.dump({"a": 1}, f, indent=0); print(repr(f.getvalue())); f.seek(0); print(json.load(f))
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), "".join(json.JSONEncoder().iterencode([1, {"a": None}])))
