package io.satisflow.channel.record;

import io.satisflow.privacy.Redaction;
import io.satisflow.text.WellFormedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the mapping of a record from whatever depth; the mapping catches it. */
public final class RecordRefusal extends RuntimeException {
    private static final int LONGEST_QUOTE = 100;

    private final RefusalReason reason;
    private final @Nullable String part;

    public RecordRefusal(RefusalReason reason, String message) {
        this(reason, message, null);
    }

    private RecordRefusal(RefusalReason reason, String message, @Nullable String part) {
        super(message, null, false, false);
        this.reason = reason;
        this.part = part;
    }

    /**
     * The same, about a part of the record: the rest of it may be used.
     *
     * @param name the question, the dimension, or {@code text}
     */
    public RecordRefusal ofPart(String name) {
        return new RecordRefusal(reason, String.valueOf(getMessage()), name);
    }

    public RefusalReason reason() {
        return reason;
    }

    public MappedRecord.Refused asRefused() {
        return new MappedRecord.Refused(reason, String.valueOf(getMessage()), Optional.ofNullable(part));
    }

    /** What may be shown of the customer's data: redacted, on one line, at most 100 characters. */
    public static String quote(String data) {
        String redacted = Redaction.OF_TEXTS.redact(WellFormedText.of(data)).replaceAll("\\s+", " ");
        if (redacted.codePointCount(0, redacted.length()) <= LONGEST_QUOTE) {
            return '"' + redacted + '"';
        }
        return '"' + redacted.substring(0, redacted.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…\"";
    }
}
