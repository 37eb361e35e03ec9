package io.satisflow.flink.intake;

import io.satisflow.wire.Feedback;
import io.satisflow.wire.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Feedback that may have been said before, with the case that it opens.
 *
 * @param words channel, customer and words, however they are spaced and capitalized
 * @param cases none, or the case
 */
public record SaidAgain(String words, Feedback feedback, List<TicketEvent> cases) {
    private static final int HASH_BYTES = 16;

    static boolean isPossible(Feedback feedback) {
        return feedback.getCustomer() != null
                && feedback.getText() != null
                && !feedback.getText().isBlank();
    }

    /** @param events of the same record; the case of this feedback is taken out of them */
    static SaidAgain of(Feedback feedback, List<TicketEvent> events) {
        String ticket = feedback.getChannel() + ":" + feedback.getId();
        List<TicketEvent> cases = new ArrayList<>();
        events.removeIf(event -> event.getTicket().equals(ticket) && cases.add(event));
        return new SaidAgain(
                feedback.getChannel() + '\n' + feedback.getCustomer() + '\n' + hash(feedback.getText()), feedback, cases);
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

    long knownAt() {
        return feedback.getKnownAt().toEpochMilli();
    }

    long occurredAt() {
        return feedback.getOccurredAt().toEpochMilli();
    }
}
