CREATE TABLE t (
    a INTEGER, 
    b VARCHAR(9), 
    CONSTRAINT `both` CHECK (a > 1 AND b IN ('x', 'y''z')), 
    CONSTRAINT either CHECK (a IS NULL OR length(b) <= 3)
);

