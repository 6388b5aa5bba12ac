CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_t_a ON t (a);

