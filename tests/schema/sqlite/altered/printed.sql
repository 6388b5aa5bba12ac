CREATE TABLE copied (
    "first one" INT,
    b TEXT
);

CREATE TABLE u (
    "first one" INTEGER,
    b TEXT DEFAULT 'x'
);
CREATE INDEX "ix_u_b" ON "u" (b);

CREATE TABLE v (
    id INTEGER,
    PRIMARY KEY (id)
);
