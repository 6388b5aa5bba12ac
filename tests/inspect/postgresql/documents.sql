-- JSON, UUID, bytes, bits, network addresses, text search, XML and other types that SQLAlchemy knows or does not.
CREATE TABLE documents (
    a json, b jsonb DEFAULT '{}'::jsonb, c uuid DEFAULT gen_random_uuid(), d bytea, e bit, f bit(5), g bit varying,
    h bit varying(12), i inet, j cidr, k macaddr, l macaddr8, m tsvector, n tsquery, o jsonpath, p boolean DEFAULT true
);
CREATE TABLE unknown_types (a xml, b point, c polygon, d regclass, e regproc, f pg_lsn, g int2vector, h oidvector, i regtype,
    j txid_snapshot, k box[], l regconfig, m xid);
