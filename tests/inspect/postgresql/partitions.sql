-- Partitioned tables, their partitions and indexes.
CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX ix_events_kind ON events (kind);
CREATE TABLE by_kind (kind text, n integer) PARTITION BY LIST (kind);
CREATE TABLE by_kind_a PARTITION OF by_kind FOR VALUES IN ('a') PARTITION BY HASH (n);
CREATE TABLE by_kind_a0 PARTITION OF by_kind_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE notes (id integer PRIMARY KEY, event bigint, at timestamptz, FOREIGN KEY (event, at) REFERENCES events (id, at));
