-- Strings, their lengths, collations and defaults with quotes, colons and percent signs.
CREATE TABLE texts (
    a varchar, b varchar(30), c char, d char(10), e text, f name, g "char", h bpchar,
    i varchar(20) COLLATE "C", j text COLLATE "POSIX", k text COLLATE "de-x-icu", l varchar(8)[] COLLATE "C"
);
CREATE TABLE text_defaults (
    a text DEFAULT 'plain', b text DEFAULT 'it''s', c text DEFAULT 'a:b ::d', d text DEFAULT '100%', e text DEFAULT '',
    f varchar(10) DEFAULT NULL, g text DEFAULT E'back\\slash', h text DEFAULT upper('x'), i text DEFAULT 'ä€😀'
);
