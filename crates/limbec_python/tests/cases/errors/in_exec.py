source = """
import math
def area(r):
    return math.pi * r ** 2
print(round(area(1), 3))
area("x")
"""
exec(source)
