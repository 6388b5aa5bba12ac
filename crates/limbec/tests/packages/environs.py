import os
from environs import Env, EnvError
os.environ.update(A="x", N="5", B="true", L="1,2", D="off", F="1.5", J='{"a": [1]}', APP_X="px", U="http://h/p")
env = Env()
print(env("A"), env.str("A"), env.int("N"), env.bool("B"), env.bool("D"), env.list("L"), env.list("L", subcast=int), env.float("F"), env.json("J"), env.str("NOPE", "d"), env.int("NOPE", 3), env.bool("NOPE", False), env("NOPE", None), env.path("A").name, env.decimal("F"))
with env.prefixed("APP_"):
    print(env("X"))
try:
    env("NOPE_Z")
except EnvError as e:
    print(e)
print(env.read_env("data/sample.env"), env("PLAIN"))
