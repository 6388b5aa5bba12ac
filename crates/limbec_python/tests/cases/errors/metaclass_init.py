class Checked(type):
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if "table" not in ns: raise TypeError(f"{name} has no table")
class Good(metaclass=Checked): table = "t"
print(Good.table)
class Bad(metaclass=Checked): pass
