-- Rows of any number; :rows stands for it. In one transaction, which spares the write-ahead log.
BEGIN;
DROP TABLE IF EXISTS events;
CREATE TABLE events (
  id          bigint PRIMARY KEY,
  user_id     bigint NOT NULL,
  kind        text NOT NULL,
  payload     jsonb NOT NULL,
  amount      numeric(12, 2),
  happened_at timestamptz NOT NULL,
  note        text,
  flag        boolean NOT NULL
);
INSERT INTO events
SELECT n,
       n * 7919 % 1100 + 1,
       (ARRAY['login', 'purchase', 'refund', 'logout', 'search'])[n % 5 + 1],
       jsonb_build_object('session', n / 12, 'page', n % 97, 'mobile', n % 3 = 0),
       CASE WHEN n % 5 IN (1, 2) THEN (n % 100000)::numeric / 100 END,
       timestamptz '2023-01-01 00:00+00' + n * interval '11 seconds',
       CASE WHEN n % 10 = 0 THEN 'note of event ' || n END,
       n % 2 = 0
FROM generate_series(1::bigint, :rows::bigint) AS n;
COMMIT;
ANALYZE events;
