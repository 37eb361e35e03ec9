package io.satisflow.local.live;

import io.satisflow.flink.io.Topic;
import io.satisflow.local.cluster.CompletedCheckpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a live run shows itself: lines on standard error, or a view of the whole terminal. */
public interface LiveView {

    /** Broker and topics are there; the jobs come next. */
    void listening(Places places);

    /** Where the wall is to be seen in a browser. */
    default void wall(String address) {
        notice("Wall: " + address);
    }

    /** The jobs run. */
    void running();

    /** How it stands; called a few times a second. */
    void status(Status status);

    /** Something that has happened, in a sentence. */
    void notice(String sentence);

    /**
     * Where records are taken.
     *
     * @param broker host and port
     * @param takenUp whether an earlier run in this directory goes on
     */
    record Places(String broker, List<ChannelPlace> channels, Path log, boolean takenUp) {}

    /** @param inputs what is read into the topic by this process */
    record ChannelPlace(String channel, String topic, List<String> inputs) {}

    /**
     * @param lines read from inputs by this process
     * @param committed records in each topic since this process began
     * @param clocksAt the event time up to which the clocks have been run; empty before the first result
     * @param checkpoints of each job the newest one
     */
    record Status(
            long lines,
            Map<Topic, Long> committed,
            Optional<Instant> clocksAt,
            List<CompletedCheckpoint> checkpoints) {}
}
