package io.satisflow.text;

import java.util.ArrayList;
import java.util.List;

/** Finds e-mail addresses by their {@code @}, looking a bounded way to both sides, so that no text makes it slow. */
final class EmailAddresses {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final String LOCAL_SIGNS = "._%+-'";

    private EmailAddresses() {}

    static List<Redaction.Span> in(String text) {
        List<Redaction.Span> spans = new ArrayList<>();
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = startOfLocalPart(text, at, free);
            int end = endOfDomain(text, at + 1);
            if (start < at && end > at) {
                spans.add(new Redaction.Span(start, end, "[email]"));
                free = end;
            }
        }
        return spans;
    }

    private static int startOfLocalPart(String text, int at, int free) {
        int start = at;
        while (start > Math.max(free, at - LONGEST_LOCAL_PART) && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && LOCAL_SIGNS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** Letters of other alphabets belong to an address; Chinese and Japanese stand beside it without a blank. */
    private static boolean isLocal(char c) {
        return LOCAL_SIGNS.indexOf(c) >= 0 || (Character.isLetterOrDigit(c) && c < '\u2e80');
    }

    /** The end of a name with at least two labels, the last of them of letters; -1 without one. */
    private static int endOfDomain(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_DOMAIN);
        int end = -1;
        int label = start;
        while (label < limit) {
            int labelEnd = endOfLabel(text, label, limit);
            if (labelEnd == label) {
                return end;
            }
            end = label > start && isTopLevel(text, label, labelEnd) ? labelEnd : end;
            if (labelEnd >= limit || text.charAt(labelEnd) != '.') {
                return end;
            }
            label = labelEnd + 1;
        }
        return end;
    }

    private static int endOfLabel(String text, int start, int limit) {
        int end = start;
        while (end < limit && (text.charAt(end) == '-' || isLabel(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isLabel(char c) {
        return c < '\u2e80' && Character.isLetterOrDigit(c);
    }

    private static boolean isTopLevel(String text, int start, int end) {
        return end - start >= 2 && text.substring(start, end).chars().allMatch(Character::isLetter);
    }
}
