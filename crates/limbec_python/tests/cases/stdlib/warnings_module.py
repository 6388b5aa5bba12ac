import sys, io, warnings
sys.stderr = err = io.StringIO()
warnings.warn("one")
def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)
old()
for i in range(3):
    warnings.warn("repeated")
warnings.warn("runtime", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("recorded", UserWarning)
    warnings.warn(FutureWarning("instance"))
    print(len(caught), caught[0].message, caught[0].category.__name__, caught[1].category, caught[0].lineno, caught[0].filename)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
warnings.filterwarnings("error", message="bad.*")
try:
    warnings.warn("bad thing")
except UserWarning as e:
    print("raised", e)
warnings.filterwarnings("ignore", category=UserWarning)
warnings.warn("now silent")
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code"))
print(err.getvalue())
