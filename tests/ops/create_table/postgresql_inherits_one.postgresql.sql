CREATE TABLE t (
    id INTEGER
)
 INHERITS ( parent )
 WITH OIDS;

