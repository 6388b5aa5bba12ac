CREATE TABLE t (
    a VARCHAR(9) DEFAULT '{}'::jsonb, 
    b VARCHAR(9) DEFAULT '12:30', 
    c VARCHAR(9) DEFAULT 'a:b'
);

