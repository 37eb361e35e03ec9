package io.satisflow.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Takes personal data out of a text: each e-mail address, phone number, payment card, Chinese identity number and IBAN
 * becomes a token such as {@code [email]}. Order numbers, dates, prices, mentions and web addresses stay. Numbers with a
 * check digit are taken only when it is right; phone numbers only in a form that people write phone numbers in. Time is
 * linear in the length, whatever the text.
 */
public final class Redaction {
    /** A stretch of the text and what comes in its place; without a token it stays and is not looked into. */
    record Span(int start, int end, String token) {
        private boolean stays() {
            return token.isEmpty();
        }
    }

    /** No number that identifies a person is shorter. */
    private static final int FEWEST_DIGITS = 7;

    private Redaction() {}

    /** The text with tokens in place of personal data; the same object when there is none. */
    public static String redact(String text) {
        String folded = FoldedDigits.of(text);
        List<Span> spans = EmailAddresses.in(folded);
        if (mayHoldNumbers(folded)) {
            takeNumbers(folded, spans);
        }
        return replace(text, spans);
    }

    private static void takeNumbers(String folded, List<Span> spans) {
        BitSet taken = new BitSet();
        spans.forEach(span -> taken.set(span.start(), span.end()));
        for (PersonalNumber number : PersonalNumber.IN_ORDER) {
            take(number, folded, taken, spans);
        }
    }

    /** Most texts hold hardly a digit outside of mentions, and looking for numbers is what takes time. */
    private static boolean mayHoldNumbers(String text) {
        int digits = 0;
        boolean mentioned = false;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            mentioned = c == '@' || (mentioned && isDigit);
            digits += isDigit && !mentioned ? 1 : 0;
        }
        return digits == FEWEST_DIGITS;
    }

    private static void take(PersonalNumber number, String text, BitSet taken, List<Span> spans) {
        Matcher matcher = number.pattern().matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int start = matcher.start(PersonalNumber.GROUP);
            int end = number.endOf(matcher);
            if (end > start && taken.get(start, end).isEmpty()) {
                taken.set(start, end);
                spans.add(new Span(start, end, number.token()));
                from = end;
            } else {
                from = Math.max(start, matcher.start()) + 1;
            }
        }
    }

    private static String replace(String text, List<Span> spans) {
        List<Span> inOrder = new ArrayList<>(spans);
        inOrder.removeIf(Span::stays);
        inOrder.sort(Comparator.comparingInt(Span::start));
        if (inOrder.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int written = 0;
        for (Span span : inOrder) {
            redacted.append(text, written, span.start()).append(span.token());
            written = span.end();
        }
        return redacted.append(text, written, text.length()).toString();
    }
}
