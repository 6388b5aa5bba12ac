CREATE TABLE t (
    id INTEGER
)
 INHERITS ( parent, "Other" );

