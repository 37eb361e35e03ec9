-- NOT RUN: no StarRocks was at hand. Over topics with a schema registry.
CREATE TABLE sla_events (
  ticket VARCHAR(800), clock VARCHAR(64), `instance` INT, `event` VARCHAR(32), `at` BIGINT, as_of BIGINT, due BIGINT, target_s DOUBLE,
  `time` VARCHAR(16), consumed_s DOUBLE, wall_s DOUBLE, policy VARCHAR(1024), reason VARCHAR(65533), retracts VARCHAR(32)
) PRIMARY KEY (ticket, clock, `instance`, `event`, `at`) DISTRIBUTED BY HASH(ticket);

CREATE ROUTINE LOAD sla_events_load ON sla_events
PROPERTIES ("format" = "avro", "desired_concurrent_number" = "1")
FROM KAFKA ("kafka_broker_list" = "kafka:9092", "kafka_topic" = "satisflow.sla-events.v1", "property.isolation.level" = "read_committed",
  "confluent.schema.registry.url" = "http://registry:8080/apis/ccompat/v7");
