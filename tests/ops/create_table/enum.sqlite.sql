CREATE TABLE t (
    a VARCHAR(1), 
    b VARCHAR(8) DEFAULT 'small' NOT NULL
);

