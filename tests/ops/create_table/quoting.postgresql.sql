CREATE TABLE t (
    "order" INTEGER, 
    "CamelCase" INTEGER, 
    "1st" INTEGER, 
    "with space" INTEGER, 
    "quo""te" INTEGER, 
    "back`tick" INTEGER, 
    "größe" INTEGER, 
    dollar$ INTEGER, 
    "user" INTEGER, 
    key INTEGER, 
    "percent%%" INTEGER
);

