class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.id = Account._next
        Account._next += 1
        self.owner, self.balance, self.log = owner, balance, []
    def deposit(self, n):
        if n <= 0: raise ValueError("amount must be positive")
        self.balance += n
        self.log.append(("in", n))
        return self
    def withdraw(self, n):
        if n > self.balance: raise InsufficientFunds(n, self.balance)
        self.balance -= n
        self.log.append(("out", n))
        return self
    def __repr__(self): return f"<{type(self).__name__} {self.id}: {self.owner} {self.balance:,.2f}>"
class Savings(Account):
    rate = 0.05
    def interest(self): return self.deposit(self.balance * self.rate)
a, b = Account("ann", 100), Savings("bob", 1000.0)
print(a.deposit(50).withdraw(30), b.interest())
for amount in (500, -1):
    try:
        a.withdraw(amount) if amount > 0 else a.deposit(amount)
    except InsufficientFunds as e: print("IF", e, e.need - e.have)
    except ValueError as e: print("VE", e)
print(a.log, sum(n if k == "in" else -n for k, n in a.log), sorted([a, b], key=lambda x: -x.balance))
