CREATE TABLE t (
    a BOOLEAN NOT NULL, 
    b VARCHAR(1), 
    c VARCHAR(3), 
    PRIMARY KEY (a), 
    CHECK (a=b), 
    CONSTRAINT uq UNIQUE (a, b), 
    FOREIGN KEY(c) REFERENCES y (z), 
    UNIQUE (a), 
    FOREIGN KEY(a) REFERENCES x (y), 
    CONSTRAINT e CHECK (b IN ('p', 'q')), 
    CONSTRAINT fkz FOREIGN KEY(b) REFERENCES x (z), 
    UNIQUE (c)
);

