package io.satisflow.satisfaction.outcome;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How one metric asks one thing.
 *
 * @param metric its name, by which what is found is counted
 * @param within how long after its anchor it is looked at; then it is final
 * @param same of complaints: facts of which one must be equal for two to be of the same thing, such as {@code order}
 */
public record OutcomeRule(String metric, OutcomeMeasure measure, Duration within, List<String> same)
        implements Serializable {
    public OutcomeRule {
        same = List.copyOf(same);
    }
}
