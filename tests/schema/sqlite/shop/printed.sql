CREATE TABLE "Mixed Case" (
    "Id" INT PRIMARY KEY
) WITHOUT ROWID, STRICT;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY, -- the key
  name TEXT NOT NULL COLLATE NOCASE
);
CREATE UNIQUE INDEX customers_name ON customers (lower(name));

CREATE TABLE orders (
    id integer primary key autoincrement,
    customer_id INTEGER not null REFERENCES customers (id) ON DELETE CASCADE,
    status TEXT DEFAULT 'new, or (not)' CHECK (status <> ''),
    total REAL GENERATED ALWAYS AS (id * 2) STORED,
    UNIQUE (customer_id, status)
);
CREATE INDEX orders_status ON orders (status) WHERE status <> 'done';

CREATE VIEW a_names AS SELECT name FROM customers -- all of them
;

CREATE VIEW b_names AS SELECT name FROM a_names;

CREATE TRIGGER noted AFTER INSERT ON customers BEGIN
  INSERT INTO orders (customer_id) VALUES (new.id);
  SELECT 'a;b';
END;
