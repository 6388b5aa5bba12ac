CREATE TABLE user (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

