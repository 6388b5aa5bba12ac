CREATE INDEX ix_s_t_a ON s.t (a);

