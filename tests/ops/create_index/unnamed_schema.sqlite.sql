CREATE INDEX s.ix_s_t_a ON t (a);

