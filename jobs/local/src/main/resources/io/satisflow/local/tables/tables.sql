-- What people ask of. The same names and columns as the tables of the warehouse; ${zone} is where days begin.
CREATE TABLE feedback AS
SELECT id, channel, occurred_at, known_at, customer, customer_key, kind, grade, "text", "language",
  attributes['product'] AS product, attributes['region'] AS region, attributes['team'] AS team, attributes['tier'] AS tier,
  sentiment."label" AS sentiment, sentiment.score AS sentiment_score, sentiment.scorer AS scorer, revision, attributes, ratings, aspects
FROM topic_scored_feedback
QUALIFY row_number() OVER (PARTITION BY channel, id ORDER BY revision DESC, known_at DESC) = 1
ORDER BY occurred_at, channel, id;

CREATE TABLE ratings AS
SELECT channel, id AS feedback, occurred_at, r.question, r."value" AS rating, r."min" AS lowest, r."max" AS highest,
  attributes['product'] AS product, attributes['region'] AS region, attributes['team'] AS team
FROM (SELECT * FROM topic_scored_feedback
  QUALIFY row_number() OVER (PARTITION BY channel, id ORDER BY revision DESC, known_at DESC) = 1) f, unnest(f.ratings) AS u(r);

CREATE TABLE aspects AS
SELECT channel, id AS feedback, occurred_at, a."name" AS aspect, a."label" AS sentiment, a.score AS sentiment_score,
  attributes['product'] AS product, attributes['region'] AS region, attributes['team'] AS team
FROM (SELECT * FROM topic_scored_feedback
  QUALIFY row_number() OVER (PARTITION BY channel, id ORDER BY revision DESC, known_at DESC) = 1) f, unnest(f.aspects) AS u(a);

-- Table tickets is not made here: each is told by the rules by which its clocks hear it (TicketTable).

-- A row a clock instance. What a later event withdrew does not count.
CREATE TABLE sla_instances AS
WITH standing AS (
  SELECT * FROM topic_sla_events e
  WHERE e.retracts IS NULL AND NOT EXISTS (
    SELECT 1 FROM topic_sla_events r WHERE r.ticket = e.ticket AND r.clock = e.clock AND r."instance" = e."instance"
      AND r.retracts = e.event AND r."at" = e."at" AND r.as_of >= e.as_of)
), courses AS (
  SELECT ticket, clock, "instance",
    bool_or(event = 'activate') AS activated,
    bool_or(event = 'breach') AS breached,
    bool_or(event = 'cancel') AS cancelled,
    bool_or(event = 'warn') AS warned,
    min("at") FILTER (event = 'activate') AS started_at,
    min("at") FILTER (event = 'breach') AS breached_at,
    arg_max(event, ("at", place)) FILTER (event IN ('fulfil', 'resume')) = 'fulfil' AS done,
    max("at") FILTER (event = 'fulfil') AS fulfilled_at,
    arg_max(due, ("at", place)) FILTER (due IS NOT NULL) AS due,
    arg_max(policy, ("at", place)) AS policy, arg_max("time", ("at", place)) AS time_basis,
    arg_max(target_s, ("at", place)) AS target_s, arg_max(consumed_s, ("at", place)) AS consumed_s, arg_max(wall_s, ("at", place)) AS wall_s,
    max(as_of) AS as_of
  FROM standing GROUP BY ticket, clock, "instance"
)
SELECT c.ticket, c.clock, c."instance", c.policy,
  CASE WHEN breached THEN 'missed' WHEN cancelled THEN 'cancelled' WHEN coalesce(done, false) THEN 'met' ELSE 'running' END AS outcome,
  c.warned, c.started_at, c.due, CASE WHEN coalesce(done, false) THEN c.fulfilled_at END AS done_at, c.breached_at,
  c.time_basis, c.target_s, c.consumed_s, c.wall_s,
  t.team, t.owner, t.priority, t.product, t.channel, c.as_of
FROM courses c LEFT JOIN tickets t ON t.ticket = c.ticket
WHERE c.activated ORDER BY c.started_at, c.ticket, c.clock, c."instance";

