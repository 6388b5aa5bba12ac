CREATE TABLE maps.lake (
    geom geometry(POINT,4326), 
    geog geography(POINT,4326), 
    rast raster
);

CREATE INDEX idx_lake_geog ON maps.lake USING gist (geog);

CREATE INDEX idx_lake_rast ON maps.lake USING gist (ST_ConvexHull(rast));

CREATE INDEX idx_lake_geom ON maps.lake USING gist (geom);

