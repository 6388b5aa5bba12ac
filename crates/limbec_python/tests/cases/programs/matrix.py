class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        out = Matrix.identity(len(self.rows)); base = self
        while n:
            if n & 1: out = out @ base
            base = base @ base; n >>= 1
        return out
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __iter__(self): return iter(self.rows)
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __repr__(self): return f"Matrix({self.rows})"
m = Matrix([[1, 1], [1, 0]]); print(m @ m, m ** 10, (m ** 90)[0, 1], m.T == m, Matrix([[1, 2, 3]]).T, [sum(r) for r in m])
m[0, 0] = 7; print(m, m != Matrix.identity(2)); m @= m; print(m)
try: hash(m)
except TypeError as e: print(e)
m[5, 0]
