CREATE INDEX ix ON t (lower(a) text_pattern_ops);

