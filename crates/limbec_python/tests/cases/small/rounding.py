print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(5.5), type(round(5.0, 1)))