-- Every closed step of every window, a row a metric; a correction has taken the place of what it corrects.
CREATE VIEW satisfaction AS
WITH latest AS (
  SELECT * FROM topic_satisfaction_steps
  QUALIFY row_number() OVER (PARTITION BY segment, "window", "to" ORDER BY as_of DESC) = 1
), rows_ AS (SELECT l.*, unnest(map_entries(metrics)) AS m FROM latest l)
SELECT segment, segment['channel'] AS channel, segment['product'] AS product, segment['region'] AS region, segment['team'] AS team,
  segment['language'] AS "language", "window", "from" AS from_at, "to" AS to_at, m."key" AS metric, m."value"."value" AS score,
  m."value".n AS n, m."value".low AS low, m."value".high AS high, m."value".previous AS previous, m."value".change_low AS change_low, m."value".change_high AS change_high,
  m."value".target AS target, as_of, m."value".movement AS movement, coalesce(m."value".shown, 'shown') AS shown,
  coalesce(m."value".provisional, 0) AS provisional, m."value".year_before AS year_before,
  m."value".year_change_low AS year_change_low, m."value".year_change_high AS year_change_high, m."value"."plan" AS "plan",
  m."value".needed AS needed
FROM rows_;

-- Days of ${zone}. Counts and sums may be added up over days and over segments of one grouping; score is what they come to.
CREATE TABLE daily AS
WITH latest AS (
  SELECT * FROM topic_satisfaction_panes QUALIFY row_number() OVER (PARTITION BY segment, "from" ORDER BY as_of DESC) = 1
), entries AS (
  SELECT CAST("from" AT TIME ZONE '${zone}' AS DATE) AS "day", segment, as_of, unnest(map_entries(sums)) AS e FROM latest
), parts AS (
  SELECT "day", segment, regexp_replace(e."key", '\.[^.]*$', '') AS metric, regexp_extract(e."key", '[^.]*$') AS part,
    sum(e."value") AS amount, max(as_of) AS as_of
  FROM entries GROUP BY ALL
), wide AS (
  SELECT "day", segment, metric,
    max(amount) FILTER (part IN ('n', 'exposure')) AS answers, max(amount) FILTER (part = 'sum') AS total, max(amount) FILTER (part = 'top') AS top,
    max(amount) FILTER (part = 'promoters') AS promoters, max(amount) FILTER (part = 'detractors') AS detractors,
    max(amount) FILTER (part = 'met') AS met, max(amount) FILTER (part = 'missed') AS missed,
    max(amount) FILTER (part IN ('hits', 'complaints')) AS hits, max(amount) FILTER (part = 'provisional') AS provisional,
    max(amount) FILTER (part = 'agreed') AS agreed, max(as_of) AS as_of
  FROM parts GROUP BY ALL
)
SELECT "day", segment, segment['channel'] AS channel, segment['product'] AS product, segment['region'] AS region,
  segment['team'] AS team, segment['language'] AS "language", metric,
  CAST(coalesce(answers, met + missed) AS BIGINT) AS n, total, top, promoters, detractors, met, missed,
  CASE
    WHEN coalesce(answers, met + missed) = 0 THEN NULL
    WHEN promoters IS NOT NULL THEN 100 * (promoters - detractors) / answers
    WHEN met IS NOT NULL THEN 100 * met / (met + missed)
    WHEN hits IS NOT NULL THEN 100 * hits / answers
    WHEN top IS NOT NULL THEN 100 * top / answers
    WHEN agreed IS NOT NULL THEN 100 * agreed / answers
    -- csat_mean brings answers to 0 to 100, which needs the question's scale: its mean stands on the question's own.
    WHEN metric = 'csat_mean' OR metric LIKE 'csat\_mean.%' ESCAPE '\' THEN NULL
    WHEN total IS NOT NULL THEN total / answers
    -- Only a count is its own n: distinct customers and an index are in no sums.
    WHEN metric = 'volume' OR metric LIKE 'volume.%' THEN answers
  END AS score, total / nullif(answers, 0) AS mean, as_of, hits, provisional
FROM wide ORDER BY "day", metric, segment;

CREATE TABLE alerts AS
SELECT id, "rule", "key", state, since, ended_at, severity, labels['team'] AS team, labels['kind'] AS kind,
  annotations['summary'] AS summary, annotations['ticket'] AS ticket, reason, labels, annotations, as_of
FROM topic_alerts ORDER BY since, id;

CREATE TABLE signals AS
SELECT id, segment, metric, state, "at" AS signalled_at, direction, "from" AS level_before, "to" AS level_since, low, high, since, n,
  detector, drivers, verbatims
FROM topic_drift_signals ORDER BY "at", id;

CREATE TABLE notifications AS
SELECT id, "at" AS notified_at, receiver, reason, title, "text" FROM topic_notifications ORDER BY "at", id;

CREATE TABLE dead_letters AS
SELECT channel, reason, message, "at" AS refused_at, topic, "partition", "offset", "row" AS source_row
FROM topic_dead_letters ORDER BY "at", topic, "partition", "offset";
