package io.satisflow.flink.alerts;

import io.satisflow.alerts.group.Routes;
import io.satisflow.alerts.lifecycle.Alert;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Sends every alert to its group. */
record RouteAlerts(Routes routes) implements FlatMapFunction<Alert, RoutedAlert> {

    @Override
    public void flatMap(Alert alert, Collector<RoutedAlert> out) {
        routes.find(alert).ifPresent(key -> out.collect(new RoutedAlert(key, alert)));
    }
}
