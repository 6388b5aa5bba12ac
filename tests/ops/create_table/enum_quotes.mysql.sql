CREATE TABLE t (
    a ENUM('it''s','50%%','back\\slash')
);

