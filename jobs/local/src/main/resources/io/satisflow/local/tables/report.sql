-- The sections of a report. ${from} and ${to} are instants, ${before} is as long before from; ${by} a column or two.
-- section: scores
WITH periods AS (
  SELECT metric,
    CASE WHEN "day" >= CAST('${from}' AS DATE) THEN 'now' ELSE 'before' END AS period,
    sum(n) AS n, sum(total) AS total, sum(top) AS top, sum(promoters) AS promoters, sum(detractors) AS detractors,
    sum(met) AS met, sum(missed) AS missed
  FROM daily WHERE cardinality(segment) = 0 AND "day" >= CAST('${before}' AS DATE) AND "day" < CAST('${to}' AS DATE)
    AND metric NOT LIKE 'agreement%' AND metric NOT LIKE 'csat\_mean%' ESCAPE '\'
  GROUP BY ALL
), scored AS (
  SELECT metric, period, n,
    CASE WHEN coalesce(n, 0) = 0 THEN NULL WHEN promoters IS NOT NULL THEN 100 * (promoters - detractors) / n
      WHEN met IS NOT NULL THEN 100 * met / (met + missed) WHEN top IS NOT NULL THEN 100 * top / n
      WHEN total IS NOT NULL THEN total / n ELSE n END AS score
  FROM periods
)
SELECT metric,
  max(CAST(n AS BIGINT)) FILTER (period = 'now') AS n,
  CASE WHEN max(n) FILTER (period = 'now') >= 5 OR metric = 'volume' THEN round(max(score) FILTER (period = 'now'), 2) END AS score,
  CASE WHEN max(n) FILTER (period = 'before') >= 5 OR metric = 'volume' THEN round(max(score) FILTER (period = 'before'), 2) END AS before,
  CASE WHEN max(n) FILTER (period = 'now') BETWEEN 1 AND 29 AND metric <> 'volume' THEN '${few}' END AS note
FROM scored GROUP BY metric HAVING max(n) FILTER (period = 'now') > 0 ORDER BY metric;
-- section: attainment
SELECT ${by}, clock, count(*) FILTER (outcome = 'met') AS met, count(*) FILTER (outcome = 'missed') AS missed,
  round(100.0 * count(*) FILTER (outcome = 'met') / nullif(count(*) FILTER (outcome IN ('met', 'missed')), 0), 1) AS percent_met
FROM sla_instances WHERE started_at >= '${from_at}' AND started_at < '${to_at}' AND outcome IN ('met', 'missed')
GROUP BY ALL ORDER BY percent_met, missed DESC;
-- section: worst
SELECT ticket, clock, team, owner, due, done_at,
  CAST(date_diff('minute', due, coalesce(done_at, (SELECT max("at") FROM topic_sla_events))) AS BIGINT) AS minutes_late
FROM sla_instances WHERE outcome = 'missed' AND started_at >= '${from_at}' AND started_at < '${to_at}'
ORDER BY minutes_late DESC NULLS LAST LIMIT 10;
-- section: alerts
SELECT "rule", severity, count(*) AS alerts, count(*) FILTER (state <> 'resolved') AS still_firing, min(since) AS first_since,
  max(summary) AS example
FROM alerts WHERE since < '${to_at}' AND (since >= '${from_at}' OR ended_at IS NULL OR ended_at >= '${from_at}')
GROUP BY ALL ORDER BY alerts DESC;
-- section: aspects
SELECT aspect, count(*) AS texts, count(*) FILTER (sentiment = 'negative') AS negative,
  count(*) FILTER (sentiment = 'positive') AS positive, round(avg(sentiment_score), 2) AS mean_score
FROM aspects WHERE occurred_at >= '${from_at}' AND occurred_at < '${to_at}' GROUP BY aspect ORDER BY negative DESC, texts DESC LIMIT 10;
-- section: verbatims
SELECT occurred_at, channel, product, round(sentiment_score, 2) AS score, "text"
FROM feedback WHERE occurred_at >= '${from_at}' AND occurred_at < '${to_at}' AND sentiment_score IS NOT NULL
ORDER BY sentiment_score LIMIT 8;
