package io.satisflow.scoring.training.fusion;

import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.training.HeldOut;
import java.util.List;

/**
 * A fusion model and what to expect of it.
 *
 * @param model made of all texts
 * @param linear for each file, how well its texts were told by linear models made of the other folds
 * @param heldOut the same for linear models and heads together
 */
public record TrainedFusion(FusionModel model, List<HeldOut> linear, List<HeldOut> heldOut) {}
