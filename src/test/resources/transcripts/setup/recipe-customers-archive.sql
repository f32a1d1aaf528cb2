CREATE TABLE customers (
  id         integer PRIMARY KEY,
  name       text NOT NULL,
  email      text NOT NULL,
  plan       text NOT NULL,
  updated_at timestamptz NOT NULL
);
INSERT INTO customers
SELECT n, 'Customer ' || n, 'c' || n || '@example.com', CASE WHEN n % 10 = 0 THEN 'gold' ELSE 'free' END,
       timestamptz '2024-05-01 00:00+00' + n * interval '6 hours'
FROM generate_series(1, 300) AS n;
CREATE TABLE invoices (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id), total numeric(10, 2) NOT NULL);
INSERT INTO invoices SELECT n, n % 300 + 1, n * 1.25 FROM generate_series(1, 900) AS n;
ANALYZE;
