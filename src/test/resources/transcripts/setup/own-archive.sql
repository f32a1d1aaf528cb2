CREATE TABLE customer (
  id     integer PRIMARY KEY,
  "Name" text NOT NULL,
  mail   text,
  phone  varchar(30),
  since  timestamp NOT NULL,
  vip    boolean
);
INSERT INTO customer
SELECT n, 'Customer ' || n, CASE WHEN n % 50 <> 0 THEN 'c' || n || '@Example.com' END,
       '+44 20 7946 0' || to_char(n % 1000, 'FM000'),
       timestamp '2020-05-01 10:00' + n * interval '7 hours', n % 9 = 0
FROM generate_series(1, 500) AS n;
ANALYZE;
