ALTER TABLE a.b.old RENAME TO a.b.new;

