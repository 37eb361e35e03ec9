/** Tables as Parquet files by date, written exactly once, and read as they stand. DuckDB writes and reads the format. */
@NullMarked
package io.satisflow.warehouse.parquet;

import org.jspecify.annotations.NullMarked;
