import enum
from dataclasses import dataclass, field
class Role(str, enum.Enum):
    admin = "admin"; editor = "editor"; viewer = "viewer"
    @classmethod
    def ordered(cls): return sorted(cls, key=lambda r: list(cls).index(r), reverse=True)
class Scope(enum.IntFlag):
    READ = 1; WRITE = 2; DELETE = 4; ALL = READ | WRITE | DELETE
@dataclass(frozen=True)
class Grant:
    role: Role
    scope: Scope = Scope.READ
    tags: frozenset = field(default_factory=frozenset)
    def __or__(self, other): return Grant(self.role, self.scope | other.scope, self.tags | other.tags)
grants = [Grant(Role.admin, Scope.ALL), Grant(Role.editor, Scope.READ | Scope.WRITE, frozenset({"x"})), Grant(Role.viewer)]
for g in grants: print(g.role.value, int(g.scope), [s.name for s in Scope if s in g.scope and s.name != "ALL"], sorted(g.tags))
print([r.value for r in Role.ordered()], Role("editor") is Role.editor, Role.admin == "admin", f"{Role.admin.value!r}", "editor" in [r.value for r in Role])
print((grants[1] | grants[2]).scope == 3, {g.role: g for g in grants}[Role.viewer].scope.name)
try: Role("owner")
except ValueError as e: print(e)
values = ", ".join(f"'{r.value}'" for r in Role)
print(f"CREATE TYPE role AS ENUM ({values})")
match grants[0]:
    case Grant(role=Role.admin, scope=s) if s & Scope.DELETE: print("can delete")
    case _: print("no")
def check(role):
    match role:
        case Role.admin | Role.editor: return "staff"
        case "viewer": return "public"
        case str(x): return f"unknown {x}"
        case {"role": r, **rest}: return check(r), rest
        case [first, *_]: return check(first)
        case None: return "none"
print([check(r) for r in (Role.admin, Role.viewer, "owner", {"role": "viewer", "n": 1}, ["x"], None, 5)])
try: grants[0].role = Role.viewer
except Exception as e: print(type(e).__name__, e)
old = {"admin": "superuser", **{r.value: r.name.upper() for r in Role if r is not Role.admin}}
print(old, *(f"{k}->{v}" for k, v in sorted(old.items())), sep="\n")
Grant("role", scopes=1)
