CREATE TABLE customers (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE,
  phone varchar(20),
  since timestamptz NOT NULL,
  vip   boolean NOT NULL DEFAULT false
);
INSERT INTO customers (name, email, since)
VALUES ('Ada', 'c7@example.com', '2024-02-01 09:00+00'), ('Bo', 'c12@example.com', '2024-03-01 09:00+00');
ANALYZE;
