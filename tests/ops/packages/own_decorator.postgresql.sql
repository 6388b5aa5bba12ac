CREATE TABLE t (
    a UUID NOT NULL, 
    b UUID, 
    c VARCHAR(20), 
    d SMALLINT, 
    e JSONB, 
    PRIMARY KEY (a)
);

INSERT INTO t (a) VALUES ('postgresql:1');

INSERT INTO t (a) VALUES (NULL);

UPDATE t SET a='postgresql:5' WHERE a = 'postgresql:7';

INSERT INTO t (c) VALUES ('x');

