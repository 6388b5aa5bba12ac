import argparse, graphlib
p = argparse.ArgumentParser(prog="x")
p.add_argument("name")
p.add_argument("rest", nargs="*")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("--count", "-c", type=int, default=3)
p.add_argument("--tag", action="append")
p.add_argument("--mode", choices=["a", "b"], default="a")
p.add_argument("-q", action="count", default=0)
p.add_argument("--dry-run", dest="dry", action="store_true")
print(p.parse_args(["n"]))
print(p.parse_args(["n", "a", "b", "-v", "-c5", "--tag", "x", "--tag=y", "-qq", "--mode", "b", "--dry-run"]))
print(p.parse_args(["--verb", "n"]).verbose, p.parse_known_args(["n", "--zzz", "-v"]))
print(vars(p.parse_args(["n", "-c", "-5"])), p.parse_args(["n"], argparse.Namespace(extra=1)).extra)
import sys, io
for bad in [[], ["n", "--count", "x"], ["n", "--mode", "z"], ["n", "--nope"]]:
    sys.stderr = err = io.StringIO()
    try:
        p.parse_args(bad)
    except SystemExit as e:
        print(e.code, err.getvalue().splitlines()[-1])
sys.stderr = sys.__stderr__
print(argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1))
print(list(graphlib.TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}).static_order()))
try:
    list(graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except graphlib.CycleError as e:
    print(e.args[0])
