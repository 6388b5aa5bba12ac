CREATE TABLE t (
    id INTEGER NOT NULL COMMENT 'the id' AUTO_INCREMENT, 
    a VARCHAR(3) NOT NULL COMMENT 'it''s a \\ 5%% thing', 
    b INTEGER COMMENT 'with default' DEFAULT '1', 
    PRIMARY KEY (id)
)COMMENT='all the things''';

