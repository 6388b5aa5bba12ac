CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1);

CREATE VIRTUAL TABLE docs USING fts5(title, body);

CREATE TABLE plain (
    id INTEGER PRIMARY KEY
);
