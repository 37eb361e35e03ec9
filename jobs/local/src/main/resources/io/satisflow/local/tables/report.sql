-- The sections of a report. ${from} and ${to} are instants, ${before} is as long before from; ${by} a column or two.
-- section: scores
WITH periods AS (
  SELECT metric,
    CASE WHEN "day" >= CAST('${from}' AS DATE) THEN 'now' ELSE 'before' END AS period,
    sum(n) AS n, sum(total) AS total, sum(top) AS top, sum(promoters) AS promoters, sum(detractors) AS detractors,
    sum(met) AS met, sum(missed) AS missed, sum(hits) AS hits
  FROM daily WHERE cardinality(segment) = 0 AND "day" >= CAST('${before}' AS DATE) AND "day" < CAST('${to}' AS DATE)
    AND metric NOT LIKE 'agreement%' AND metric NOT LIKE 'csat\_mean%' ESCAPE '\'
  GROUP BY ALL
), scored AS (
  SELECT metric, period, n, is_count,
    CASE WHEN coalesce(n, 0) = 0 THEN NULL WHEN promoters IS NOT NULL THEN 100 * (promoters - detractors) / n
      WHEN met IS NOT NULL THEN 100 * met / (met + missed) WHEN hits IS NOT NULL THEN 100 * hits / n
      WHEN top IS NOT NULL THEN 100 * top / n WHEN total IS NOT NULL THEN total / n WHEN is_count THEN n END AS score
  FROM (SELECT *, metric = 'volume' OR metric LIKE 'volume.%' AS is_count FROM periods)
)
SELECT metric,
  max(CAST(n AS BIGINT)) FILTER (period = 'now') AS n,
  CASE WHEN max(n) FILTER (period = 'now') >= 5 OR is_count THEN round(max(score) FILTER (period = 'now'), 2) END AS score,
  CASE WHEN max(n) FILTER (period = 'before') >= 5 OR is_count THEN round(max(score) FILTER (period = 'before'), 2) END AS before,
  CASE WHEN max(n) FILTER (period = 'now') BETWEEN 1 AND 29 AND NOT is_count THEN '${few}' END AS note
FROM scored GROUP BY metric, is_count HAVING max(n) FILTER (period = 'now') > 0 AND max(score) FILTER (period = 'now') IS NOT NULL
ORDER BY metric;
-- section: standing
WITH rolling AS (
  SELECT *, CASE WHEN abs(score) < 10 THEN 2 ELSE 1 END AS places FROM satisfaction
  WHERE cardinality(segment) = 0 AND to_at > '${from_at}' AND to_at <= '${to_at}'
    AND "window" NOT IN ('today', 'week', 'month', 'quarter', 'half_year', 'year')
), longest AS (
  SELECT "window", max(to_at) AS to_at FROM rolling WHERE to_at - from_at = (SELECT max(to_at - from_at) FROM rolling) GROUP BY "window"
)
SELECT "window", metric, n, CASE WHEN shown <> 'hidden' THEN round(score, places) END AS score,
  CASE WHEN shown <> 'hidden' THEN round(low, places) END AS low, CASE WHEN shown <> 'hidden' THEN round(high, places) END AS high,
  CASE WHEN shown <> 'hidden' THEN CASE movement
    WHEN 'rose' THEN format('${rose}', round(score - previous, places), round(change_low, places), round(change_high, places))
    WHEN 'fell' THEN format('${fell}', round(previous - score, places), round(-change_high, places), round(-change_low, places))
    WHEN 'within_noise' THEN '${noise}' END END AS change,
  nullif(provisional, 0) AS provisional, CASE shown WHEN 'hidden' THEN '${hidden}' WHEN 'greyed' THEN '${few}' END AS note
FROM rolling JOIN longest USING ("window", to_at) WHERE n > 0 AND metric NOT LIKE '%.contribution' ORDER BY metric;
-- section: plan
WITH rows_ AS (
  SELECT * FROM satisfaction WHERE cardinality(segment) = 0 AND to_at > '${from_at}' AND to_at <= '${to_at}'
    AND target IS NOT NULL AND score IS NOT NULL AND shown <> 'hidden'
  QUALIFY row_number() OVER (PARTITION BY metric, "window" ORDER BY to_at DESC) = 1
)
SELECT metric, "window", n, round(score, 2) AS score, round(target, 2) AS target, "plan", round(needed, 2) AS needed
FROM rows_ ORDER BY metric, to_at - from_at;
-- section: attainment
SELECT ${by}, clock, count(*) FILTER (outcome = 'met') AS met, count(*) FILTER (outcome = 'missed') AS missed,
  round(100.0 * count(*) FILTER (outcome = 'met') / nullif(count(*) FILTER (outcome IN ('met', 'missed')), 0), 1) AS percent_met
FROM sla_instances WHERE started_at >= '${from_at}' AND started_at < '${to_at}' AND outcome IN ('met', 'missed')
GROUP BY ALL ORDER BY percent_met, missed DESC;
-- section: worst
WITH cancelled AS (
  SELECT ticket, clock, "instance", max("at") AS cancelled_at FROM topic_sla_events WHERE event = 'cancel' AND retracts IS NULL GROUP BY ALL
)
SELECT ticket, clock, team, owner, due, done_at,
  CAST(date_diff('minute', due, coalesce(done_at, cancelled_at, (SELECT max("at") FROM topic_sla_events))) AS BIGINT) AS minutes_late
FROM sla_instances LEFT JOIN cancelled USING (ticket, clock, "instance") WHERE outcome = 'missed' AND started_at >= '${from_at}' AND started_at < '${to_at}'
ORDER BY minutes_late DESC NULLS LAST LIMIT 10;
-- section: alerts
SELECT "rule", severity, count(*) AS alerts, count(*) FILTER (state IN ('firing', 'recovering', 'no_data')) AS still_firing,
  min(since) AS first_since, max(since) AS last_since, arg_max(summary, since) AS example
FROM alerts WHERE state NOT IN ('pending', 'inactive') AND since < '${to_at}' AND (since >= '${from_at}' OR ended_at IS NULL OR ended_at >= '${from_at}')
GROUP BY ALL ORDER BY alerts DESC;
-- section: aspects
SELECT aspect, count(*) AS texts, count(*) FILTER (sentiment = 'negative') AS negative,
  count(*) FILTER (sentiment = 'positive') AS positive, round(avg(sentiment_score), 2) AS mean_score
FROM aspects WHERE occurred_at >= '${from_at}' AND occurred_at < '${to_at}' GROUP BY aspect ORDER BY negative DESC, texts DESC LIMIT 10;
-- section: verbatims
SELECT max(occurred_at) AS occurred_at, arg_max(channel, occurred_at) AS channel, arg_max(product, occurred_at) AS product,
  round(min(sentiment_score), 2) AS score, count(*) AS times, arg_max("text", occurred_at) AS "text"
FROM feedback WHERE occurred_at >= '${from_at}' AND occurred_at < '${to_at}' AND sentiment_score IS NOT NULL AND "text" IS NOT NULL
GROUP BY lower(trim(regexp_replace("text", '\s+', ' ', 'g'))) ORDER BY min(sentiment_score), times DESC, occurred_at LIMIT 8;
