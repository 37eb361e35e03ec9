-- A table for each topic in Flink SQL, made of the schemas by `./satisflow topics flink-sql`; a test keeps it so and runs it.
-- The topics have to be written with a schema registry (docs/topics.md). On the class path of Flink:
-- flink-connector-kafka and flink-sql-avro-confluent-registry. Instants are in UTC. Every version of a row is there:
-- keep the latest of each record_key by as_of, or revision. Marks have no value and are passed over.

CREATE TABLE feedback (
  `record_key` STRING,
  `id` STRING,
  `channel` STRING,
  `revision` BIGINT,
  `occurred_at` TIMESTAMP(3),
  `known_at` TIMESTAMP(3),
  `customer` STRING,
  `kind` STRING,
  `grade` STRING,
  `ratings` ARRAY<ROW<`question` STRING, `value` DOUBLE, `min` DOUBLE, `max` DOUBLE>>,
  `dimensions` ARRAY<ROW<`name` STRING, `score` DOUBLE, `expectation` DOUBLE>>,
  `text` STRING,
  `language` STRING,
  `attributes` MAP<STRING, STRING>,
  `source` ROW<`topic` STRING, `partition` INT, `offset` BIGINT, `row` BIGINT>,
  `customer_key` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.feedback.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE ticket_events (
  `record_key` STRING,
  `ticket` STRING,
  `id` STRING,
  `channel` STRING,
  `type` STRING,
  `at` TIMESTAMP(3),
  `known_at` TIMESTAMP(3),
  `details` MAP<STRING, STRING>,
  `source` ROW<`topic` STRING, `partition` INT, `offset` BIGINT, `row` BIGINT>,
  `customer_key` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.ticket-events.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE sla_policies (
  `record_key` STRING,
  `id` STRING,
  `effective_at` TIMESTAMP(3),
  `policies` STRING,
  `calendars` MAP<STRING, STRING>,
  `holidays` MAP<STRING, STRING>,
  `stored_at` TIMESTAMP(3),
  `source` ROW<`topic` STRING, `partition` INT, `offset` BIGINT, `row` BIGINT>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.sla-policies.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE scored_feedback (
  `record_key` STRING,
  `feedback` ROW<`id` STRING, `channel` STRING, `revision` BIGINT, `occurred_at` TIMESTAMP(3), `known_at` TIMESTAMP(3), `customer` STRING, `kind` STRING, `grade` STRING, `ratings` ARRAY<ROW<`question` STRING, `value` DOUBLE, `min` DOUBLE, `max` DOUBLE>>, `dimensions` ARRAY<ROW<`name` STRING, `score` DOUBLE, `expectation` DOUBLE>>, `text` STRING, `language` STRING, `attributes` MAP<STRING, STRING>, `source` ROW<`topic` STRING, `partition` INT, `offset` BIGINT, `row` BIGINT>, `customer_key` STRING>,
  `sentiment` ROW<`label` STRING, `score` DOUBLE, `negative` DOUBLE, `neutral` DOUBLE, `positive` DOUBLE, `scorer` STRING, `cut` BOOLEAN, `reason` STRING>,
  `aspects` ARRAY<ROW<`name` STRING, `label` STRING, `score` DOUBLE>>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.scored-feedback.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE sla_events (
  `record_key` STRING,
  `ticket` STRING,
  `clock` STRING,
  `instance` INT,
  `event` STRING,
  `at` TIMESTAMP(3),
  `as_of` TIMESTAMP(3),
  `due` TIMESTAMP(3),
  `target_s` DOUBLE,
  `time` STRING,
  `consumed_s` DOUBLE,
  `wall_s` DOUBLE,
  `policy` STRING,
  `reason` STRING,
  `retracts` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.sla-events.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE satisfaction_now (
  `record_key` STRING,
  `segment` MAP<STRING, STRING>,
  `window` STRING,
  `from` TIMESTAMP(3),
  `to` TIMESTAMP(3),
  `as_of` TIMESTAMP(3),
  `metrics` MAP<STRING, ROW<`value` DOUBLE, `n` BIGINT, `low` DOUBLE, `high` DOUBLE, `previous` DOUBLE, `change_low` DOUBLE, `change_high` DOUBLE, `target` DOUBLE, `movement` STRING, `shown` STRING, `provisional` BIGINT, `year_before` DOUBLE, `year_change_low` DOUBLE, `year_change_high` DOUBLE, `plan` STRING, `needed` DOUBLE>>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.satisfaction-now.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE satisfaction_steps (
  `record_key` STRING,
  `segment` MAP<STRING, STRING>,
  `window` STRING,
  `from` TIMESTAMP(3),
  `to` TIMESTAMP(3),
  `as_of` TIMESTAMP(3),
  `metrics` MAP<STRING, ROW<`value` DOUBLE, `n` BIGINT, `low` DOUBLE, `high` DOUBLE, `previous` DOUBLE, `change_low` DOUBLE, `change_high` DOUBLE, `target` DOUBLE, `movement` STRING, `shown` STRING, `provisional` BIGINT, `year_before` DOUBLE, `year_change_low` DOUBLE, `year_change_high` DOUBLE, `plan` STRING, `needed` DOUBLE>>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.satisfaction-steps.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE satisfaction_panes (
  `record_key` STRING,
  `segment` MAP<STRING, STRING>,
  `from` TIMESTAMP(3),
  `to` TIMESTAMP(3),
  `as_of` TIMESTAMP(3),
  `sums` MAP<STRING, DOUBLE>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.satisfaction-panes.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE drift_signals (
  `record_key` STRING,
  `id` STRING,
  `segment` MAP<STRING, STRING>,
  `metric` STRING,
  `state` STRING,
  `at` TIMESTAMP(3),
  `direction` STRING,
  `from` DOUBLE,
  `to` DOUBLE,
  `low` DOUBLE,
  `high` DOUBLE,
  `since` TIMESTAMP(3),
  `n` BIGINT,
  `confidence` DOUBLE,
  `detector` STRING,
  `drivers` ARRAY<ROW<`name` STRING, `contribution` DOUBLE, `dimension` STRING, `mix` DOUBLE, `rate` DOUBLE>>,
  `verbatims` ARRAY<STRING>,
  `aspects` ARRAY<ROW<`name` STRING, `share` DOUBLE, `before` DOUBLE, `texts` BIGINT>>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.drift-signals.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE alerts (
  `record_key` STRING,
  `id` STRING,
  `rule` STRING,
  `key` STRING,
  `state` STRING,
  `since` TIMESTAMP(3),
  `ended_at` TIMESTAMP(3),
  `severity` STRING,
  `labels` MAP<STRING, STRING>,
  `annotations` MAP<STRING, STRING>,
  `reason` STRING,
  `inhibited_by` STRING,
  `as_of` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.alerts.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE alert_controls (
  `record_key` STRING,
  `id` STRING,
  `at` TIMESTAMP(3),
  `effective_at` TIMESTAMP(3),
  `kind` STRING,
  `alert_id` STRING,
  `matchers` MAP<STRING, STRING>,
  `starts_at` TIMESTAMP(3),
  `ends_at` TIMESTAMP(3),
  `author` STRING,
  `comment` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.alert-controls.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE customer_erasures (
  `record_key` STRING,
  `customer_key` STRING,
  `at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.customer-erasures.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE notifications (
  `record_key` STRING,
  `id` STRING,
  `at` TIMESTAMP(3),
  `receiver` STRING,
  `group` MAP<STRING, STRING>,
  `reason` STRING,
  `language` STRING,
  `title` STRING,
  `text` STRING,
  `alerts` ARRAY<ROW<`id` STRING, `rule` STRING, `key` STRING, `state` STRING, `since` TIMESTAMP(3), `ended_at` TIMESTAMP(3), `severity` STRING, `labels` MAP<STRING, STRING>, `annotations` MAP<STRING, STRING>, `reason` STRING, `inhibited_by` STRING, `as_of` TIMESTAMP(3)>>,
  `truncated` INT,
  `counts` MAP<STRING, INT>
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.notifications.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE TABLE dead_letters (
  `record_key` STRING,
  `channel` STRING,
  `topic` STRING,
  `partition` INT,
  `offset` BIGINT,
  `row` BIGINT,
  `reason` STRING,
  `message` STRING,
  `at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'satisflow.dead-letters.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'record_key',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'http://registry:8080/apis/ccompat/v7',
  'value.fields-include' = 'EXCEPT_KEY'
);
