package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Alert;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Sends every alert to the groups that it has belonged to since it began. */
record RouteAlerts() implements FlatMapFunction<Alert, RoutedAlert> {
    @Override
    public void flatMap(Alert alert, Collector<RoutedAlert> out) {
        alert.groups().forEach(key -> out.collect(new RoutedAlert(key, alert)));
    }
}
