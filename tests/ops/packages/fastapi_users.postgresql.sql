CREATE TABLE accesstoken (
    user_id UUID NOT NULL, 
    token VARCHAR(43) NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    again TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
    other UUID, 
    PRIMARY KEY (token), 
    FOREIGN KEY(other) REFERENCES x (id)
);

