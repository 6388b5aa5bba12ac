import enum

class Old(enum.Enum):
    NEW = 0
    PAID = 1
    GONE = 2

class New(str, enum.Enum):
    created = "created"
    paid = "paid"

    @classmethod
    def of(cls, old):
        return {Old.NEW: cls.created, Old.PAID: cls.paid}.get(old)

    @property
    def label(self):
        return self.value.title()

for member in Old:
    new = New.of(member)
    print(member, member.value, new, new and new.label, repr(new))
print([m.value for m in New], New("paid") is New.paid, "paid" == New.paid, New.paid in New, len(New), New.__members__.keys())
for what in (lambda: New("gone"), lambda: Old["LOST"], lambda: setattr(Old, "NEW", 5)):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
