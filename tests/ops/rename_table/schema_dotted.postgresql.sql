ALTER TABLE a.b."old" RENAME TO "new";

