print({1: "a", 1.0: "b", True: "c"}, {"a": 1} == {"a": 1.0}, {(1, 2): 3}[(1, 2)], {None: 1}[None], hash(1) == hash(1.0) == hash(True))
