package io.satisflow.alerts.inhibition;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.segment.Segment;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Of alerts that last at one instant, those that hold others back: of several the one that began first. */
final class Inhibitors {
    private static final Comparator<Alert> FIRST =
            Comparator.comparing(Alert::since).thenComparing(Alert::id);

    private final InhibitRules rules;
    private final Map<String, Alert> drifts = new HashMap<>();

    /** By rule and what is common, sources that are no targets of the same rule, and those that are. */
    private final Map<String, Alert> sources = new HashMap<>();

    private final Map<String, Alert> both = new HashMap<>();

    Inhibitors(InhibitRules rules, Collection<Alert> active) {
        this.rules = rules;
        active.forEach(this::add);
    }

    private void add(Alert alert) {
        if (InhibitRules.isDrift(alert)) {
            keep(drifts, drift(alert, segment(alert).key()), alert);
        }
        for (int i = 0; i < rules.rules().size(); i++) {
            InhibitRule rule = rules.rules().get(i);
            if (rule.isSource(alert.labels())) {
                keep(rule.isTarget(alert.labels()) ? both : sources, place(i, rule, alert), alert);
            }
        }
    }

    private static void keep(Map<String, Alert> first, String place, Alert alert) {
        first.merge(place, alert, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other);
    }

    /** The id of the alert that holds it back; null for none. Alerts that are source and target do not hold each other back. */
    @Nullable
    String of(Alert alert) {
        for (int i = 0; i < rules.rules().size(); i++) {
            InhibitRule rule = rules.rules().get(i);
            if (rule.isTarget(alert.labels())) {
                Alert source = sources.get(place(i, rule, alert));
                if (source == null && !rule.isSource(alert.labels())) {
                    source = both.get(place(i, rule, alert));
                }
                if (source != null) {
                    return source.id();
                }
            }
        }
        return InhibitRules.isDrift(alert) ? parent(alert, segment(alert).values()) : null;
    }

    /** The same drift of a segment that this one is a part of, however far up. */
    private @Nullable String parent(Alert alert, Map<String, String> values) {
        for (String dimension : values.keySet()) {
            Map<String, String> others = new TreeMap<>(values);
            others.remove(dimension);
            Alert whole = drifts.get(drift(alert, new Segment(others).key()));
            String found = whole == null ? parent(alert, others) : whole.id();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Segment segment(Alert alert) {
        return Segment.parse(alert.facts().getOrDefault(Fact.SEGMENT, ""));
    }

    private static String place(int number, InhibitRule rule, Alert alert) {
        return number + "\n" + rule.common(alert.labels());
    }

    private static String drift(Alert alert, String segment) {
        return String.join(
                "\n",
                alert.rule(),
                alert.facts().getOrDefault(Fact.METRIC, ""),
                alert.facts().getOrDefault(Fact.DIRECTION, ""),
                segment);
    }
}
