package io.satisflow.local.live;

import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.settings.ChannelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All that is read into the raw topics by this process. */
final class LiveInputs implements AutoCloseable {
    private final RawTopicWriter writer;
    private final List<InputThread> threads = new ArrayList<>();

    private LiveInputs(RawTopicWriter writer) {
        this.writer = writer;
    }

    /** Where raw records go: the broker, and the topics of the channels. */
    record RawTopics(Map<String, String> kafkaProperties, List<ChannelSettings> channels, TopicPartitions partitions) {

        String topicOf(String channel) {
            return channels.stream()
                    .filter(each -> each.mapping().channel().equals(channel))
                    .map(ChannelSettings::topic)
                    .findFirst()
                    .orElseThrow(() -> unknown(channel));
        }

        private LiveException unknown(String channel) {
            String known = channels.stream()
                    .map(each -> each.mapping().channel())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new LiveException("There is no channel \"%s\"; the settings have %s".formatted(channel, known));
        }
    }

    /** Goes on where earlier runs have stopped. */
    static LiveInputs start(List<LiveInput> inputs, RawTopics topics, Consumer<String> notices) {
        LiveInputs started = new LiveInputs(new RawTopicWriter(topics.kafkaProperties()));
        for (LiveInput input : inputs) {
            InputReader reader = reader(input, topics, started.writer);
            started.threads.add(new InputThread(input, reader, notices));
        }
        return started;
    }

    private static InputReader reader(LiveInput input, RawTopics topics, RawTopicWriter writer) {
        String topic = topics.topicOf(input.channel());
        InputTarget target = InputTarget.of(input, topic, topics.partitions().of(topic), writer);
        if (input.file().isEmpty()) {
            return new StandardInputReader(System.in, target);
        }
        Optional<FileLine> last = new LinesInTopic(topics.kafkaProperties()).last(target.partition(), input.name());
        return new FileReader(input.name(), new FollowedFile(input.file().get(), last), target);
    }

    /** Waits until everything that was in the files when they were opened is in the raw topics. */
    void awaitBacklog() throws InterruptedException {
        for (InputThread thread : threads) {
            thread.awaitBacklog();
        }
        writer.flush();
    }

    /** Lines read by this process. */
    long lines() {
        return threads.stream().mapToLong(InputThread::lines).sum();
    }

    /** @throws RuntimeException when an input cannot go on */
    void requireRunning() {
        threads.forEach(InputThread::requireRunning);
    }

    @Override
    public void close() throws InterruptedException {
        for (InputThread thread : threads) {
            thread.stop();
        }
        writer.close();
    }
}
