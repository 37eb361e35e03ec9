package io.satisflow.channel.record;

import io.satisflow.privacy.Redaction;
import io.satisflow.text.WellFormedText;

/** Ends the mapping of a record from whatever depth; it never leaves this package. */
public final class RecordRefusal extends RuntimeException {
    private static final int LONGEST_QUOTE = 100;

    private final RefusalReason reason;

    public RecordRefusal(RefusalReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }

    public MappedRecord.Refused asRefused() {
        return new MappedRecord.Refused(reason, String.valueOf(getMessage()));
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
