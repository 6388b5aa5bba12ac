from pydantic import *
import enum, decimal, datetime, pathlib, typing
class M(BaseModel):
    a: int
    b: float = 1
    c: bool = False
    d: typing.Literal["x","y"] = "x"
    e: pathlib.Path = pathlib.Path("q")
    f: SecretStr = SecretStr("s")
    g: datetime.date | None = None
    h: dict[str,int] = {}
    i: tuple[int, str] | None = None
    j: str = Field("k", min_length=1, max_length=3)
    k: int = Field(5, gt=1, le=10)
def t(**k):
    try: print(repr(M(**k)))
    except ValidationError as e: print(e)
t(a="5"); t(a=1.5); t(a=True, c="yes", b="2"); t(a=1,c="q"); t(a=1,d="z"); t(a=1,h={"x":"1"},g="2024-01-02"); t(a=1,j="long!"); t(a=1,k=50); t(a=None); t(a=1,j=5); t(a="1.0"); t(a=1, h={"x":"y"}); t(a=1,i=["1",2])
