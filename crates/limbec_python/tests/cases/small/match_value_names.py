import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
def f(c):
    match c:
        case Color.RED:
            return "red"
        case Color.BLUE | None:
            return "blue"
    return "?"
print(f(Color.RED), f(Color.BLUE), f(None), f(1))
