CREATE TABLE t (
    c1 JSON, 
    c2 JSON, 
    c3 JSON, 
    c4 JSON, 
    c5 JSON, 
    c6 JSON
);

