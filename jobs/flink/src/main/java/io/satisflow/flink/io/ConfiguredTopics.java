package io.satisflow.flink.io;

import java.util.Collection;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that reads the topics of the settings and no others. A checkpoint may hold the partitions of topics that are in
 * the settings no more: they are not read, hold no time up, and are kept with their places for when the topic comes back.
 */
final class ConfiguredTopics<R> implements Source<R, KafkaPartitionSplit, KafkaSourceEnumState> {
    private final KafkaSource<R> kafka;
    private final TreeSet<String> topics;

    ConfiguredTopics(KafkaSource<R> kafka, Collection<String> topics) {
        this.kafka = kafka;
        this.topics = new TreeSet<>(topics);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SourceReader<R, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        return new ConfiguredTopicsReader<>(kafka.createReader(context), split -> topics.contains(split.getTopic()));
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return kafka.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint) throws Exception {
        return kafka.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }
}
