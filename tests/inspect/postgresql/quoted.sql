-- Names that need quotes: capital letters, spaces, dots, quotes, reserved words, percent signs, other alphabets.
CREATE TABLE "Users" ("Id" integer PRIMARY KEY, "First Name" text, "select" integer, "with""quote" text, "100%" integer, "größe" integer);
CREATE TABLE "order" ("from" integer PRIMARY KEY REFERENCES "Users" ("Id"), "group" text UNIQUE);
CREATE TABLE "my ""table""" ("a,b" integer PRIMARY KEY, "it's" text CHECK ("it's" <> ''));
CREATE INDEX "Ix First" ON "Users" ("First Name", "select" DESC);
CREATE INDEX "ix.dotted" ON "Users" (lower("First Name"));
CREATE TABLE таблица (поле integer PRIMARY KEY);
CREATE TABLE "camelCase" ("userId" integer, CONSTRAINT "camelCase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Users" ("Id") ON DELETE CASCADE);
