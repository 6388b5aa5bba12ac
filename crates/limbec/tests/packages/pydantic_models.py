"""Validators, nested models, dumps."""
from typing import Annotated, Any, ClassVar, Generic, Optional, TypeVar

from pydantic import (
    AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, EmailStr, Field, PrivateAttr, SecretStr,
    TypeAdapter, ValidationError, computed_field, create_model, field_validator, model_validator,
)


class Address(BaseModel):
    street: str
    number: int = 1


class User(BaseModel):
    model_config = ConfigDict(frozen=False, populate_by_name=True)
    kind: ClassVar[str] = "user"
    name: str = Field(alias="userName", min_length=2)
    address: Optional[Address] = None
    addresses: list[Address] = Field(default_factory=list)
    tags: set[str] = set()
    secret: SecretStr = SecretStr("abc")
    lower: Annotated[str, AfterValidator(str.lower)] = "X"
    number: Annotated[int, BeforeValidator(lambda value: int(value) + 1), Field(gt=0)] = 5
    _hidden: int = PrivateAttr(default=7)

    @field_validator("name")
    @classmethod
    def _no_space(cls, value):
        if " " in value:
            raise ValueError("no spaces please")
        return value.title()

    @field_validator("tags", mode="before")
    @classmethod
    def _split(cls, value: Any, info):
        return value.split(",") if isinstance(value, str) else value

    @model_validator(mode="before")
    @classmethod
    def _before(cls, data):
        if isinstance(data, dict) and "old" in data:
            data = {**data, "userName": data.pop("old")}
        return data

    @model_validator(mode="after")
    def _after(self):
        if self.number == 13:
            raise ValueError("unlucky")
        return self

    @computed_field
    @property
    def label(self) -> str:
        return f"{self.name}#{self.number}"


def attempt(**values):
    try:
        user = User(**values)
        print(repr(user), user._hidden, user.label)
        return user
    except ValidationError as error:
        print(error, error.error_count(), error.errors()[0]["loc"])


user = attempt(userName="joe", address={"street": "a", "number": "3"}, addresses=[Address(street="b")], tags="x", lower="ABC")
attempt(name="by name")
attempt(old="old", number="4")
attempt(userName="x", address={"number": "q"}, addresses=[{"street": 1}])
attempt(userName="joe", number=12)
attempt(userName="joe", number=-5)
print(user.model_dump(), user.model_dump(mode="json", exclude={"tags"}), user.model_dump(by_alias=True, include={"name"}))
print(user.model_dump_json(include={"name", "address"}), user.model_copy(update={"name": "Z"}).name, sorted(user.model_fields_set))
print(User.model_validate({"userName": "abc"}).name, Address.model_validate_json('{"street": "s"}'), User.kind)
print(user == user.model_copy(), list(User.model_fields), User.model_fields["name"].alias)
user.name = "direct"
print(user.name)
try:
    user.nothing = 1
except ValueError as error:
    print(error)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    a: int


try:
    Frozen(a=1, b=2)
except ValidationError as error:
    print(error)
try:
    Frozen(a=1).a = 5
except ValidationError as error:
    print(error)


class Sub(Frozen):
    b: str = "b"
    a: int = 9


print(repr(Sub()), Sub(a="4", b="x"), TypeAdapter(list[int]).validate_python(["1", 2]), create_model("Made", x=(int, 5))())


class Choices(BaseModel):
    x: int = Field(validation_alias=AliasChoices("one", "two"))


print(Choices(two=5).x, Choices(one=1).x)
