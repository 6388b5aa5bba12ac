points = [3 + 1j, 1 + 0j]
print(sorted(points, key=abs), sum(points), max(points, key=lambda p: p.imag))
sorted(points)
