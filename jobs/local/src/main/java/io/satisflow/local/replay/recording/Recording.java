package io.satisflow.local.replay.recording;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of recorded feedback. Reading it again gives the same rows in the same order. */
public interface Recording {

    /** Hands out the rows in the order of the file. */
    void forEach(RowReader reader) throws IOException;

    /** Takes rows and may stop the reading, as a crashed or interrupted feeder does, by throwing. */
    @FunctionalInterface
    interface RowReader {
        void read(RecordedRow row) throws IOException;
    }

    /**
     * @param mapping of the channel; the support threads have a form of their own, in which rows hang together. Without one,
     *     rows are what stands in the file
     * @param format what is known of the file; what is not is found in it
     * @throws ReplayException when the file is nothing that can be read
     */
    static Recording of(Path path, Optional<ChannelMapping> mapping, FileFormat format) throws IOException {
        TextFile file = new TextFile(path, format);
        return switch (RecordingKind.of(file)) {
            case TABLE ->
                mapping.map(ChannelMapping::channel)
                                .filter(SupportThreadsRecording.CHANNEL::equals)
                                .isPresent()
                        ? new SupportThreadsRecording(file)
                        : new CsvRecording(file);
            case SPREADSHEET -> new SpreadsheetRecording(path, format);
            case JSON -> new JsonRecording(file, new JsonPages(mapping.orElse(null), path.toString()));
            case JSON_LINES -> new JsonLinesRecording(file, new JsonPages(mapping.orElse(null), path.toString()));
        };
    }

    /** The same with what the mapping itself says of its files. */
    static Recording of(Path path, Optional<ChannelMapping> mapping) throws IOException {
        return of(path, mapping, mapping.map(of -> of.profile().file()).orElse(FileFormat.FOUND));
    }

    /** The columns of a table as it names them; empty when the file is none. */
    static Optional<CsvHeader> header(Path path, FileFormat format) throws IOException {
        TextFile file = new TextFile(path, format);
        return RecordingKind.of(file) == RecordingKind.TABLE
                ? Optional.of(new CsvRecording(file).header())
                : Optional.empty();
    }
}
