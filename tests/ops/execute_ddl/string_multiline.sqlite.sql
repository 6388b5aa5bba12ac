CREATE VIEW v AS
        SELECT a,
            b
        FROM t;

