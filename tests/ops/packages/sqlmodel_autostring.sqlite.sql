CREATE TABLE user (
    email VARCHAR NOT NULL, 
    name VARCHAR(40), 
    id CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_user_email ON user (email);

ALTER TABLE user ALTER COLUMN name TYPE VARCHAR(255);

