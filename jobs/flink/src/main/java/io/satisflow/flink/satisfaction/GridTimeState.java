package io.satisflow.flink.satisfaction;

/**
 * A time in one grid, as a key in state: the start of a pane, or a step. Epoch milliseconds.
 *
 * @param step of the grid, in milliseconds
 */
public record GridTimeState(long step, long time) {}
