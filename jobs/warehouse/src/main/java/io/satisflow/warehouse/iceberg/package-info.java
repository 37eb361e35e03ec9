/** Tables as Iceberg tables: every version of a row is appended once, committed once a checkpoint, and read as they stand through views. */
@NullMarked
package io.satisflow.warehouse.iceberg;

import org.jspecify.annotations.NullMarked;
