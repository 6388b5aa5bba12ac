class Base:
    def __init__(self, **kw):
        super().__init__()
        self.log = ["Base"]
        for key, value in kw.items():
            setattr(self, key, value)

class Stamped(Base):
    def __init__(self, *, created=None, **kw):
        super().__init__(**kw)
        self.log.append("Stamped")
        self.created = created

class Named(Base):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.log.append("Named")
        self.name = name

    def __init_subclass__(cls, prefix="", **kw):
        super().__init_subclass__(**kw)
        cls.prefix = prefix or cls.__name__.lower()

class User(Stamped, Named, prefix="u"):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.log.append(type(self).__name__)

class Admin(User):
    @property
    def name(self):
        return self._name.upper()

    @name.setter
    def name(self, value):
        self._name = value

user = Admin(name="ann", created=3, extra=True)
print(user.log, user.name, user.extra, Admin.prefix, User.prefix, [c.__name__ for c in Admin.__mro__])
try:
    class Bad(Base, Admin):
        pass
except TypeError as error:
    print(error)
print(super(User, user).__init__.__qualname__, isinstance(user, Named), issubclass(Admin, (int, Stamped)))
