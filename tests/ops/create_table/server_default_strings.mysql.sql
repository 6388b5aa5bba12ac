CREATE TABLE t (
    a VARCHAR(9) DEFAULT 'x', 
    b VARCHAR(9) DEFAULT 'it''s', 
    c INTEGER DEFAULT '0', 
    d BOOL NOT NULL DEFAULT 't', 
    e VARCHAR(9) DEFAULT '', 
    f VARCHAR(9) DEFAULT '50%% \\ back'
);

