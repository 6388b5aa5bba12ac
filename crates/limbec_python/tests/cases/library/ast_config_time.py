import ast, configparser, time, io, calendar, locale, gettext, string, argparse, contextvars, queue, enum
print(ast.literal_eval("{'a': [1, 2.5, (None, True)], 'b': -3, 'c': {1}, 'd': b'x'}"), ast.literal_eval(" 5"), ast.literal_eval("'a' 'b'"))
for t in ("f()", "a", "[", "__import__('os')"):
    try: print(repr(ast.literal_eval(t)))
    except (ValueError, SyntaxError) as e: print(type(e).__name__, str(e)[:27])
c = configparser.ConfigParser({"home": "/h"}); c.read_string("[alembic]\nscript_location = %(home)s/m\nurl=x\n  y\n# c\n; d\n[db]\nport: 5\nok = yes\nempty\n" .replace("empty\n", "")); print(c.sections(), c.get("alembic", "script_location"), repr(c["alembic"]["url"]), c.getint("db", "port"), c["db"].getboolean("ok"), c.has_option("db", "nope"), c.get("db", "nope", fallback="fb"), dict(c.items("db")), "db" in c, c.defaults(), c.options("db")); c.set("db", "port", "6"); c.add_section("n"); o = io.StringIO(); c.write(o); print(o.getvalue())
for f in (lambda: c.get("db", "zz"), lambda: c.get("zz", "a"), lambda: c.add_section("db"), lambda: c.set("db", "x", "%(nope)s") or c.get("db", "x"), lambda: c.getint("alembic", "url")):
    try: print(f())
    except (configparser.Error, ValueError) as e: print(type(e).__name__, e)
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400)[:6], time.strptime("2024-01-02", "%Y-%m-%d")[:3], isinstance(time.time(), float), time.perf_counter() > 0, time.monotonic() > 0, time.gmtime(0).tm_year, time.sleep(0), time.mktime(time.localtime(100)) == 100.0, time.time_ns() > 0)
p = argparse.ArgumentParser(prog="x"); p.add_argument("--tenant", default="all"); p.add_argument("-n", type=int); p.add_argument("--flag", action="store_true"); p.add_argument("pos", nargs="*"); print(p.parse_args(["--tenant", "t", "-n", "3", "a", "b", "--flag"]), p.parse_known_args(["--zzz"])[1])
v = contextvars.ContextVar("v", default=1); t = v.set(2); print(v.get()); v.reset(t); print(v.get()); q = queue.Queue(); q.put(1); print(q.get(), q.empty(), q.qsize())
print(calendar.weekday(2024, 1, 1), list(calendar.Calendar().itermonthdays(2024, 2))[:5], gettext.gettext("m"), calendar.monthrange(2023, 2))
