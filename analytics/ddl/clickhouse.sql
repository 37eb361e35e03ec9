-- NOT RUN: no ClickHouse was at hand. Over topics with a schema registry (AvroConfluent).
CREATE TABLE sla_events_queue (
  ticket String, clock String, instance Int32, event String, `at` DateTime64(3), as_of DateTime64(3), due Nullable(DateTime64(3)),
  target_s Float64, `time` String, consumed_s Float64, wall_s Float64, policy String, reason Nullable(String), retracts Nullable(String)
) ENGINE = Kafka SETTINGS kafka_broker_list = 'kafka:9092', kafka_topic_list = 'satisflow.sla-events.v1',
  kafka_group_name = 'clickhouse', kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'http://registry:8080/apis/ccompat/v7';

CREATE TABLE sla_events (
  ticket String, clock LowCardinality(String), instance Int32, event LowCardinality(String), `at` DateTime64(3), as_of DateTime64(3),
  due Nullable(DateTime64(3)), target_s Float64, `time` LowCardinality(String), consumed_s Float64, wall_s Float64, policy String,
  reason Nullable(String), retracts Nullable(String)
) ENGINE = ReplacingMergeTree(as_of) PARTITION BY toYYYYMM(`at`) ORDER BY (ticket, clock, instance, event, `at`);

CREATE MATERIALIZED VIEW sla_events_load TO sla_events AS SELECT * FROM sla_events_queue;

-- The warehouse's Parquet files instead: the latest version of each promise.
CREATE VIEW sla_instances AS
SELECT * FROM file('warehouse/sla_instances/*/*.parquet', Parquet) ORDER BY as_of DESC LIMIT 1 BY ticket, clock, instance;
