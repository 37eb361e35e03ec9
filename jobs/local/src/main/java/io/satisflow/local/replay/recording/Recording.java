package io.satisflow.local.replay.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file of recorded feedback. Reading it again gives the same rows in the same order. */
public interface Recording {

    /** Hands out the rows in the order in which they are fed. */
    void forEach(RowReader reader) throws IOException;

    /** Takes rows and may stop the reading, as a crashed or interrupted feeder does, by throwing. */
    @FunctionalInterface
    interface RowReader {
        void read(RecordedRow row) throws IOException;
    }

    /**
     * @param channel the mapping's channel; the support threads have a form of their own, in which rows hang together
     * @throws ReplayException when the file's ending says nothing that can be read
     */
    static Recording of(Path file, String channel) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return channel.equals(SupportThreadsRecording.CHANNEL)
                    ? new SupportThreadsRecording(file)
                    : new CsvRecording(file);
        }
        if (name.endsWith(".json")) {
            return new JsonArrayRecording(file);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new JsonLinesRecording(file);
        }
        throw new ReplayException(
                "%s is neither .csv, .jsonl (one JSON object a line) nor .json (a list of objects); name it as what it is"
                        .formatted(file));
    }
}
