package io.satisflow.warehouse.job;

import io.satisflow.warehouse.postgres.PostgresAddress;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where the tables go.
 *
 * @param zone where days begin
 */
public record WarehouseTarget(Optional<PostgresAddress> postgres, Optional<String> parquet, ZoneId zone) {}
