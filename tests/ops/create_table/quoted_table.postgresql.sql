CREATE TABLE "user" (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

