package io.satisflow.local.replay.recording;

import io.satisflow.channel.threads.FedRow;
import io.satisflow.channel.threads.SupportThreads;
import io.satisflow.channel.threads.SupportThreadsCsv;
import io.satisflow.channel.threads.ThreadRow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Recorded support conversations: rows stand out of order and hang together by the ids they answer, so all of them are
 * read before the first is fed.
 */
record SupportThreadsRecording(TextFile file) implements Recording {
    static final String CHANNEL = "support_threads";

    @Override
    public void forEach(RowReader reader) throws IOException {
        for (FedRow row : SupportThreads.fed(rows())) {
            reader.read(new RecordedRow(row.row(), row.payload()));
        }
    }

    private List<ThreadRow> rows() throws IOException {
        try (Reader csv = new InputStreamReader(file.open(), StandardCharsets.UTF_8)) {
            return SupportThreadsCsv.read(csv);
        }
    }
}
