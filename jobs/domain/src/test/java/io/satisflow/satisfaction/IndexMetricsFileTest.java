package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.index.WeightedIndex;
import io.satisflow.satisfaction.metric.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics of several questions, as the settings declare them. */
class IndexMetricsFileTest {

    @Test
    void weights_may_be_compared_two_at_a_time() {
        WeightedIndex index = (WeightedIndex) metrics("""
                metrics:
                  csi:
                    of: {a: {}, b: {}, c: {aspect: price}}
                    weights: {compare: {a: {c: 5}, b: {a: 3, c: 7}}}
                """).get(0);

        Map<String, Double> weights = index.versions().get(0).byPart();
        assertThat(weights.get("b")).isBetween(0.649, 0.6492);
        assertThat(weights.get("c")).isBetween(0.0718, 0.072);
    }

    @Test
    void comparisons_that_contradict_each_other_name_the_pair_and_what_would_mend_it() {
        assertThatThrownBy(() -> metrics("""
                metrics:
                  csi:
                    of: {a: {}, b: {}, c: {}, d: {}}
                    weights: {compare: {a: {b: 2, c: 2, d: 0.25}, b: {c: 1, d: 2}, c: {d: 2}}}
                """))
                .hasMessageContaining("consistency ratio")
                .hasMessageContaining("worst is a against d, judged 0.250: the others make it 4.0");
    }

    @Test
    void a_pair_that_was_not_compared_is_named() {
        assertThatThrownBy(() -> metrics("""
                metrics: {csi: {of: {a: {}, b: {}, c: {}}, weights: {compare: {a: {b: 2}, b: {c: 1}}}}}
                """)).hasMessageContaining("missing: a with c");
    }

    @Test
    void a_weight_of_something_else_is_refused() {
        assertThatThrownBy(() -> metrics("""
                metrics: {csi: {of: {speed: {}}, weights: {sped: 2}}}
                """))
                .hasMessageContaining("weighs sped, which the index is not made of; its parts are speed");
    }

    @Test
    void a_part_and_a_metric_of_one_name_are_refused() {
        assertThatThrownBy(() -> metrics("""
                metrics:
                  gap: {items: {price: {found: price, expected: hoped}}}
                  gap.price: {items: {all: {found: price, expected: hoped}}}
                """)).hasMessageContaining("\"gap.price\" is measured twice");
    }

    @Test
    void all_kinds_are_read() {
        assertThat(metrics("""
                metrics:
                  acsi: {questions: [s, e, p], weights: [0.3885, 0.319, 0.2925]}
                  gap:  {items: {price: {found: price, expected: hoped}}, scale: [1, 7]}
                  aspect.price: {}
                """)).extracting(Metric::name).containsExactly("acsi", "gap", "aspect.price");
    }

    private static List<Metric> metrics(String yaml) {
        return SatisfactionFile.read(ConfigFile.parse("satisflow.yaml", yaml)).metrics().stream()
                .map(tracked -> tracked.metric())
                .toList();
    }
}
