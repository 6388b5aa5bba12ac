CREATE TABLE t (
    a ENUM('x','y'), 
    b ENUM('small','enormous') NOT NULL DEFAULT 'small'
);

