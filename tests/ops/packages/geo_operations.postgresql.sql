CREATE TABLE lake (
    id SERIAL NOT NULL, 
    geom geometry(POINT,4326) NOT NULL, 
    PRIMARY KEY (id)
);

CREATE INDEX idx_lake_geom ON lake USING gist (geom);

ALTER TABLE lake ADD COLUMN more geometry(POINT,4326);

ALTER TABLE lake DROP COLUMN more;

DROP INDEX idx_lake_geom;

DROP TABLE lake;

