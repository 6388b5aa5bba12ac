class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def move(self, dx): self.x += dx; self.z = 0
p = Point(1, 2)
print(p.x, hasattr(p, "__dict__"))
p.move(5)
