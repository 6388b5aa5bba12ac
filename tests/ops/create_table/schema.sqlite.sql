CREATE TABLE s1.t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    c INTEGER, 
    d INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id)
);

CREATE INDEX s1.ix_s1_t_d ON t (d);

