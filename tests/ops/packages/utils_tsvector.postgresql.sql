CREATE TABLE article (
    id SERIAL NOT NULL, 
    search_vector TSVECTOR, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_s ON article USING gin (search_vector);

