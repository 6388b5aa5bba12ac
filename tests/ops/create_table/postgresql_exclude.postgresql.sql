CREATE TABLE t (
    room INTEGER, 
    during VARCHAR(9), 
    CONSTRAINT no_overlap EXCLUDE USING gist (room int4_ops WITH =, tsrange(a, b) WITH &&) WHERE (room > 1) DEFERRABLE
);

