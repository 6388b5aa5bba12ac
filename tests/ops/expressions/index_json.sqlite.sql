CREATE INDEX ix ON t (j ->> '$."k"');

