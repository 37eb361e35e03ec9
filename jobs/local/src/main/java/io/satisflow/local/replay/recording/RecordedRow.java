package io.satisflow.local.replay.recording;

/**
 * One record of a file, as the channel would have sent it.
 *
 * @param row where it stands in the file: the line, the data row of a CSV or the item of a list, counted from 1
 */
public record RecordedRow(long row, byte[] payload) {}
