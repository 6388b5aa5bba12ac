from dataclasses import dataclass, field, replace
from functools import reduce, singledispatch
@dataclass(frozen=True)
class Account: id: int; balance: int = 0; log: tuple = ()
@dataclass(frozen=True)
class Deposit: amount: int
@dataclass(frozen=True)
class Withdraw: amount: int
@dataclass(frozen=True)
class Close: reason: str = "none"
class Refused(Exception): pass
@singledispatch
def apply(event, acc): raise TypeError(f"unknown event {event!r}")
@apply.register
def _(e: Deposit, acc): return replace(acc, balance=acc.balance + e.amount, log=acc.log + (e,))
@apply.register
def _(e: Withdraw, acc):
    if e.amount > acc.balance: raise Refused(f"{acc.balance} < {e.amount}")
    return replace(acc, balance=acc.balance - e.amount, log=(*acc.log, e))
a = reduce(lambda acc, e: apply(e, acc), [Deposit(10), Withdraw(3)], Account(1)); print(a, a == Account(1, 7, (Deposit(10), Withdraw(3))), hash(a) == hash(replace(a)))
try: apply(Withdraw(99), a)
except Refused as e: print("refused", e)
try: a.balance = 0
except AttributeError as e: print(type(e).__mro__[1].__name__, e)
try: apply(Close(), a)
except TypeError as e: raise Refused(str(e)) from None
