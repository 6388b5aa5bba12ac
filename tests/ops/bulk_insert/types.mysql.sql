INSERT INTO t (n, f, d, u, e, i, b, x) VALUES (1.50, 0.5, '2020-01-02', '12345678123456781234567812345678', 'a', 1099511627776, false, 'back\\slash');

