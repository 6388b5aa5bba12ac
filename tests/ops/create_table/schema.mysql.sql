CREATE TABLE s1.t (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a INTEGER, 
    b INTEGER, 
    c INTEGER, 
    d INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES s1.other (id), 
    FOREIGN KEY(b) REFERENCES s2.other (id), 
    FOREIGN KEY(c) REFERENCES other (id)
);

CREATE INDEX ix_s1_t_d ON s1.t (d);

