CREATE UNIQUE INDEX ix_t_a_b ON t (a, b);

