package io.satisflow.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Where tables of the results are kept.
 *
 * @param zone where the days of table daily begin
 * @param postgres an address such as {@code postgresql://user@host:5432/database}, without a password; null for none
 * @param parquet a folder, or an address that Flink's file systems know; null for none
 * @param iceberg a folder for Iceberg tables; null for none
 */
public record WarehouseSettings(
        ZoneId zone,
        @Nullable String postgres,
        @Nullable String parquet,
        @Nullable String iceberg) {
    public static final WarehouseSettings DEFAULT = new WarehouseSettings(ZoneOffset.UTC, null, null, null);
}
