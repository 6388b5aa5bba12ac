-- Comments on everything.
CREATE TABLE commented (id integer PRIMARY KEY, a text, b text);
COMMENT ON TABLE commented IS 'a table''s comment with a : and a % and a \';
COMMENT ON COLUMN commented.a IS 'two
lines';
COMMENT ON COLUMN commented.b IS '';
CREATE VIEW commented_view AS SELECT id, a FROM commented;
COMMENT ON VIEW commented_view IS 'a view';
COMMENT ON COLUMN commented_view.a IS 'of the view';
CREATE TABLE silent (a integer);
