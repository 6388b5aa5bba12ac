CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_t_a ON t (a);

