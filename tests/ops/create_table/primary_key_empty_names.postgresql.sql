CREATE TABLE t (
    id SERIAL NOT NULL, 
    CONSTRAINT pk_only_name PRIMARY KEY (id)
);

