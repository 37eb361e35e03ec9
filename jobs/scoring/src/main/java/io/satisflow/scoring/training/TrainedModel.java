package io.satisflow.scoring.training;

import io.satisflow.scoring.linear.LinearModel;
import java.util.List;

/**
 * A model and what to expect of it.
 *
 * @param model made of all texts
 * @param heldOut for each file, how well its texts were told by models made in the same way of the other folds
 */
public record TrainedModel(LinearModel model, List<HeldOut> heldOut) {}
