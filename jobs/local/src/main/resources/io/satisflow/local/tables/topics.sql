-- The topics as they were exported, a view each. ${topics} is the folder; absent fields are null.
-- Values of segments are told as people are shown them: (none) for what the feedback does not carry, where topics say null.
CREATE MACRO shown(said) AS CASE said WHEN 'null' THEN '(none)' WHEN '(none)' THEN '\(none)' ELSE said END;
CREATE MACRO shown_values(said) AS map_from_entries(list_transform(map_entries(said), lambda part: {'k': part."key", 'v': shown(part."value")}));

CREATE VIEW topic_scored_feedback AS SELECT * FROM read_json('${topics}/scored-feedback.jsonl', format = 'newline_delimited',
  maximum_object_size = 67108864, columns = {
  id: 'VARCHAR', channel: 'VARCHAR', revision: 'BIGINT', occurred_at: 'TIMESTAMPTZ', known_at: 'TIMESTAMPTZ', customer: 'VARCHAR',
  customer_key: 'VARCHAR', kind: 'VARCHAR', grade: 'VARCHAR', ratings: 'STRUCT(question VARCHAR, "value" DOUBLE, "min" DOUBLE, "max" DOUBLE)[]',
  dimensions: 'STRUCT("name" VARCHAR, score DOUBLE, expectation DOUBLE)[]', "text": 'VARCHAR', "language": 'VARCHAR',
  attributes: 'MAP(VARCHAR, VARCHAR)', sentiment: 'STRUCT("label" VARCHAR, score DOUBLE, scorer VARCHAR)',
  aspects: 'STRUCT("name" VARCHAR, "label" VARCHAR, score DOUBLE)[]'});

CREATE VIEW topic_ticket_events AS SELECT * FROM read_json('${topics}/ticket-events.jsonl', format = 'newline_delimited',
  maximum_object_size = 67108864, columns = {
  ticket: 'VARCHAR', id: 'VARCHAR', channel: 'VARCHAR', "type": 'VARCHAR', "at": 'TIMESTAMPTZ', known_at: 'TIMESTAMPTZ', "by": 'VARCHAR',
  priority: 'VARCHAR', status: 'VARCHAR', team: 'VARCHAR', "group": 'VARCHAR', "to": 'VARCHAR', kind: 'VARCHAR', grade: 'VARCHAR',
  attributes: 'MAP(VARCHAR, VARCHAR)'});

-- place: of two words of one instant, the one that was said later.
CREATE VIEW topic_sla_events AS SELECT *, row_number() OVER () AS place
FROM read_json('${topics}/sla-events.jsonl', format = 'newline_delimited', columns = {
  ticket: 'VARCHAR', clock: 'VARCHAR', "instance": 'INTEGER', event: 'VARCHAR', "at": 'TIMESTAMPTZ', as_of: 'TIMESTAMPTZ',
  due: 'TIMESTAMPTZ', target_s: 'DOUBLE', "time": 'VARCHAR', consumed_s: 'DOUBLE', wall_s: 'DOUBLE', policy: 'VARCHAR',
  reason: 'VARCHAR', retracts: 'VARCHAR'});

CREATE VIEW topic_satisfaction_steps AS SELECT * REPLACE (shown_values(segment) AS segment) FROM read_json('${topics}/satisfaction-steps.jsonl', format = 'newline_delimited',
  columns = {segment: 'MAP(VARCHAR, VARCHAR)', "window": 'VARCHAR', "from": 'TIMESTAMPTZ', "to": 'TIMESTAMPTZ', as_of: 'TIMESTAMPTZ',
  metrics: 'MAP(VARCHAR, STRUCT("value" DOUBLE, n BIGINT, low DOUBLE, high DOUBLE, previous DOUBLE, change_low DOUBLE, change_high DOUBLE, target DOUBLE, movement VARCHAR, shown VARCHAR, provisional BIGINT, year_before DOUBLE, year_change_low DOUBLE, year_change_high DOUBLE, plan VARCHAR, needed DOUBLE))'});

CREATE VIEW topic_satisfaction_panes AS SELECT * REPLACE (shown_values(segment) AS segment) FROM read_json('${topics}/satisfaction-panes.jsonl', format = 'newline_delimited',
  columns = {segment: 'MAP(VARCHAR, VARCHAR)', "from": 'TIMESTAMPTZ', "to": 'TIMESTAMPTZ', as_of: 'TIMESTAMPTZ',
  sums: 'MAP(VARCHAR, DOUBLE)'});

CREATE VIEW topic_drift_signals AS SELECT * REPLACE (shown_values(segment) AS segment) FROM read_json('${topics}/drift-signals.jsonl', format = 'newline_delimited', columns = {
  id: 'VARCHAR', segment: 'MAP(VARCHAR, VARCHAR)', metric: 'VARCHAR', state: 'VARCHAR', "at": 'TIMESTAMPTZ', direction: 'VARCHAR',
  "from": 'DOUBLE', "to": 'DOUBLE', low: 'DOUBLE', high: 'DOUBLE', since: 'TIMESTAMPTZ', n: 'BIGINT', detector: 'VARCHAR',
  drivers: 'STRUCT("name" VARCHAR, contribution DOUBLE, dimension VARCHAR, mix DOUBLE, rate DOUBLE)[]', verbatims: 'VARCHAR[]'});

CREATE VIEW topic_alerts AS SELECT * REPLACE (shown_values(labels) AS labels) FROM read_json('${topics}/alerts.jsonl', format = 'newline_delimited', columns = {
  id: 'VARCHAR', "rule": 'VARCHAR', "key": 'VARCHAR', state: 'VARCHAR', since: 'TIMESTAMPTZ', ended_at: 'TIMESTAMPTZ',
  severity: 'VARCHAR', labels: 'MAP(VARCHAR, VARCHAR)', annotations: 'MAP(VARCHAR, VARCHAR)', reason: 'VARCHAR', as_of: 'TIMESTAMPTZ'});

CREATE VIEW topic_notifications AS SELECT * FROM read_json('${topics}/notifications.jsonl', format = 'newline_delimited', columns = {
  id: 'VARCHAR', "at": 'TIMESTAMPTZ', receiver: 'VARCHAR', reason: 'VARCHAR', title: 'VARCHAR', "text": 'VARCHAR'});

CREATE VIEW topic_dead_letters AS SELECT * FROM read_json('${topics}/dead-letters.jsonl', format = 'newline_delimited', columns = {
  channel: 'VARCHAR', topic: 'VARCHAR', "partition": 'INTEGER', "offset": 'BIGINT', "row": 'BIGINT', reason: 'VARCHAR',
  message: 'VARCHAR', "at": 'TIMESTAMPTZ'});

CREATE VIEW topic_ticket_lines AS SELECT json FROM read_ndjson_objects('${topics}/ticket-events.jsonl', maximum_object_size = 67108864);
