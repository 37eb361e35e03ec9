package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;

/** How well the texts of a file are told by models that have seen none of them. */
public record HeldOut(String file, Evaluation evaluation) {}
