package io.satisflow.flink.alerts;

import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the alerts give. */
public record AlertStreams(DataStream<Alert> alerts, DataStream<Notification> notifications) {}
