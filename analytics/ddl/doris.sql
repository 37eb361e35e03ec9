-- NOT RUN: no Doris was at hand. Doris's routine load reads JSON and CSV, not Avro, so here over the warehouse's Parquet files.
CREATE TABLE sla_instances (
  ticket VARCHAR(800), clock VARCHAR(64), `instance` BIGINT, policy STRING, outcome VARCHAR(16), warned BOOLEAN, started_at DATETIME(3),
  due DATETIME(3), done_at DATETIME(3), breached_at DATETIME(3), time_basis VARCHAR(16), target_s DOUBLE, consumed_s DOUBLE, wall_s DOUBLE,
  team STRING, owner STRING, priority STRING, product STRING, channel STRING, as_of DATETIME(3)
) UNIQUE KEY (ticket, clock, `instance`) DISTRIBUTED BY HASH(ticket) BUCKETS AUTO
PROPERTIES ("enable_unique_key_merge_on_write" = "true", "function_column.sequence_col" = "as_of");

INSERT INTO sla_instances
SELECT * FROM S3("uri" = "s3://bucket/warehouse/sla_instances/*/*.parquet", "format" = "parquet", "s3.endpoint" = "...",
  "s3.access_key" = "...", "s3.secret_key" = "...");
