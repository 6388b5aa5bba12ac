-- Check constraints: parentheses, strings with parentheses, line breaks, comments.
CREATE TABLE checks (
    a integer CHECK (a > 0), b text, c boolean,
    CONSTRAINT ck_both CHECK (a > 1 AND a < 5), CONSTRAINT ck_or CHECK ((a = 1) OR ((a > 2) AND (a < 5))),
    CONSTRAINT ck_text CHECK (b = '(' OR b <> ')'), CONSTRAINT ck_colon CHECK (b <> 'x:y' AND b LIKE '%z%'),
    CONSTRAINT ck_flag CHECK (c), CONSTRAINT ck_list CHECK (b IN ('a', 'b')), CONSTRAINT ck_call CHECK (length(b) > 2),
    CONSTRAINT "CK Mixed" CHECK (b IS NOT NULL),
    CONSTRAINT ck_case CHECK (CASE WHEN a = 1 THEN b IS NULL ELSE true END), CHECK (NOT c)
);
COMMENT ON CONSTRAINT ck_both ON checks IS 'between';
