CREATE INDEX ix_a ON t (a DESC, b);

