-- How fast first replies were, in seconds by the clock on the wall, by the day on which tickets began in the zone that days are of.
CREATE VIEW first_replies AS
SELECT CAST(created_at AS DATE) AS "day", team, product, channel, count(*) AS tickets, count(first_reply_at) AS replied,
  quantile_cont(first_reply_wall_s, 0.5) AS p50_s,
  quantile_cont(first_reply_wall_s, 0.9) AS p90_s,
  quantile_cont(first_reply_wall_s, 0.99) AS p99_s
FROM tickets GROUP BY 1, 2, 3, 4;
