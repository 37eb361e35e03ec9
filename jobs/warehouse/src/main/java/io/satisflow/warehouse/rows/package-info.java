/** What the records of the topics come to, row by row: pure functions of the ledger, with no Flink and no clock. */
@NullMarked
package io.satisflow.warehouse.rows;

import org.jspecify.annotations.NullMarked;
