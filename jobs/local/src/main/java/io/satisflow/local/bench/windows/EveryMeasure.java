package io.satisflow.local.bench.windows;

import io.satisflow.local.sample.SampleWeek;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.List;
import java.util.TreeSet;

/** All that the made-up help desk is measured by, and what its answers, clocks and outcomes add, one after the other. */
final class EveryMeasure {
    /** Made by the thread that makes the changes up. */
    private static final class Week {
        static final List<Tallies> CONTRIBUTIONS = contributions();

        private static List<Tallies> contributions() {
            List<Tallies> contributions = SampleWeek.read().contributions(SampleWeek.settings());
            TreeSet<String> others = new TreeSet<>();
            contributions.forEach(each -> others.addAll(each.byMetric().keySet()));
            others.removeAll(List.of(ChangeLoad.VOLUME, ChangeLoad.STARS));
            return contributions.stream().map(each -> each.only(others)).toList();
        }
    }

    private EveryMeasure() {}

    /** But for answers by stars, which each change brings itself. */
    static Tallies of(long number) {
        return Week.CONTRIBUTIONS.get((int) (number % Week.CONTRIBUTIONS.size()));
    }

    /** @param other whose segments and windows they take */
    static SatisfactionSettings settings(SatisfactionSettings other) {
        return new SatisfactionSettings(
                other.groupings(),
                other.cap(),
                other.windows(),
                other.lateness(),
                SampleWeek.settings().metrics(),
                null);
    }
}
