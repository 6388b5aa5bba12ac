CREATE TABLE t (
    "forced" INTEGER, 
    Order INTEGER
);

