DROP INDEX s."Ix";

