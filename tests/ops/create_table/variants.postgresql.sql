CREATE TABLE t (
    a JSONB, 
    id BIGSERIAL NOT NULL, 
    c VARCHAR(5), 
    PRIMARY KEY (id)
);

