import io
import os
from dotenv import dotenv_values, find_dotenv, load_dotenv

for key, value in dotenv_values("data/sample.env").items():
    print(key, repr(value))
print(dotenv_values(stream=io.StringIO("A=1\nB=${A}2")), dotenv_values(stream=io.StringIO("A='x\\'y'\nB=\"\\t\"\nbroken line\nC=3")))
os.environ["PLAIN"] = "already"
print(load_dotenv("data/sample.env"), os.environ["PLAIN"], os.environ["REF"], os.environ["EXPORTED"], os.getenv("NOVALUE"), os.environ["DUP"])
print(load_dotenv("data/sample.env", override=True), os.environ["PLAIN"], os.environ["REF"])
print(load_dotenv("data/none.env"), repr(find_dotenv("no_such_file_here.env")))
print(os.path.basename(find_dotenv("pydantic_fields.py")))
try:
    find_dotenv("no_such_file_here.env", raise_error_if_not_found=True)
except OSError as e:
    print(e)
