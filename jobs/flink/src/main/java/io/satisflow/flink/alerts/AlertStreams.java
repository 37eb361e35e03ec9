package io.satisflow.flink.alerts;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the alerts give. */
public record AlertStreams(DataStream<WordedAlert> alerts, DataStream<Notification> notifications) {}
