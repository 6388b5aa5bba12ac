import types, sys
SOURCES = {"alpha": "NAME = 'alpha'\ndef run(x): return x + 1\n", "beta": "from alpha_plugin import run as base\nNAME = 'beta'\ndef run(x): return base(x) * 10\n", "broken": "def run(x:\n"}
loaded = {}
for name, text in SOURCES.items():
    mod = types.ModuleType(f"{name}_plugin")
    try: exec(compile(text, f"<{name}>", "exec"), mod.__dict__)
    except SyntaxError as e: print(name, "failed:", e.msg, e.lineno); continue
    sys.modules[mod.__name__] = mod; loaded[name] = mod
print({n: m.run(1) for n, m in loaded.items()}, [m.NAME for m in loaded.values()], loaded["beta"].run.__module__, loaded["alpha"].__name__)
import alpha_plugin
print(alpha_plugin.run(41), alpha_plugin is loaded["alpha"], getattr(alpha_plugin, "missing", "default"), sorted(k for k in vars(alpha_plugin) if not k.startswith("__")))
alpha_plugin.nope
