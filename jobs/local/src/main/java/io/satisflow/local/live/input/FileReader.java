package io.satisflow.local.live.input;

import java.io.IOException;
import java.util.List;

/** Passes the lines of a followed file on, each with its place. */
final class FileReader implements InputReader {
    private final String name;
    private final FollowedFile file;
    private final InputTarget target;

    FileReader(String name, FollowedFile file, InputTarget target) {
        this.name = name;
        this.file = file;
        this.target = target;
    }

    @Override
    public int advance() throws IOException {
        List<FileLine> lines = file.poll();
        for (FileLine line : lines) {
            if (!line.isBlank()) {
                target.write(line.bytes(), new LinePlace(name, line.start(), line.end()).toHeaders());
            }
        }
        return lines.size();
    }

    @Override
    public boolean hasReadAll() {
        return file.isAtEnd();
    }
}
