-- Over the tables of Parquet files: a row a rating, a row an aspect.
CREATE VIEW ratings AS
SELECT channel, id AS feedback, occurred_at, r.question, r."value" AS rating, r."min" AS lowest, r."max" AS highest, product, region, team
FROM feedback, unnest(from_json(ratings, '[{"question":"VARCHAR","value":"DOUBLE","min":"DOUBLE","max":"DOUBLE"}]')) AS u(r);

CREATE VIEW aspects AS
SELECT channel, id AS feedback, occurred_at, a."name" AS aspect, a."label" AS sentiment, a.score AS sentiment_score, product, region, team
FROM feedback, unnest(from_json(aspects, '[{"name":"VARCHAR","label":"VARCHAR","score":"DOUBLE"}]')) AS u(a);
