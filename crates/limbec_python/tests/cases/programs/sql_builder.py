class Expr:
    def __init__(self, sql, params=()): self.sql, self.params = sql, list(params)
    def __and__(self, o): return Expr(f"({self.sql} AND {o.sql})", self.params + o.params)
    def __or__(self, o): return Expr(f"({self.sql} OR {o.sql})", self.params + o.params)
    def __invert__(self): return Expr(f"NOT {self.sql}", self.params)
    def __str__(self): return self.sql % tuple(repr(p) for p in self.params)
class Col:
    def __init__(self, name): self.name = name
    def _op(op):
        def method(self, other):
            if isinstance(other, Col): return Expr(f"{self.name} {op} {other.name}")
            if other is None: return Expr(f"{self.name} IS{' NOT' if op == '!=' else ''} NULL")
            return Expr(f"{self.name} {op} %s", [other])
        return method
    __eq__, __ne__, __lt__, __gt__, __le__, __ge__ = map(_op, ["=", "!=", "<", ">", "<=", ">="])
    __hash__ = None
    def in_(self, xs): return Expr(f"{self.name} IN ({', '.join(['%s'] * len(xs))})", xs)
    def like(self, p): return Expr(f"{self.name} LIKE %s", [p])
class Table:
    def __init__(self, name, *cols):
        self.name = name
        self.c = type("Cols", (), {c: Col(f"{name}.{c}") for c in cols})()
        self._cols = cols
    def __getattr__(self, n):
        if n in self._cols: return getattr(self.c, n)
        raise AttributeError(f"table {self.name} has no column {n}")
    def select(self, *cols, where=None, limit=None):
        sql = f"SELECT {', '.join(c.name for c in cols) or '*'} FROM {self.name}"
        if where is not None: sql += f" WHERE {where}"
        return sql + (f" LIMIT {limit}" if limit else "")
u, o = Table("users", "id", "name", "age"), Table("orders", "id", "user_id")
print(u.select(u.id, u.name, where=(u.age >= 18) & ~(u.name == "bob") | u.id.in_([1, 2, 3]), limit=10))
print(o.select(where=o.user_id == u.id), u.select(where=u.name.like("a%%") & (u.age != None)))
try: u.nope
except AttributeError as e: print(e)
try: hash(u.id)
except TypeError as e: print(e)
