package io.satisflow.warehouse.job;

import io.satisflow.warehouse.table.TableRow;
import java.io.Serializable;
import java.util.List;

/**
 * The rows that one record of a topic says.
 *
 * @param knownAt epoch milliseconds, from when they may be used
 */
public record RecordedRows(List<TableRow> rows, long knownAt) implements Serializable {}
