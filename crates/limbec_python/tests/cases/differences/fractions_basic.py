from fractions import Fraction as F
print(F(1, 3) + F(1, 6), F("0.25"), F("3/4"), F(1.5), repr(F(-2, 4)), F(7, 2) // 1, F(7, 2) % 1, float(F(1, 4)), F(1, 2) == 0.5, F(3, 2).limit_denominator(1), F(1, 3) ** 2, int(F(7, 2)), round(F(5, 2)), abs(F(-1, 2)), F(1, 2) < 1, F(5).numerator, sum([F(1, 2)] * 3))
try:
    F(1, 0)
except ZeroDivisionError as error:
    print(error)
