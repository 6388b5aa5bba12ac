-- case: no primary key
CREATE TABLE t (a INTEGER, b TEXT);
-- case: key in the column
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
-- case: autoincrement
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT);
-- case: key of the table
CREATE TABLE t (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (b, a));
-- case: named key
CREATE TABLE t (a INTEGER NOT NULL, CONSTRAINT pk_t PRIMARY KEY (a));
-- case: named key with a quoted name
CREATE TABLE t (a INTEGER NOT NULL, b TEXT, CONSTRAINT "the key" PRIMARY KEY (a, b) ON CONFLICT REPLACE);
-- case: named key in the column
CREATE TABLE t (a INTEGER CONSTRAINT pk_a PRIMARY KEY, b TEXT CONSTRAINT "u b" UNIQUE);
-- case: descending key
CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b TEXT);
-- case: several lines
CREATE TABLE t (
	id INTEGER NOT NULL,
	email VARCHAR(255) NOT NULL,
	CONSTRAINT pk_t
	    PRIMARY   KEY (id),
	CONSTRAINT uq_t_email UNIQUE (email)
);
-- case: foreign keys, named and not
CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT, b TEXT, UNIQUE (a, b));
CREATE TABLE c (x INTEGER, y TEXT, z TEXT, w INTEGER REFERENCES p, CONSTRAINT fk_x FOREIGN KEY(x) REFERENCES p (id), FOREIGN KEY(y, z) REFERENCES p (a, b));
-- case: foreign key options
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER, f INTEGER, FOREIGN KEY(a) REFERENCES p (id) ON DELETE CASCADE, FOREIGN KEY(b) REFERENCES p (id) ON DELETE SET NULL ON UPDATE CASCADE, FOREIGN KEY(c) REFERENCES p (id) ON UPDATE NO ACTION, FOREIGN KEY(d) REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(e) REFERENCES p (id) ON DELETE RESTRICT NOT DEFERRABLE INITIALLY IMMEDIATE, FOREIGN KEY (f) REFERENCES p(id) on update set default on delete no action);
-- case: foreign keys in columns with options
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER REFERENCES p (id) ON DELETE CASCADE, b INTEGER CONSTRAINT fk_b REFERENCES p (id), c INTEGER REFERENCES p ON UPDATE CASCADE);
-- case: foreign key to itself
CREATE TABLE t (id INTEGER PRIMARY KEY, parent INTEGER, CONSTRAINT fk_parent FOREIGN KEY(parent) REFERENCES t (id));
-- case: foreign key to a table that is not there
CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER REFERENCES nowhere, y INTEGER REFERENCES nowhere (id), FOREIGN KEY(y) REFERENCES elsewhere (a));
-- case: two foreign keys over the same columns
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (x INTEGER, CONSTRAINT one FOREIGN KEY(x) REFERENCES p (id), CONSTRAINT two FOREIGN KEY(x) REFERENCES p (id) ON DELETE CASCADE);
-- case: foreign key with quoted names
CREATE TABLE "the parent" ("the id" INTEGER PRIMARY KEY);
CREATE TABLE t ("my x" INTEGER, CONSTRAINT "fk x" FOREIGN KEY("my x") REFERENCES "the parent" ("the id"));
-- case: foreign key in brackets and backticks
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (x INTEGER, y INTEGER, FOREIGN KEY([x]) REFERENCES [p] ([id]), FOREIGN KEY(`y`) REFERENCES `p` (`id`));
-- case: foreign key over lines
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (
  x INTEGER,
  CONSTRAINT fk_x
    FOREIGN KEY (x)
    REFERENCES p (id)
    ON DELETE
      SET NULL
    ON UPDATE CASCADE
);
-- case: foreign key to a composite primary key without columns
CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (b, a));
CREATE TABLE t (x INTEGER, y INTEGER, FOREIGN KEY(x, y) REFERENCES p);
-- case: the words in a default
CREATE TABLE t (a TEXT DEFAULT 'CONSTRAINT x PRIMARY KEY', b INTEGER PRIMARY KEY);
