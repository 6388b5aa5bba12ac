CREATE TABLE s.t (
    a VARCHAR(1), 
    b VARCHAR(1)
);

