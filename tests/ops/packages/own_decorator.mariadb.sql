CREATE TABLE t (
    a VARCHAR(40) NOT NULL, 
    b VARCHAR(40), 
    c VARCHAR(20), 
    d SMALLINT, 
    e JSON, 
    PRIMARY KEY (a)
);

INSERT INTO t (a) VALUES ('mariadb:1');

INSERT INTO t (a) VALUES (NULL);

UPDATE t SET a='mariadb:5' WHERE a = 'mariadb:7';

INSERT INTO t (c) VALUES ('x');

