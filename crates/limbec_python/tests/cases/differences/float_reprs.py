for value in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.0, -0.0, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308, 2.5, 1e22, 1e23, 0.1 + 0.2, 100000.0, 3.0e-10, 123e5):
    print(repr(value), str(value), "%s" % value, "%r" % value, "%g" % value, "%e" % value, "%.3f" % value, format(value, "n"), format(value, ""))
print([1.0, (2.5,), {3.0: -0.0}], {1e100}, round(2.675, 2), round(0.5), round(1.5), round(-2.5), round(12345, -2), round(1.25, 1), round(1e300, 2), round(25, -1), round(35, -1))
