CREATE TABLE t (
    a CHAR(32) NOT NULL, 
    b CHAR(32), 
    c VARCHAR(20), 
    d SMALLINT, 
    e JSON, 
    PRIMARY KEY (a)
);

INSERT INTO t (a) VALUES ('sqlite:1');

INSERT INTO t (a) VALUES (NULL);

UPDATE t SET a='sqlite:5' WHERE a = 'sqlite:7';

INSERT INTO t (c) VALUES ('x');

