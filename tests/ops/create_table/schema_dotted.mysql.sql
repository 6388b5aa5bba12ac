CREATE TABLE `a.B`.t (
    id INTEGER COMMENT 'the id'
)COMMENT='c';

