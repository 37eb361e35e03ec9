package io.satisflow.channel.draft.text;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.privacy.Redaction;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a draft writes what a source says: on one line, readable as YAML, without anybody's address. */
public final class DraftLine {
    private static final Pattern PLAIN_POINTER = Pattern.compile("[\\p{L}\\p{N}/_~ .()-]+");
    /** What YAML does not take, ends of lines of all kinds included. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[^\\x20-\\x7e\\u00a0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\x{10000}-\\x{10ffff}]+");

    private DraftLine() {}

    public static String comment(String text) {
        return UNSEEN.matcher(Redaction.OF_TEXTS.redact(text)).replaceAll(" ");
    }

    /** As a mapping writes that these words are none. */
    public static String nothing(Collection<String> signs) {
        return signs.stream().map(sign -> quoted(sign) + ": \"\"").collect(Collectors.joining(", "));
    }

    /** Where a column stands. A mapping that reads it says so by {@link DraftText#pointer}. */
    public static String pointer(SampledField field) {
        String pointer = field.pointer();
        return PLAIN_POINTER.matcher(pointer).matches() && !pointer.contains(": ") && !pointer.endsWith(" ")
                ? pointer
                : quoted(pointer);
    }

    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (UNSEEN.matcher(Character.toString(c)).matches()) {
                quoted.append(c <= 0xffff ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
