CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL, mail text NOT NULL);
INSERT INTO authors VALUES
  (7, 'Ines Rossi', 'Ines@example.com'), (8, 'Tom Dubois', 'tom@example.org'), (9, 'Yuki Tanaka', 'yuki@example.net');
CREATE TABLE articles (
  id        integer PRIMARY KEY,
  author_id integer NOT NULL REFERENCES authors (id),
  slug      text NOT NULL UNIQUE,
  title     text NOT NULL,
  state     text NOT NULL,
  tags      text,
  published timestamp
);
INSERT INTO articles
SELECT n, 7 + n % 3, 'article-' || n, 'Article ' || n,
       CASE WHEN n % 40 = 12 THEN 'Published' ELSE (ARRAY['draft', 'published', 'withdrawn'])[n % 3 + 1] END,
       CASE WHEN n % 4 <> 0 THEN 'news,' || (ARRAY['sea', 'port', 'crew'])[n % 3 + 1] END,
       timestamp '2021-06-01 18:00' + n * interval '31 hours'
FROM generate_series(1, 120) AS n;
CREATE TABLE pages (id integer PRIMARY KEY, parent_id integer REFERENCES pages (id), path text NOT NULL UNIQUE, body text);
INSERT INTO pages
VALUES (30, NULL, '/', 'Home'), (4, 30, '/about', 'About'), (2, 4, '/about/crew', 'The crew'), (11, 30, '/routes', 'Routes');
ANALYZE;
