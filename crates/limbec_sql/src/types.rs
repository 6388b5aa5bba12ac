//! Column types as DDL: what all databases share.
