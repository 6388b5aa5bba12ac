CREATE TABLE accesstoken (
    user_id CHAR(36) NOT NULL, 
    token VARCHAR(43) NOT NULL, 
    created_at TIMESTAMP NOT NULL, 
    again TIMESTAMP NOT NULL, 
    other CHAR(36), 
    PRIMARY KEY (token), 
    FOREIGN KEY(other) REFERENCES x (id)
);

