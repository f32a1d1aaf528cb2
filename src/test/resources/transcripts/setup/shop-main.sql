CREATE TYPE mood AS ENUM ('calm', 'cross', 'happy');
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_no integer NOT NULL UNIQUE,
  email text,
  feeling mood NOT NULL DEFAULT 'calm',
  joined timestamptz NOT NULL,
  note varchar(20),
  email_domain text GENERATED ALWAYS AS (split_part(email, '@', 2)) STORED,
  active boolean NOT NULL DEFAULT true,
  parent bigint REFERENCES customers (id),
  CONSTRAINT email_looks_right CHECK (email LIKE '%@%'));
CREATE UNIQUE INDEX customers_email_lower ON customers (lower(email));
CREATE UNIQUE INDEX customers_active_note ON customers (note) WHERE active;
CREATE INDEX customers_joined ON customers (joined);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamped BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TABLE "Order" ("Order No" integer PRIMARY KEY, customer bigint NOT NULL REFERENCES customers, placed date);
CREATE TABLE secrets (id integer PRIMARY KEY, body text);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON secrets USING (id > 0);
ANALYZE;
