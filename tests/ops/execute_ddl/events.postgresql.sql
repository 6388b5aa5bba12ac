SELECT 1;

CREATE TABLE s."Order" (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

ALTER TABLE s."Order" ADD x int -- "Order" s 100%%;

DROP TRIGGER y;

DROP TABLE s."Order";

