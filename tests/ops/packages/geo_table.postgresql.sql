CREATE TABLE lake (
    id SERIAL NOT NULL, 
    geom geometry(POLYGON,4326), 
    plain geometry(POINT,4326), 
    required geometry(POINTZ,-1) NOT NULL, 
    "any" geometry, 
    PRIMARY KEY (id)
);

CREATE INDEX idx_lake_geom ON lake USING gist (geom);

