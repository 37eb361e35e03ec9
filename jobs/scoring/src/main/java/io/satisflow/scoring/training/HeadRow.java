package io.satisflow.scoring.training;

/**
 * A labelled text as the minimizer of a head sees it.
 *
 * @param row label and weight; no buckets
 * @param input what the head weighs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadRow(TrainingRow row, float[] input) {}
