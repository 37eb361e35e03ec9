package io.satisflow.warehouse.rows;

import java.io.Serializable;
import java.util.Map;

/** What a segment added in a short stretch of time, as it travels: a record of topic satisfaction-panes. Epoch milliseconds. */
public record PaneState(Map<String, String> segment, long from, long asOf, Map<String, Double> sums)
        implements Serializable {}
