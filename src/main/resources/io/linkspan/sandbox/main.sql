-- The target: the application of today, with some rows of its own.
SET TIME ZONE 'UTC';

CREATE TABLE users (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username    text NOT NULL UNIQUE,
  email       text UNIQUE,
  full_name   text,
  active      boolean NOT NULL DEFAULT true,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  preferences jsonb NOT NULL DEFAULT '{}'
);

-- 30 have the username of someone archived, 20 the e-mail address, 10 both; 140 are new.
INSERT INTO users (username, email, full_name, created_at, updated_at)
SELECT CASE WHEN k BETWEEN 31 AND 50 THEN 'renamed_' || n ELSE username END,
       CASE WHEN k <= 30 THEN username || '@work.example.com' ELSE email END,
       first_name || ' of today',
       timestamptz '2023-01-01 08:00+00' + k * interval '1 day 3 hours',
       timestamptz '2024-01-01 08:00+00' + k * interval '2 days'
FROM generate_series(1, 200) AS k,
     LATERAL (SELECT CASE WHEN k <= 60 THEN k * 16 + 3 ELSE 2000 + k END AS n) AS number,
     LATERAL (SELECT (ARRAY['Maria', 'Jonas', 'Aisha', 'Pedro', 'Ingrid', 'Wei', 'Olga', 'Samuel', 'Fatima', 'Liam'])[n % 10 + 1]
              AS first_name) AS person,
     LATERAL (SELECT lower(first_name) || '_' || n AS username) AS account,
     LATERAL (SELECT username || '@' || (ARRAY['example.com', 'example.org', 'example.net'])[n % 3 + 1] AS email) AS address;

CREATE TYPE product_status AS ENUM ('draft', 'active', 'discontinued');

CREATE TABLE products (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku            text NOT NULL UNIQUE,
  name           text NOT NULL,
  price          numeric(10, 2) NOT NULL,
  status         product_status NOT NULL DEFAULT 'draft',
  attributes     jsonb NOT NULL DEFAULT '{}',
  price_with_tax numeric(12, 2) GENERATED ALWAYS AS (round(price * 1.20, 2)) STORED
);

INSERT INTO products (sku, name, price, status, attributes)
SELECT 'SKU-' || to_char(n, 'FM0000'), 'Bestseller ' || n, 9.90 + n, 'active', '{"featured": true}'
FROM generate_series(1, 10) AS n;

CREATE TABLE orders (
  id         bigint PRIMARY KEY,
  user_id    bigint NOT NULL REFERENCES users (id),
  product_id bigint NOT NULL REFERENCES products (id),
  quantity   integer NOT NULL CHECK (quantity > 0),
  total      numeric(12, 2) NOT NULL,
  ordered_at timestamptz NOT NULL
);

INSERT INTO orders
SELECT 100000 + n, n * 3, n % 10 + 1, n % 3 + 1, (n % 3 + 1) * 10, timestamptz '2024-06-01 12:00+00' + n * interval '9 hours'
FROM generate_series(1, 20) AS n;

ANALYZE;
