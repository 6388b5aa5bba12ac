CREATE INDEX ix ON t (coalesce(a, 'x%'));

