CREATE TABLE "a.B".t (
    id INTEGER
);

