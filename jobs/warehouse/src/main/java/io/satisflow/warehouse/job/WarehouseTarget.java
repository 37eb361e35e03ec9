package io.satisflow.warehouse.job;

import io.satisflow.warehouse.postgres.PostgresAddress;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where the tables go.
 *
 * @param iceberg a folder
 * @param zone where days begin
 */
public record WarehouseTarget(
        Optional<PostgresAddress> postgres, Optional<String> parquet, Optional<String> iceberg, ZoneId zone) {

    /** Of two places the same only when they are. It is what it was before there was Iceberg, so that warehouses of then go on. */
    public String id() {
        String of = "WarehouseTarget[postgres=%s, parquet=%s, zone=%s]".formatted(postgres, parquet, zone);
        return Integer.toHexString((of + iceberg.orElse("")).hashCode());
    }
}
