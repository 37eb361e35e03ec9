-- What people ask of beside the tables. A row a rating, a row an aspect, and how fast first replies were.
CREATE VIEW ratings AS
SELECT f.channel, f.id AS feedback, f.occurred_at, r.question, r."value" AS rating, r."min" AS lowest, r."max" AS highest,
  f.product, f.region, f.team
FROM feedback f CROSS JOIN LATERAL jsonb_to_recordset(f.ratings)
  AS r(question text, "value" double precision, "min" double precision, "max" double precision);

CREATE VIEW aspects AS
SELECT f.channel, f.id AS feedback, f.occurred_at, a."name" AS aspect, a."label" AS sentiment, a.score AS sentiment_score,
  f.product, f.region, f.team
FROM feedback f CROSS JOIN LATERAL jsonb_to_recordset(f.aspects) AS a("name" text, "label" text, score double precision);

-- Seconds by the clock on the wall. The zone of the day is that of the session.
CREATE VIEW first_replies AS
SELECT CAST(created_at AS date) AS "day", team, product, channel, count(*) AS tickets, count(first_reply_at) AS replied,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY first_reply_wall_s) AS p50_s,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY first_reply_wall_s) AS p90_s,
  percentile_cont(0.99) WITHIN GROUP (ORDER BY first_reply_wall_s) AS p99_s
FROM tickets GROUP BY 1, 2, 3, 4;

-- Customers who were erased. Their rows are not written again, whatever the topics still hold of them.
CREATE TABLE erasures (
  customer_key text PRIMARY KEY,
  erased_at timestamptz NOT NULL DEFAULT now(),
  record jsonb NOT NULL
);
COMMENT ON TABLE erasures IS 'a customer who was erased, and the record of what was done';
