DROP TABLE "my schema"."Users";

