package io.satisflow.flink.intake;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Feedback that may have been said before, with the case that it opens.
 *
 * @param words channel, customer and words, however they are spaced and capitalized
 * @param cases none, or the case
 */
public record SaidAgain(String words, RecordedFeedback recorded, List<RecordedTicketEvent> cases) {
    private static final int HASH_BYTES = 16;

    static boolean isPossible(Feedback feedback) {
        String text = feedback.text();
        return feedback.customerIdentity() != null && text != null && !text.isBlank();
    }

    /** @param events of the same record; the case of this feedback is taken out of them */
    static SaidAgain of(RecordedFeedback recorded, List<RecordedTicketEvent> events) {
        Feedback feedback = recorded.feedback();
        String ticket = feedback.channel() + ":" + feedback.id();
        List<RecordedTicketEvent> cases =
                events.stream().filter(event -> event.ticket().equals(ticket)).toList();
        events.removeAll(cases);
        String words = String.join(
                "\n",
                feedback.channel(),
                String.valueOf(feedback.customerIdentity()),
                hash(String.valueOf(feedback.text())));
        return new SaidAgain(words, recorded, cases);
    }

    /** Long texts are no keys. */
    private static String hash(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Feedback feedback() {
        return recorded.feedback();
    }

    long knownAt() {
        return recorded.knownAt().toEpochMilli();
    }

    long occurredAt() {
        return feedback().occurredAt().toEpochMilli();
    }
}
