SELECT 1;

CREATE TABLE s.`Order` (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

ALTER TABLE s.`Order` ADD x int -- `Order` s 100%%;

DROP TABLE s.`Order`;

