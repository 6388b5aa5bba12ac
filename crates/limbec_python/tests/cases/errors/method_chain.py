class Q:
    def where(self, x): return self
    def fail(self, y): raise KeyError(y)
q = Q()
(q
 .where(1)
 .fail("boom")
 .where(2))
