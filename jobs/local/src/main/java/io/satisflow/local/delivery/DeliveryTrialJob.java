package io.satisflow.local.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.delivery.DeliveryOptions;
import io.satisflow.flink.delivery.DeliveryPipeline;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.hook.HookRate;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.HookSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The delivery of the engine's own job, on notifications that are made up. Goes on for ever, as a live job does; what is left
 * at the end of a job that ends is not told.
 */
final class DeliveryTrialJob {
    /** Faster than the load, so that pace is not what is measured. */
    private static final HookRate RATE = new HookRate(400, Duration.ofSeconds(1));

    private DeliveryTrialJob() {}

    /** @param arguments the brokers, how many a second, how many in all, then {@code receiver=address} once for each turn */
    static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        KafkaConnection kafka = new KafkaConnection(Map.of("bootstrap.servers", arguments[0]), new TopicNames("trial"));
        double perSecond = Double.parseDouble(arguments[1]);
        long count = Long.parseLong(arguments[2]);
        List<String> turns = new ArrayList<>();
        Map<String, String> addresses = new TreeMap<>();
        Arrays.stream(arguments).skip(3).forEach(argument -> {
            String[] parts = argument.split("=", 2);
            turns.add(parts[0]);
            addresses.put(parts[0], parts[1]);
        });
        DataStream<Notification> notifications = environment
                .fromSource(
                        new DataGeneratorSource<>(
                                new NotificationLoad(turns),
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(perSecond),
                                DomainTypes.of(Notification.class)),
                        WatermarkStrategy.noWatermarks(),
                        "notifications")
                .uid("notifications")
                .filter(notification -> number(notification) < count)
                .name("as-many-as-asked-for")
                .uid("as-many-as-asked-for");
        DeliveryPipeline.build(notifications, DeliveryOptions.of(receivers(addresses), "", kafka))
                .deliveries()
                .sinkTo(new DiscardingSink<>())
                .name("nowhere")
                .uid("nowhere");
        environment.executeAsync("delivery-trial");
    }

    private static long number(Notification notification) {
        return Long.parseLong(notification.id().substring(1));
    }

    private static List<HookReceiver> receivers(Map<String, String> addresses) {
        return addresses.entrySet().stream()
                .map(entry -> HookReceiver.of(
                        entry.getKey(),
                        new HookSettings("webhook", Map.of("url", entry.getValue()), true, true, null),
                        RATE,
                        null))
                .toList();
    }
}
