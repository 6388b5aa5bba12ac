CREATE TABLE user (
    email VARCHAR(255) NOT NULL, 
    name VARCHAR(40), 
    id CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_user_email ON user (email);

ALTER TABLE user MODIFY name VARCHAR(255) NULL;

