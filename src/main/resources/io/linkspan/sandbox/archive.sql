-- The source: what an old application left behind, with its troubles.
SET TIME ZONE 'UTC';

CREATE TABLE archived_users (
  id          integer PRIMARY KEY,
  username    text NOT NULL,
  email       text,
  full_name   text,
  active      boolean NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  preferences jsonb NOT NULL
);

-- 1,100 people, 10 of them without an e-mail address.
INSERT INTO archived_users
SELECT n,
       lower(first_name) || '_' || n,
       CASE WHEN n % 110 <> 7
         THEN lower(first_name) || '_' || n || '@' || (ARRAY['example.com', 'example.org', 'example.net'])[n % 3 + 1]
       END,
       first_name || ' ' || (ARRAY['Müller', 'García', 'Nowak', 'Sørensen', 'O''Brien', 'Rossi', 'Tanaka', 'Dubois'])[n % 8 + 1],
       n % 5 <> 0,
       timestamptz '2019-01-01 08:00+00' + n * interval '37 hours 11 minutes',
       timestamptz '2019-01-01 08:00+00' + n * interval '37 hours 11 minutes' + n % 400 * interval '1 day',
       jsonb_build_object(
         'theme', (ARRAY['light', 'dark'])[n % 2 + 1],
         'language', (ARRAY['en', 'de', 'es', 'fr'])[n % 4 + 1],
         'newsletter', n % 3 = 0)
FROM generate_series(1, 1100) AS n,
     LATERAL (SELECT (ARRAY['Maria', 'Jonas', 'Aisha', 'Pedro', 'Ingrid', 'Wei', 'Olga', 'Samuel', 'Fatima', 'Liam'])[n % 10 + 1]
              AS first_name) AS person;

-- 60 rows that were archived twice.
INSERT INTO archived_users
SELECT 1100 + id / 18, username, email, full_name, active, created_at, updated_at - interval '30 days', preferences
FROM archived_users
WHERE id % 18 = 0 AND id <= 1080;

-- 20 rows whose e-mail address differs in upper and lower case alone.
INSERT INTO archived_users
SELECT 1160 + id / 50, username, initcap(email), full_name, active, created_at, updated_at + interval '1 day', preferences
FROM archived_users
WHERE id % 50 = 0 AND id <= 1000;

-- 20 rows of someone else with the same address in capitals.
INSERT INTO archived_users
SELECT 1180 + (id + 5) / 50, username || '_2', upper(email), full_name, false, created_at, updated_at, '{}'
FROM archived_users
WHERE id % 50 = 45 AND id <= 1000;

-- A price with a comma, prices that are missing, a status that the target writes otherwise.
CREATE TABLE products (
  id         integer PRIMARY KEY,
  sku        text NOT NULL UNIQUE,
  name       text NOT NULL,
  price      text,
  status     text NOT NULL,
  attributes text NOT NULL
);

INSERT INTO products
SELECT n,
       'SKU-' || to_char(n, 'FM0000'),
       (ARRAY['Desk lamp', 'Notebook', 'Backpack', 'Water bottle', 'Headphones', 'Keyboard'])[n % 6 + 1] || ' ' || n,
       CASE n WHEN 17 THEN '12,50' WHEN 23 THEN NULL WHEN 41 THEN NULL ELSE to_char(4 + n * 0.85, 'FM990.00') END,
       CASE WHEN n = 31 THEN 'Active' ELSE (ARRAY['active', 'active', 'draft', 'discontinued'])[n % 4 + 1] END,
       jsonb_build_object('colour', (ARRAY['black', 'white', 'red'])[n % 3 + 1], 'grams', 100 + n * 15)::text
FROM generate_series(1, 60) AS n;

-- Their users and products have other ids on the target, or none.
CREATE TABLE orders (
  id         bigint PRIMARY KEY,
  user_id    integer NOT NULL REFERENCES archived_users (id),
  product_id integer NOT NULL REFERENCES products (id),
  quantity   integer NOT NULL,
  total      numeric(12, 2),
  ordered_at timestamptz NOT NULL
);

INSERT INTO orders
SELECT n,
       n * 7 % 1100 + 1,
       n * 11 % 60 + 1,
       n % 4 + 1,
       (n % 4 + 1) * round((4 + (n * 11 % 60 + 1) * 0.85), 2),
       timestamptz '2022-03-01 09:00+00' + n * interval '5 hours 7 minutes'
FROM generate_series(1, 3000) AS n;

ANALYZE;
