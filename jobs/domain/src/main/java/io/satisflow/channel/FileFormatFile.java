package io.satisflow.channel;

import io.satisflow.channel.record.FileFormat;
import io.satisflow.config.ConfigNode;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads {@code file: {encoding: windows-1252, delimiter: ";", escape: "\\", skip: 2, header_rows: 2}}. */
public final class FileFormatFile {
    private static final int MOST_LINES = 1_000;

    private FileFormatFile() {}

    static FileFormat read(Optional<ConfigNode> section) {
        if (section.isEmpty()) {
            return FileFormat.FOUND;
        }
        ConfigNode node = section.get().allowOnly("encoding", "delimiter", "escape", "skip", "header_rows");
        return new FileFormat(
                node.find("encoding")
                        .map(each -> each.value(FileFormatFile::encoding))
                        .orElse(null),
                node.find("delimiter")
                        .map(each -> each.value(FileFormatFile::delimiter))
                        .orElse(null),
                node.find("escape")
                        .map(each -> each.value(FileFormatFile::delimiter))
                        .orElse(null),
                lines(node, "skip", 0),
                lines(node, "header_rows", 1));
    }

    /** @throws IllegalArgumentException when there is no such encoding here */
    public static String encoding(String name) {
        try {
            return Charset.forName(name).name();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no known encoding; write such as UTF-8, UTF-16LE, GB18030, Big5, Shift_JIS or windows-1252"
                            .formatted(name),
                    e);
        }
    }

    /** @throws IllegalArgumentException when it is not one character, or {@code tab} */
    public static Character delimiter(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException(
                    "\"%s\" is not one character; write such as \";\" or tab".formatted(text));
        }
        return text.charAt(0);
    }

    private static int lines(ConfigNode node, String key, int usual) {
        Optional<ConfigNode> lines = node.find(key);
        long count = lines.map(ConfigNode::integer).orElse((long) usual);
        if (count < usual || count > MOST_LINES) {
            throw lines.orElse(node).problem("%d is not allowed; from %d to %d".formatted(count, usual, MOST_LINES));
        }
        return (int) count;
    }
}
