CREATE TYPE mood AS ENUM ('calm', 'cross');
CREATE SCHEMA "Old Shop";
CREATE TABLE "Old Shop"."Customer List" (
  "Customer No" integer PRIMARY KEY,
  "E-Mail" varchar(320),
  feeling mood,
  joined timestamp NOT NULL,
  note text);
INSERT INTO "Old Shop"."Customer List"
SELECT n, 'person' || n || '@example.com', CASE n % 2 WHEN 0 THEN 'calm' ELSE 'cross' END::mood,
       timestamp '2020-01-01 10:00' + n * interval '1 day', NULL
FROM generate_series(1, 12) AS n;
CREATE TABLE people (id integer PRIMARY KEY, name text, born date, height numeric(5, 2), tags text[]);
CREATE VIEW grown_ups AS SELECT * FROM people WHERE born < date '2008-01-01';
ANALYZE;
