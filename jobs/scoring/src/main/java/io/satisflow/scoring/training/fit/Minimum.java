package io.satisflow.scoring.training.fit;

import edu.stanford.nlp.optimization.DiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;

/** Stanford CoreNLP's limited-memory quasi-Newton minimizer, kept quiet. It has no chance in it: same in, same out. */
public final class Minimum {
    /** How many former steps it remembers: more find the way sooner, and take more memory. */
    private static final int MEMORY = 10;

    private static final double TOLERANCE = 1e-4;

    private Minimum() {}

    public static double[] of(DiffFunction function, double[] start, int mostRounds) {
        // Its log would go to standard error, among our own progress.
        RedwoodConfiguration.empty().apply();
        QNMinimizer minimizer = new QNMinimizer(MEMORY, true);
        minimizer.shutUp();
        minimizer.terminateOnMaxItr(mostRounds);
        return minimizer.minimize(function, TOLERANCE, start, mostRounds);
    }
}
