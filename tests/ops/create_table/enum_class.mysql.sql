CREATE TABLE t (
    a ENUM('RED','GREEN'), 
    b ENUM('red','green')
);

