package io.satisflow.local.cli.metrics;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What is said of each kind of metric: the kind is what stands before the dot of a metric's name. */
final class MetricWords {
    private final ResourceBundle bundle;

    private MetricWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static MetricWords in(Locale locale) {
        return new MetricWords(ResourceBundle.getBundle(
                "io.satisflow.local.metrics.metrics", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    String say(String key) {
        return bundle.getString(key);
    }

    String of(String metric, String key) {
        return bundle.getString(kind(metric) + "." + key);
    }

    private static String kind(String metric) {
        int dot = metric.indexOf('.');
        return dot < 0 ? metric : metric.substring(0, dot);
    }
}
