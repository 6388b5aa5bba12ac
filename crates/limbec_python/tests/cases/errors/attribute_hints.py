class Config:
    timeout = 5
    def __repr__(self): return "<cfg>"
def a(c): return c.timout
def b(c): return [a(x) for x in c]
b([Config()])
