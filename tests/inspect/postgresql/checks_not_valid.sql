-- Check constraints that are not validated, or not inherited.
CREATE TABLE checks (a integer, CONSTRAINT ck_local CHECK (a <> 7) NO INHERIT);
ALTER TABLE checks ADD CONSTRAINT ck_unchecked CHECK (a > 0) NOT VALID;
ALTER TABLE checks ADD CONSTRAINT ck_neither CHECK (a < 9) NO INHERIT NOT VALID;
