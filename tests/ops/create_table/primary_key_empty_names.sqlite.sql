CREATE TABLE t (
    id INTEGER NOT NULL, 
    CONSTRAINT pk_only_name PRIMARY KEY (id)
);

