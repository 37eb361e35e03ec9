package io.satisflow.local.replay;

/**
 * One record of a file, as the channel would have sent it.
 *
 * @param row where it stands in the file: the line, or the data row of a CSV, counted from 1
 */
record RecordedRow(long row, byte[] payload) {}
