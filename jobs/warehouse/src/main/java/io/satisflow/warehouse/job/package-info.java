/** The warehouse job: topics in, rows out, into PostgreSQL and Parquet files. */
@NullMarked
package io.satisflow.warehouse.job;

import org.jspecify.annotations.NullMarked;
