CREATE TABLE odd (
  id integer PRIMARY KEY, name text, big bigint, stamp timestamp, words text, doc json, line line, seen date);
INSERT INTO odd SELECT n, 'name', n, now(), '7', '{}', NULL, now() FROM generate_series(1, 3) AS n;
CREATE TABLE hidden (id integer PRIMARY KEY, name text);
ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
CREATE TABLE unreadable (id integer PRIMARY KEY, name text);
REVOKE ALL ON unreadable FROM app_user;
